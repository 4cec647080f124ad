import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { ApiKeyList, MadeApiKey } from '../../contract/integrations.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { longDay, when } from '../shell/numbers.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Wide } from '../shell/Wide.tsx'
import { Secret } from './Secret.tsx'
import { Sure } from './Sure.tsx'
import './integrations.css'

type Key = ApiKeyList['keys'][number]
const scopes: Key['scope'][] = ['events', 'read', 'full']

/** Keys of the owner's own programs; each can be taken away at once. */
export function Keys() {
  const { t } = useTranslation('integrations')
  const isOwner = useMay('own')
  return (
    <>
      <header className="page-head">
        <h1>{t('keys.title')}</h1>
        <a className="push" href="/docs" target="_blank" rel="noreferrer">
          {t('keys.docs')}
        </a>
      </header>
      <p className="settings-intro">{t('keys.intro')}</p>
      {isOwner ? <OwnersKeys /> : <p className="faint">{t('own-only')}</p>}
    </>
  )
}

function OwnersKeys() {
  const { t } = useTranslation('integrations')
  const { data, error, refetch } = useQuery({ queryKey: ['api-keys'], queryFn: () => get<ApiKeyList>('/v1/api-keys') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <div className="keys">
      <section className="panel">{data.keys.length === 0 ? <p className="faint">{t('keys.empty')}</p> : <Table keys={data.keys} />}</section>
      <NewKey />
    </div>
  )
}

function Table({ keys }: { keys: Key[] }) {
  const { t } = useTranslation('integrations')
  const queries = useQueryClient()
  const [revoking, setRevoking] = useState<Key>()
  const revoke = useMutation({
    mutationFn: (id: string) => ask('DELETE', `/v1/api-keys/${id}`),
    onSuccess: async () => {
      setRevoking(undefined)
      await queries.invalidateQueries({ queryKey: ['api-keys'] })
    },
    onError: sayTrouble,
  })
  return (
    <Wide label={t('keys.title')}>
      <table className="plain">
        <thead>
          <tr>
            {(['name', 'scope', 'ends', 'made', 'used'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`keys.${head}`)}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t('keys.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td>
                <b>{key.name}</b>
              </td>
              <td>{t(`keys.scopes.${key.scope}`)}</td>
              <td>
                <code>{key.prefix}</code>
              </td>
              <td>{longDay(key.createdAt)}</td>
              <td>{key.lastUsedAt ? when(key.lastUsedAt) : t('keys.never')}</td>
              <td className="right">
                <Button size="compact-sm" variant="default" onClick={() => setRevoking(key)} aria-label={t('keys.revoke-name', { name: key.name })}>
                  {t('keys.revoke')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Sure
        opened={revoking !== undefined}
        title={t('keys.sure', { name: revoking?.name })}
        text={t('keys.sure-text')}
        confirm={t('keys.revoke')}
        isPending={revoke.isPending}
        onConfirm={() => revoking && revoke.mutate(revoking.id)}
        onClose={() => setRevoking(undefined)}
      />
    </Wide>
  )
}

function NewKey() {
  const { t } = useTranslation('integrations')
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Key['scope']>('events')
  const [secret, setSecret] = useState<string>()
  const make = useMutation({
    mutationFn: () => ask<z.infer<typeof MadeApiKey>>('POST', '/v1/api-keys', { name: name.trim(), scope }),
    onSuccess: async (made) => {
      setSecret(made.secret)
      setName('')
      await queries.invalidateQueries({ queryKey: ['api-keys'] })
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
        label={t('keys.name')}
        description={t('keys.name-hint')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('keys.scope')}
        description={t(`keys.scope-hint.${scope}`)}
        allowDeselect={false}
        value={scope}
        onChange={(next) => setScope(scopes.find((one) => one === next) ?? scope)}
        data={scopes.map((value) => ({ value, label: t(`keys.scopes.${value}`) }))}
      />
      <Button type="submit" disabled={!name.trim()} loading={make.isPending}>
        {t('keys.make')}
      </Button>
      <Secret secret={secret} title={t('keys.secret')} onDone={() => setSecret(undefined)} />
    </form>
  )
}
