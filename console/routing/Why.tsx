import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import type { DecisionList } from '../../contract/routing.ts'
import { isBeyondMoney } from '../../core/routing/demand.ts'
import { get } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { clock, money, plain, share } from '../shell/numbers.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { useOpened } from '../shell/wanted.ts'
import { Inputs } from '../value/Inputs.tsx'
import { StakeParts } from '../value/StakeBar.tsx'
import { Assigned } from './Assigned.tsx'
import './why.css'

type Decision = DecisionList['decisions'][number]

/** A why begins in words and ends in the sum: each decision, then what would have changed it. */
export function Why({ conversation, opened, onClose }: { conversation: Conversation; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('routing')
  const { data } = useQuery({
    queryKey: ['conversation', conversation.id, 'decisions'],
    queryFn: () => get<DecisionList>(`/v1/conversations/${conversation.id}/decisions`),
    enabled: opened,
  })
  const { currency } = useMe().account
  const { weighed } = conversation
  return (
    <Drawer
      opened={useOpened(opened)}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('why-title')}
      closeButtonProps={{ 'aria-label': t('console:close') }}
    >
      {!data && <Waiting />}
      {data && data.decisions.length === 0 && <p className="empty">{t('conversations:why.none')}</p>}
      {data?.decisions.map((decision, index) => (
        <Sentence key={decision.id} decision={decision} isNewest={index === 0} />
      ))}
      {data?.assignments.map((assignment) => (
        <Assigned key={assignment.id} assignment={assignment} />
      ))}
      {weighed && (
        <section className="why-sum">
          <h3>{t('conversations:why.sum')}</h3>
          <div className="stake-sum num">{money(weighed.total, currency)}</div>
          <StakeParts atRisk={weighed.atRisk} toGain={weighed.toGain} currency={currency} />
          <table className="plain">
            <tbody>
              {weighed.terms.map((term) => (
                <tr key={term.code}>
                  <td>{t(`value:terms.${term.code}`)}</td>
                  <td className="right">{money(term.money, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="why-line">
            {t('conversations:why.sum-words', {
              loss: plain(weighed.lossProbability * 100, 0),
              uplift: money(weighed.uplift, currency),
              minutes: plain(weighed.handleMinutes),
              perMinute: money(weighed.perMinute, currency),
            })}
          </p>
          <Inputs inputs={weighed.inputs} currency={currency} />
        </section>
      )}
    </Drawer>
  )
}

function Sentence({ decision, isNewest }: { decision: Decision; isNewest: boolean }) {
  const { t } = useTranslation('routing')
  const { currency } = useMe().account
  const inMoney = (some: Numbers) => readAll(some, currency, t('beyond-money'))
  const numbers = inMoney(decision.because.numbers)
  const other = decision.counterfactual
  return (
    <article className={`why-decision${isNewest ? ' is-newest' : ''}`}>
      <p className="faint num">
        {clock(decision.at)} · {t('policy-version', { version: decision.policyVersion })} ·{' '}
        {t(decision.priority > 0 ? 'priority.raised' : 'priority.none', { n: decision.priority })}
      </p>
      <h3>
        <span className={`tag ${decision.to === 'assistant' ? 'is-machine' : 'is-person'}`}>{t(`to.${decision.to}`)}</span>{' '}
        {t(`decision.${decision.because.code}`, numbers)}
      </h3>
      {decision.because.numbers['person'] != null && decision.price !== null && <p className="why-line">{t('sum', numbers)}</p>}
      {other && <p className="quiet">{t(`counterfactual.${isOutOfReach(other) ? 'no-sum' : other.code}`, inMoney(other.numbers))}</p>}
      <p className="faint">{t(decision.olderRules ? 'older-rules' : decision.replays ? 'replays' : 'conversations:why.does-not-replay')}</p>
    </article>
  )
}

/** A sum that nobody could bring is no advice: at the top of the scale, no sum goes first. */
const isOutOfReach = ({ code, numbers }: NonNullable<Decision['counterfactual']>) =>
  code === 'person-above' && isBeyondMoney(Number(numbers['price']))

const amounts = new Set(['stake', 'person', 'assistant', 'uplift', 'perMinute', 'price'])
const shares = new Set(['resolves', 'stays'])

type Numbers = Record<string, number | string | null>

function readAll(numbers: Numbers, currency: string, beyond: string): Record<string, string> {
  const read = (name: string, value: number) => (name === 'price' && isBeyondMoney(value) ? beyond : readable(name, value, currency))
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, typeof value === 'number' ? read(name, value) : (value ?? '')]))
}

function readable(name: string, value: number, currency: string): string {
  if (amounts.has(name)) return money(value, currency)
  return shares.has(name) ? share(value) : plain(value)
}
