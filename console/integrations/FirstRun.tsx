import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FirstStep, FirstRun as Progress } from '../../contract/integrations.ts'
import { ImportArticles } from '../knowledge/ImportArticles.tsx'
import { ask } from '../shell/api.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMay, useMe } from '../shell/me.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { currentLanguage } from '../shell/words.ts'
import { Invite } from '../team/Invite.tsx'
import { OpeningHours } from '../team/OpeningHours.tsx'
import { CompanyForm } from './CompanyForm.tsx'
import { Snippet } from './Snippet.tsx'
import { useFirstRun } from './use-first-run.ts'
import './first-run.css'

/** From an empty company to the first conversation in five steps; each may be left for later, in any order. */
export function FirstRun() {
  const { t } = useTranslation('first-run')
  const { data, error, refetch } = useFirstRun(true)
  const [chosen, setChosen] = useState<FirstStep>()
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const open = chosen ?? data.steps.find(({ state }) => state === 'open')?.step
  const done = data.steps.filter(({ state }) => state === 'done').length
  return (
    <div className="first-run">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <span className="push faint num">{t('progress', { done, all: data.steps.length })}</span>
      </header>
      <progress className="first-progress" max={data.steps.length} value={done} aria-label={t('progress', { done, all: data.steps.length })} />
      <p className="settings-intro">{t(data.finished ? 'finished' : 'intro')}</p>
      <ol>
        {data.steps.map(({ step, state }) => (
          <li key={step} className={`panel first-step is-${state}`}>
            <button type="button" aria-expanded={open === step} onClick={() => setChosen(step)}>
              <span className="first-mark" aria-hidden="true">
                {state === 'done' ? <Icon name="check" size={15} /> : null}
              </span>
              <b>{t(`${step}.title`)}</b>
              <span className="push faint">{state === 'open' ? '' : t(state)}</span>
            </button>
            {open === step && <Step step={step} state={state} onSettled={() => setChosen(undefined)} />}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Step({ step, state, onSettled }: { step: FirstStep; state: string; onSettled: () => void }) {
  const { t } = useTranslation('first-run')
  const isOwner = useMay('own')
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['first-run'] })
  const settle = useMutation({
    mutationFn: (next: 'done' | 'skipped') => ask<Progress>('PUT', `/v1/first-run/${step}`, { state: next }),
    onSuccess: (progress) => {
      queries.setQueryData(['first-run'], progress)
      onSettled()
    },
    onError: sayTrouble,
  })
  if (!isOwner) return <p className="quiet">{t('own-only')}</p>
  // Hours and the line on the page are right when the owner says so; the rest is seen from what is there.
  const isConfirmed = step === 'hours' || step === 'snippet'
  return (
    <div className="first-body">
      <p className="quiet">{t(`${step}.text`)}</p>
      {bodies[step]({ onDone: () => void refresh() })}
      <Group mt={14} gap={10}>
        {isConfirmed && (
          <Button onClick={() => settle.mutate('done')} loading={settle.isPending}>
            {t(`${step}.confirm`)}
          </Button>
        )}
        {state === 'open' && (
          <Button variant="subtle" onClick={() => settle.mutate('skipped')}>
            {t('later')}
          </Button>
        )}
      </Group>
    </div>
  )
}

const bodies: Record<FirstStep, (props: { onDone: () => void }) => ReactNode> = {
  company: ({ onDone }) => <CompanyForm onDone={onDone} />,
  people: ({ onDone }) => <People onDone={onDone} />,
  hours: () => <OpeningHours />,
  articles: ({ onDone }) => <ImportArticles onDone={onDone} />,
  snippet: () => <TryIt />,
}

function People({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('team')
  const [isInviting, setIsInviting] = useState(false)
  const close = () => {
    setIsInviting(false)
    onDone()
  }
  return (
    <>
      <Button onClick={() => setIsInviting(true)}>{t('invite')}</Button>
      <Invite opened={isInviting} onClose={close} />
    </>
  )
}

/** The widget itself on a page of ours, before it stands on any page of theirs. */
function TryIt() {
  const { t } = useTranslation('first-run')
  const { site } = useMe().account
  return (
    <>
      <iframe className="first-try" title={t('try.title')} src={`/try/?site=${site}&language=${currentLanguage()}`} />
      <Snippet />
    </>
  )
}
