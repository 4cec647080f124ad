import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PolicyView } from '../../contract/routing.ts'
import type { ReplayList, ReplayView } from '../../contract/trust.ts'
import { mostMinutes } from '../../core/trust/ended.ts'
import { ask, get } from '../shell/api.ts'
import { useReplaying } from '../shell/live.ts'
import { useMay } from '../shell/me.ts'
import { plain, share } from '../shell/numbers.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { LabForm } from './LabForm.tsx'
import { moment, signed } from './names.ts'
import { PastResult } from './PastResult.tsx'
import { ScenarioDrop } from './ScenarioDrop.tsx'
import { ScenarioResult } from './ScenarioResult.tsx'
import './trust.css'

/** Row 40: the own past under other numbers or with another team, before anything goes live. */
export function Lab() {
  const { t } = useTranslation('trust')
  const navigate = useNavigate()
  const { hash } = useLocation()
  const chosen = Number(/^replay-(\d+)$/.exec(hash)?.[1] ?? 0)
  const show = (replay: number) => void navigate({ to: '/settings/$section', params: { section: 'lab' }, hash: `replay-${replay}` })
  const { data: policy, error, refetch } = useQuery({ queryKey: ['policy'], queryFn: () => get<PolicyView>('/v1/policy') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!policy) return <Waiting />
  return (
    <>
      <header className="page-head">
        <h1>{t('lab.title')}</h1>
      </header>
      <p className="settings-intro">{t('lab.intro')}</p>
      <LabForm key={policy.version} policy={policy} onAsked={show} />
      <ScenarioDrop onAsked={show} />
      {chosen > 0 && <Run key={chosen} replay={chosen} />}
      <Runs chosen={chosen} onChoose={show} />
    </>
  )
}

function Run({ replay }: { replay: number }) {
  const { t } = useTranslation('trust')
  const { data, error, refetch } = useQuery({ queryKey: ['replays', replay], queryFn: () => get<ReplayView>(`/v1/replays/${replay}`) })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  if (data.state === 'under-way') return <Playing run={data} />
  if (data.state === 'cancelled') return <p className="panel">{t('lab.cancelled')}</p>
  if (data.state === 'too-long') return <p className="panel lost">{t('lab.too-long', { minutes: plain(mostMinutes, 0) })}</p>
  if (data.tooLittle) return <p className="panel">{t('lab.too-little', data.tooLittle)}</p>
  if (data.result === null) return <p className="panel lost">{t('lab.failed')}</p>
  return data.result.kind === 'past' ? <PastResult run={data} result={data.result} /> : <ScenarioResult result={data.result} />
}

function Playing({ run: { replay, asked } }: { run: ReplayView }) {
  const { t } = useTranslation('trust')
  const heard = useReplaying()
  const mayStop = useMay('lead')
  const queries = useQueryClient()
  const stop = useMutation({
    mutationFn: () => ask('PUT', `/v1/replays/${replay}/cancellation`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['replays'] }),
    onError: sayTrouble,
  })
  const playing = t('scenario' in asked ? 'lab.playing-scenario' : 'lab.playing')
  const done = heard?.replay === replay ? heard.share : 0
  return (
    <div className="panel">
      <p role="status">
        {playing} {done > 0 && <span className="num quiet">{share(done)}</span>}
      </p>
      <Progress value={done > 0 ? 100 * done : 100} animated={done === 0} transitionDuration={200} aria-label={playing} />
      <p className="faint">{t('lab.limit', { minutes: plain(mostMinutes, 0) })}</p>
      {mayStop && (
        <Button variant="default" size="compact-sm" loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('lab.cancel')}
        </Button>
      )}
    </div>
  )
}

/** What a run asked, in a few words. */
function useRunTitle(): (title: ReplayView['title']) => string {
  const { t } = useTranslation('trust')
  return ({ scenario, assistantOff, people }) => {
    if (scenario !== null) return scenario || t('lab.policy')
    const parts = [
      ...(assistantOff ? [t('lab.asked.assistant-off')] : []),
      ...people.map((more) => t('lab.asked.people', { people: signed(more, (n) => plain(n, 0)) })),
    ]
    return parts.length === 0 ? t('lab.numbers') : parts.join(', ')
  }
}

function Runs({ chosen, onChoose }: { chosen: number; onChoose: (replay: number) => void }) {
  const { t } = useTranslation('trust')
  const { data } = useQuery({ queryKey: ['replays'], queryFn: () => get<ReplayList>('/v1/replays') })
  const titleOf = useRunTitle()
  if (!data || data.replays.length === 0) return null
  return (
    <>
      <h2 className="trust-head">{t('lab.runs')}</h2>
      <div className="lab-ways">
        {data.replays.map(({ replay, at, draft, title }) => (
          <button key={replay} type="button" className="tag" aria-pressed={replay === chosen} onClick={() => onChoose(replay)}>
            {t('lab.run-of', { replay: plain(replay, 0), at: moment(at) })} ·{' '}
            {draft === null ? titleOf(title) : t('versions.draft', { draft: plain(draft, 0) })}
          </button>
        ))}
      </div>
    </>
  )
}
