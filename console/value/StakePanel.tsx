import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import { useMe } from '../shell/me.ts'
import { money } from '../shell/numbers.ts'
import { StakeParts } from './StakeBar.tsx'
import './stake.css'

/** What is at stake, the terms of the sum, and what a person adds. */
export function StakePanel({ conversation, onWhy }: { conversation: Conversation; onWhy: () => void }) {
  const { t } = useTranslation('value')
  const { currency } = useMe().account
  const { weighed } = conversation
  if (!weighed) return <p className="faint">{t('conversations:why.not-weighed')}</p>
  return (
    <>
      <div className="stake-sum num">{money(weighed.total, currency)}</div>
      <StakeParts atRisk={weighed.atRisk} toGain={weighed.toGain} currency={currency} />
      <ul className="stake-terms">
        {weighed.terms.map((term) => (
          <li key={term.code}>
            {t(`terms.${term.code}`)} <b>{money(term.money, currency)}</b>
          </li>
        ))}
      </ul>
      <p className="why-line">
        {t('person-adds', { uplift: money(weighed.uplift, currency), perMinute: money(weighed.perMinute, currency) })}{' '}
        <button type="button" className="link" onClick={onWhy}>
          {t('console:why')}
        </button>
      </p>
    </>
  )
}
