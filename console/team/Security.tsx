import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, get } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { Trouble } from '../shell/Trouble.tsx'
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
  return (
    <div className="security">
      <div className="page-head">
        <h1>{t('security.title')}</h1>
      </div>
      <p className="settings-intro">{t('security.intro')}</p>
      <Password />
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
