import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../core/language.ts'
import { ask, get, Refused } from './api.ts'
import { Face } from './Face.tsx'
import { Mark } from './Icon.tsx'
import { sentenceFor } from './Trouble.tsx'
import { currentLanguage, speak } from './words.ts'
import './sign-in.css'

interface DemoPeople {
  people: { name: string; role: string; email: string }[]
}

/** The door: the demo's people by one click, everybody else by password, link or code. */
export function SignIn() {
  const { t } = useTranslation()
  const [trouble, setTrouble] = useState('')
  const [said, setSaid] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const queries = useQueryClient()
  const inside = () => queries.invalidateQueries({ queryKey: ['me'] })
  const attempt = async (run: () => Promise<void>) => {
    setTrouble('')
    try {
      await run()
    } catch (error) {
      setTrouble(error instanceof Refused && error.status === 401 ? t('problems:wrong-credentials') : sentenceFor(error))
    }
  }
  const signIn = (email: string, password: string) =>
    attempt(async () => {
      const answer = await ask<{ twoFactorRedirect?: boolean }>('POST', '/auth/sign-in/email', { email, password })
      if (answer.twoFactorRedirect) setNeedsCode(true)
      else await inside()
    })
  const sendLink = (email: string) =>
    attempt(async () => {
      await ask('POST', '/auth/sign-in/magic-link', { email, callbackURL: '/console/' })
      setSaid(t('sign-in.link-sent'))
    })
  const enterCode = (code: string) =>
    attempt(async () => {
      // Six digits are the authenticator's; all else is one of the backup codes.
      const digits = code.replace(/\s/g, '')
      if (/^\d{6}$/.test(digits)) await ask('POST', '/auth/two-factor/verify-totp', { code: digits })
      else await ask('POST', '/auth/two-factor/verify-backup-code', { code: code.trim() })
      await inside()
    })

  return (
    <main className="door">
      <div className="door-card">
        <Mark size={44} />
        <h1>{t('sign-in.welcome')}</h1>
        <p className="quiet">{t('sign-in.promise')}</p>
        <DemoPeople inside={inside} onTrouble={(error) => setTrouble(sentenceFor(error))} />
        {needsCode ? <Code onCode={enterCode} /> : <Password onSignIn={signIn} onLink={sendLink} />}
        {trouble && (
          <p role="alert" className="door-trouble">
            {trouble}
          </p>
        )}
        {said && <p role="status">{said}</p>}
      </div>
      <Languages />
    </main>
  )
}

function DemoPeople({ inside, onTrouble }: { inside: () => Promise<void>; onTrouble: (error: unknown) => void }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['demo-people'],
    retry: false,
    queryFn: () => get<DemoPeople>('/v1/demo/people').catch(() => ({ people: [] })),
  })
  if (!data || data.people.length === 0) return null
  const enter = (email: string) => ask('POST', '/v1/demo/session', { email }).then(inside, onTrouble)
  return (
    <section aria-label={t('sign-in.demo')} className="door-demo">
      <h2>{t('sign-in.demo')}</h2>
      {data.people.map((person) => (
        <button key={person.email} type="button" className="door-person" onClick={() => void enter(person.email)}>
          <Face name={person.name} ours />
          <span>
            <b>{person.name}</b>
            <small>{t(`roles.${person.role}`)}</small>
          </span>
        </button>
      ))}
      <h2>{t('sign-in.or')}</h2>
    </section>
  )
}

function Password({ onSignIn, onLink }: { onSignIn: (email: string, password: string) => void; onLink: (email: string) => void }) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password) onSignIn(email, password)
    else onLink(email)
  }
  return (
    <form onSubmit={submit} className="door-form">
      <TextInput
        label={t('sign-in.email')}
        type="email"
        required
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('sign-in.password')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" fullWidth>
        {password ? t('sign-in.enter') : t('sign-in.send-link')}
      </Button>
    </form>
  )
}

function Code({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  return (
    <form
      className="door-form"
      onSubmit={(event) => {
        event.preventDefault()
        onCode(code)
      }}
    >
      <TextInput
        label={t('sign-in.code')}
        description={t('sign-in.code-hint')}
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        data-autofocus
      />
      <Button type="submit" fullWidth>
        {t('sign-in.enter')}
      </Button>
    </form>
  )
}

function Languages() {
  const { t } = useTranslation()
  const choose = (language: Language) => void speak(language)
  return (
    <nav aria-label={t('me.language')} className="door-languages">
      {languages.map((language) => (
        <button key={language} type="button" lang={language} aria-pressed={currentLanguage() === language} onClick={() => choose(language)}>
          {t(`languages.${language}`)}
        </button>
      ))}
    </nav>
  )
}
