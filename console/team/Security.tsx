import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, get } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { TwoStep } from './TwoStep.tsx'
import { Wrong } from './Wrong.tsx'
import './team.css'
import './security.css'

const shortest = 10

/** One's own sign-in: the password, and a second step. */
export function Security() {
  const { t } = useTranslation('team')
  const { data, error, refetch } = useQuery({
    queryKey: ['security'],
    queryFn: () => get<{ user: { twoFactorEnabled?: boolean | null } } | null>('/auth/get-session'),
  })
  const { data: accounts, refetch: again } = useQuery({
    queryKey: ['security', 'accounts'],
    queryFn: () => get<{ providerId: string }[]>('/auth/list-accounts'),
  })
  return (
    <div className="security">
      <div className="page-head">
        <h1>{t('security.title')}</h1>
      </div>
      <p className="settings-intro">{t('security.intro')}</p>
      <PasswordOf has={accounts?.some((one) => one.providerId === 'credential')} onSet={() => void again()} />
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting lines={4} />
      ) : (
        <TwoStep isOn={data?.user.twoFactorEnabled === true} onChanged={() => void refetch()} />
      )}
    </div>
  )
}

function PasswordOf({ has, onSet }: { has: boolean | undefined; onSet: () => void }) {
  if (has === undefined) return <Waiting lines={3} />
  return has ? <Password /> : <FirstPassword onSet={onSet} />
}

/** Whoever came by a link chooses the first password here; until then every sign-in takes a link. */
function FirstPassword({ onSet }: { onSet: () => void }) {
  const { t } = useTranslation('team')
  const [password, setPassword] = useState('')
  const save = useMutation({
    mutationFn: () => ask('POST', '/v1/me/password', { password }),
    onSuccess: () => {
      say(t('security.first-set'))
      onSet()
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="panel team-form" onSubmit={submit}>
      <h2>{t('security.first')}</h2>
      <p className="quiet">{t('security.first-hint')}</p>
      <PasswordInput
        label={t('security.next')}
        description={t('security.next-hint', { least: shortest })}
        autoComplete="new-password"
        required
        minLength={shortest}
        maxLength={128}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={save.isPending}>
        {t('console:save')}
      </Button>
    </form>
  )
}

function Password() {
  const { t } = useTranslation('team')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => ask('POST', '/auth/change-password', { currentPassword: current, newPassword: next, revokeOtherSessions: true }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      say(t('security.password-changed'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <form className="panel team-form" onSubmit={submit}>
      <h2>{t('security.password')}</h2>
      <PasswordInput
        label={t('security.current')}
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('security.next')}
        description={t('security.next-hint', { least: shortest })}
        autoComplete="new-password"
        required
        minLength={shortest}
        maxLength={128}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <Wrong error={change.error} isCode={false} />
      <Button type="submit" loading={change.isPending}>
        {t('security.change')}
      </Button>
    </form>
  )
}
