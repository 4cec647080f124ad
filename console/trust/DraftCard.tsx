import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyVersions } from '../../contract/trust.ts'
import { ask } from '../shell/api.ts'
import { useMay, useMe } from '../shell/me.ts'
import { money, plain } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { Breaches } from './Breaches.tsx'
import { ByItself } from './ByItself.tsx'
import { Differences } from './Differences.tsx'
import { changed, isChance, moment } from './names.ts'
import { useRefreshPolicy } from './refresh.ts'

type Draft = PolicyVersions['drafts'][number]

/** A proposed policy: what it changes, what the own past says of it, and what a second person decides. */
export function DraftCard({ draft, others }: { draft: Draft; others: number }) {
  const { t } = useTranslation('trust')
  const mayJudge = useMay('lead')
  return (
    <section className="panel draft">
      <h2>
        {t('versions.draft', { draft: plain(draft.draft, 0) })}{' '}
        <span className="quiet">
          {t('versions.by', { name: draft.warning ? t('itself.name') : (draft.by ?? t('versions.a-key')), at: moment(draft.at) })}
        </span>
      </h2>
      {draft.warning && <ByItself warning={draft.warning} />}
      {draft.words !== '' && <p>{draft.words}</p>}
      <Differences differences={draft.differences} />
      <TrialLine draft={draft} />
      {mayJudge && <Judging draft={draft} others={others} />}
    </section>
  )
}

function TrialLine({ draft: { trial } }: { draft: Draft }) {
  const { t } = useTranslation('trust')
  const { currency } = useMe().account
  if (!trial) return null
  const { state, stale, value, wait, blocking } = trial
  const isDone = state === 'done' && value && wait
  return (
    <div className="draft-trial" role="status">
      <p>
        {isDone
          ? t('trial.done', { value: changed(value, (sum) => money(sum, currency)), wait: changed(wait, (minutes) => plain(minutes, 2)) })
          : t(`trial.${state === 'done' ? 'failed' : state}`)}{' '}
        {isDone && isChance(value) && isChance(wait) && <span className="faint">({t('lab.chance')}) </span>}
        {isDone && (
          <Link to="/settings/$section" params={{ section: 'lab' }} hash={`replay-${trial.replay}`}>
            {t('versions.see')}
          </Link>
        )}
      </p>
      {stale && <p className="lost">{t('trial.stale')}</p>}
      {blocking.length > 0 && (
        <>
          <p className="lost">{t('trial.blocked')}</p>
          <Breaches breaches={blocking} />
        </>
      )}
    </div>
  )
}

function Judging({ draft, others }: { draft: Draft; others: number }) {
  const { t } = useTranslation('trust')
  const [asking, setAsking] = useState<'alone' | 'reject' | null>(null)
  const refresh = useRefreshPolicy()
  const path = `/v1/policy/drafts/${draft.draft}`
  const done = (words: string) => () => {
    setAsking(null)
    refresh()
    say(words)
  }
  const approve = useMutation({
    mutationFn: (alone: boolean) => ask('PUT', `${path}/approval`, { alone }),
    onSuccess: done(t('versions.approved')),
    onError: sayTrouble,
  })
  const again = useMutation({ mutationFn: () => ask('POST', `${path}/trial`), onSuccess: refresh, onError: sayTrouble })
  const { trial } = draft
  const isAlone = draft.mine && others === 0
  const isReady = trial !== null && !trial.stale && trial.blocking.length === 0 && ['done', 'too-little-past', 'too-long'].includes(trial.state)
  return (
    <div className="draft-ways">
      {draft.mine && others > 0 ? (
        <span className="faint">{t('versions.second')}</span>
      ) : (
        <Button disabled={!isReady} loading={approve.isPending} onClick={() => (isAlone ? setAsking('alone') : approve.mutate(false))}>
          {t('versions.approve')}
        </Button>
      )}
      <Button variant="default" onClick={() => setAsking('reject')}>
        {t('versions.reject')}
      </Button>
      {trial && trial.state !== 'under-way' && (trial.stale || ['failed', 'cancelled', 'too-long'].includes(trial.state)) && (
        <Button variant="subtle" loading={again.isPending} onClick={() => again.mutate()}>
          {t('versions.try')}
        </Button>
      )}
      <Modal
        opened={asking === 'alone'}
        onClose={() => setAsking(null)}
        title={t('versions.alone-title')}
        closeButtonProps={{ 'aria-label': t('console:close') }}
      >
        <p className="trust-text">{t('versions.alone-text')}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(null)}>
            {t('console:cancel')}
          </Button>
          <Button loading={approve.isPending} onClick={() => approve.mutate(true)}>
            {t('versions.approve')}
          </Button>
        </Group>
      </Modal>
      <Rejecting path={path} isOpen={asking === 'reject'} onClose={() => setAsking(null)} />
    </div>
  )
}

function Rejecting({ path, isOpen, onClose }: { path: string; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('trust')
  const [words, setWords] = useState('')
  const refresh = useRefreshPolicy()
  const reject = useMutation({
    mutationFn: () => ask('PUT', `${path}/rejection`, { words }),
    onSuccess: () => {
      onClose()
      refresh()
      say(t('versions.rejected'))
    },
    onError: sayTrouble,
  })
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('versions.reject')} closeButtonProps={{ 'aria-label': t('console:close') }}>
      <Textarea
        label={t('versions.reject-why')}
        autosize
        minRows={3}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button disabled={words.trim() === ''} loading={reject.isPending} onClick={() => reject.mutate()}>
          {t('versions.reject')}
        </Button>
      </Group>
    </Modal>
  )
}
