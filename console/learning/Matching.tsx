import { Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MatchingView } from '../../contract/learning.ts'
import type { PolicyView } from '../../contract/routing.ts'
import { policyOf } from '../routing/policy-of.ts'
import { ask, get, Refused } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { plain, share } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Wide } from '../shell/Wide.tsx'
import { useIntentName } from '../understanding/intent-name.ts'
import { Estimates } from './Estimates.tsx'
import { points } from './points.ts'
import './matching.css'

/** Who serves whom: what is believed, what it brings against the holdout, and the switch. */
export function Matching() {
  const { t } = useTranslation('learning')
  const { data, error, refetch } = useQuery({ queryKey: ['matching'], queryFn: () => get<MatchingView>('/v1/matching') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return (
    <>
      <header className="page-head">
        <h1>{t('title')}</h1>
      </header>
      <p className="settings-intro">{t('intro', { share: share(data.holdoutShare) })}</p>
      <Learns learns={data.learns} />
      <Lift view={data} />
      <Load view={data} />
      <Beliefs beliefs={data.beliefs} />
      <section className="panel matching">
        <h2>{t('steps.title')}</h2>
        <p>
          {t('steps.text', {
            skill: plain(data.relaxes.skill),
            language: plain(data.relaxes.language),
            limit: plain(data.relaxes.limit),
          })}
        </p>
      </section>
    </>
  )
}

function Learns({ learns }: { learns: boolean }) {
  const { t } = useTranslation('learning')
  const mayChange = useMay('own')
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: switchTo,
    onSuccess: async (came) => {
      if ('draft' in came) say(t('routing:policy.saved', { draft: plain(came.draft, 0) }))
      else queries.setQueryData(['matching'], came)
      await queries.invalidateQueries({ queryKey: ['policy'] })
    },
    onError: sayTrouble,
  })
  return (
    <section className="panel matching">
      <Switch
        label={t('switch.label')}
        description={t(learns ? 'switch.on' : 'switch.off')}
        checked={learns}
        disabled={!mayChange || change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
    </section>
  )
}

/** Off holds at once. On again is a draft where somebody else may approve it. */
async function switchTo(learns: boolean): Promise<MatchingView | { draft: number }> {
  try {
    return await ask<MatchingView>('PUT', '/v1/matching', { learns })
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'second-person') throw error
    const policy = { ...policyOf(await get<PolicyView>('/v1/policy')), matchingLearns: learns }
    return ask<{ draft: number }>('POST', '/v1/policy/drafts', { policy, words: '' })
  }
}

function Lift({ view: { lift, learnt, holdout, leastOutcomes } }: { view: MatchingView }) {
  const { t } = useTranslation('learning')
  const armed = [
    { name: 'learnt', ...learnt },
    { name: 'holdout', ...holdout },
  ]
  return (
    <section className="panel matching">
      <h2>{t('lift.title')}</h2>
      {lift ? (
        <p className="matching-lift">
          <strong className="num">{points(lift.difference)}</strong> {t('lift.interval', { low: points(lift.low), high: points(lift.high) })}
        </p>
      ) : (
        <p className="quiet">{t('lift.not-enough', { least: leastOutcomes })}</p>
      )}
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('lift.arm')}</th>
            <th scope="col" className="right">
              {t('lift.outcomes')}
            </th>
            <th scope="col" className="right">
              {t('lift.resolved')}
            </th>
          </tr>
        </thead>
        <tbody>
          {armed.map(({ name, n, resolved }) => (
            <tr key={name}>
              <th scope="row">{t(`arms.${name}`)}</th>
              <td className="right num">{plain(n, 0)}</td>
              <td className="right num">{n === 0 ? '–' : share(resolved / n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint">{t('lift.note')}</p>
      <Estimates />
    </section>
  )
}

function Load({ view: { load, spread } }: { view: MatchingView }) {
  const { t } = useTranslation('learning')
  return (
    <section className="panel matching">
      <h2>{t('load.title')}</h2>
      <p className="quiet">{t('load.text', { least: plain(spread.least), most: plain(spread.most) })}</p>
      {load.length === 0 ? (
        <p className="faint">{t('load.empty')}</p>
      ) : (
        <ul className="matching-load">
          {load.map(({ person, name, ofMean }) => (
            <li key={person}>
              <span>{name}</span>
              <div className={`matching-bar${ofMean < spread.least || ofMean > spread.most ? ' is-beyond' : ''}`}>
                <span style={{ width: `${Math.min(100, ofMean * 50)}%` }} />
              </div>
              <span className="num">{plain(ofMean, 2)} ×</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Beliefs({ beliefs }: { beliefs: MatchingView['beliefs'] }) {
  const { t } = useTranslation('learning')
  const intentName = useIntentName()
  if (beliefs.length === 0) {
    return (
      <section className="panel matching">
        <h2>{t('beliefs.title')}</h2>
        <p className="faint">{t('beliefs.empty')}</p>
      </section>
    )
  }
  return (
    <Wide label={t('beliefs.title')} className="panel matching">
      <h2>{t('beliefs.title')}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('beliefs.matter')}</th>
            <th scope="col">{t('beliefs.language')}</th>
            <th scope="col">{t('beliefs.person')}</th>
            <th scope="col" className="right">
              {t('beliefs.resolves')}
            </th>
            <th scope="col" className="right">
              {t('beliefs.outcomes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {beliefs.map(({ person, name, intent, language, mean, deviation, n }) => (
            <tr key={`${person} ${intent} ${language}`}>
              <td>{intentName(intent || null)}</td>
              <td>{language ? t(`console:languages.${language}`, { defaultValue: language }) : '–'}</td>
              <td>{name}</td>
              <td className="right num">
                {share(mean)} <span className="faint">± {share(2 * deviation)}</span>
              </td>
              <td className="right num">{plain(n, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
