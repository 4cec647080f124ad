import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { MadeWebhook, Webhook, WebhookList } from '../../contract/integrations.ts'
import { publicEvents } from '../../core/integrations/public-events.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Secret } from './Secret.tsx'
import { Sure } from './Sure.tsx'
import './integrations.css'

type Hook = z.infer<typeof Webhook>

/** Which of the owner's systems are told what, and whether they answer. */
export function Webhooks() {
  const { t } = useTranslation('integrations')
  const isOwner = useMay('own')
  return (
    <>
      <header className="page-head">
        <h1>{t('webhooks.title')}</h1>
      </header>
      <p className="settings-intro">{t('webhooks.intro')}</p>
      {isOwner ? <OwnersWebhooks /> : <p className="faint">{t('own-only')}</p>}
    </>
  )
}

function OwnersWebhooks() {
  const { t } = useTranslation('integrations')
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks'],
    refetchInterval: 15_000,
    queryFn: () => get<z.infer<typeof WebhookList>>('/v1/webhooks'),
  })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <div className="keys">
      <section className="panel">
        {data.webhooks.length === 0 ? <p className="faint">{t('webhooks.empty')}</p> : <List webhooks={data.webhooks} />}
      </section>
      <NewWebhook />
    </div>
  )
}

function List({ webhooks }: { webhooks: Hook[] }) {
  const { t } = useTranslation('integrations')
  const queries = useQueryClient()
  const [ending, setEnding] = useState<Hook>()
  const end = useMutation({
    mutationFn: (id: string) => ask('DELETE', `/v1/webhooks/${id}`),
    onSuccess: async () => {
      setEnding(undefined)
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
    },
    onError: sayTrouble,
  })
  return (
    <ul className="webhooks">
      {webhooks.map((hook) => (
        <li key={hook.id}>
          <div>
            <code>{hook.url}</code>
            <span className={`tag ${hook.failing ? 'is-lost' : 'is-won'}`}>{t(hook.failing ? 'webhooks.failing' : 'webhooks.ok')}</span>
            {hook.pending > 0 && <span className="tag is-time num">{t('webhooks.pending', { count: hook.pending })}</span>}
            <small className="quiet">{hook.events.map((event) => t(`webhooks.event.${event}`, { defaultValue: event })).join(' · ')}</small>
          </div>
          <Button size="compact-sm" variant="default" onClick={() => setEnding(hook)} aria-label={t('webhooks.remove-name', { url: hook.url })}>
            {t('webhooks.remove')}
          </Button>
        </li>
      ))}
      <Sure
        opened={ending !== undefined}
        title={t('webhooks.sure')}
        text={t('webhooks.sure-text', { url: ending?.url })}
        confirm={t('webhooks.remove')}
        isPending={end.isPending}
        onConfirm={() => ending && end.mutate(ending.id)}
        onClose={() => setEnding(undefined)}
      />
    </ul>
  )
}

function NewWebhook() {
  const { t } = useTranslation('integrations')
  const queries = useQueryClient()
  const [url, setUrl] = useState('')
  const [wanted, setWanted] = useState<string[]>(['conversation.closed'])
  const [secret, setSecret] = useState<string>()
  const make = useMutation({
    mutationFn: () => ask<z.infer<typeof MadeWebhook>>('POST', '/v1/webhooks', { url: url.trim(), events: wanted }),
    onSuccess: async (made) => {
      setSecret(made.secret)
      setUrl('')
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form className="panel keys-new" onSubmit={submit}>
      <TextInput
        label={t('webhooks.url')}
        description={t('webhooks.url-hint')}
        type="url"
        required
        placeholder="https://"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <MultiSelect
        label={t('webhooks.events')}
        description={t('webhooks.events-hint')}
        value={wanted}
        onChange={setWanted}
        data={publicEvents.map((value) => ({ value, label: t(`webhooks.event.${value}`) }))}
      />
      <Button type="submit" disabled={!url.trim() || wanted.length === 0} loading={make.isPending}>
        {t('webhooks.add')}
      </Button>
      <Secret secret={secret} title={t('webhooks.secret')} onDone={() => setSecret(undefined)} />
    </form>
  )
}
