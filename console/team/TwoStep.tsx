import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../integrations/Code.tsx'
import { ask } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { Wrong } from './Wrong.tsx'
import '../integrations/integrations.css'

interface Begun {
  totpURI: string
  backupCodes: string[]
}

/** A second step at sign-in: on after the first right code, off by password. */
export function TwoStep({ isOn, onChanged }: { isOn: boolean; onChanged: () => void }) {
  const { t } = useTranslation('team')
  const [begun, setBegun] = useState<Begun>()
  const done = (sentence: string) => {
    setBegun(undefined)
    say(sentence)
    onChanged()
  }
  return (
    <section className="panel team-form" aria-label={t('security.two-step')}>
      <h2>{t('security.two-step')}</h2>
      <p className="quiet">{t(isOn ? 'security.is-on' : 'security.is-off')}</p>
      {isOn ? (
        <ByPassword key="off" path="disable" label={t('security.switch-off')} onDone={() => done(t('security.switched-off'))} />
      ) : begun ? (
        <Confirm begun={begun} onDone={() => done(t('security.switched-on'))} />
      ) : (
        <ByPassword key="on" path="enable" label={t('security.switch-on')} onDone={setBegun} />
      )}
    </section>
  )
}

function ByPassword({ path, label, onDone }: { path: 'enable' | 'disable'; label: string; onDone: (begun: Begun) => void }) {
  const { t } = useTranslation('team')
  const [password, setPassword] = useState('')
  const send = useMutation({ mutationFn: () => ask<Begun>('POST', `/auth/two-factor/${path}`, { password }), onSuccess: onDone })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form className="team-form" onSubmit={submit}>
      <PasswordInput
        label={t('security.current')}
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Wrong error={send.error} isCode={false} />
      <Button type="submit" variant={path === 'disable' ? 'default' : 'filled'} loading={send.isPending}>
        {label}
      </Button>
    </form>
  )
}

/** The secret is typed into the authenticator; the first right code proves that it arrived there. */
function Confirm({ begun, onDone }: { begun: Begun; onDone: () => void }) {
  const { t } = useTranslation('team')
  const [code, setCode] = useState('')
  const verify = useMutation({ mutationFn: () => ask('POST', '/auth/two-factor/verify-totp', { code: code.replace(/\s/g, '') }), onSuccess: onDone })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    verify.mutate()
  }
  return (
    <form className="team-form" onSubmit={submit}>
      <h3>{t('security.secret')}</h3>
      <p className="quiet">{t('security.secret-hint')}</p>
      <Code text={secretOf(begun.totpURI)} label={t('security.secret')} />
      <h3>{t('security.backup')}</h3>
      <p className="quiet">{t('security.backup-hint')}</p>
      <Code text={begun.backupCodes.join('\n')} label={t('security.backup')} />
      <TextInput
        label={t('security.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Wrong error={verify.error} isCode />
      <Button type="submit" loading={verify.isPending}>
        {t('security.confirm')}
      </Button>
    </form>
  )
}

const secretOf = (uri: string) => new URL(uri).searchParams.get('secret') ?? uri
