import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationPage } from '../../contract/conversations.ts'
import { startOutbox, useOutbox } from '../conversations/outbox.ts'
import { FirstRunBar } from '../integrations/FirstRunBar.tsx'
import { Desk } from '../queue/Desk.tsx'
import { Paused } from '../routing/Paused.tsx'
import { Notices } from '../team/Notices.tsx'
import { usePreferences } from '../team/preferences.ts'
import { get } from './api.ts'
import { keyName } from './commands.ts'
import { useCountInTab } from './favicon.ts'
import { useDensity } from './habits.ts'
import { Icon, type IconName, Mark } from './Icon.tsx'
import { goLive, useConnected } from './live.ts'
import { SignedInMe, useHeartbeat, useMaybeMe, useMe } from './me.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { Waiting } from './Waiting.tsx'
import { currentLanguage, speak } from './words.ts'
import './frame.css'

const places: { to: '/inbox' | '/floor' | '/customers' | '/knowledge' | '/results' | '/settings'; name: IconName }[] = [
  { to: '/inbox', name: 'inbox' },
  { to: '/floor', name: 'floor' },
  { to: '/customers', name: 'customers' },
  { to: '/knowledge', name: 'knowledge' },
  { to: '/results', name: 'results' },
  { to: '/settings', name: 'settings' },
]

/** What the first sight of the inbox does without comes behind it. */
const Commands = lazy(() => import('./Commands.tsx').then((file) => ({ default: file.Commands })))
const SignIn = lazy(() => import('./SignIn.tsx').then((file) => ({ default: file.SignIn })))

/** Everything around a screen: who is signed in, the rail, the live line. */
export function Frame() {
  const { data: me, isPending } = useMaybeMe()
  if (isPending) return <Waiting />
  if (me)
    return (
      <SignedInMe value={me}>
        <SignedIn />
      </SignedInMe>
    )
  return (
    <Suspense fallback={<Waiting />}>
      <SignIn />
    </Suspense>
  )
}

function SignedIn() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const me = useMe()
  useEffect(() => goLive(queries), [queries])
  useHeartbeat(me.may.includes('serve'))
  usePreferences(me.preferences)
  useEffect(() => {
    if (me.language !== currentLanguage()) void speak(me.language)
  }, [me.language])
  const mine = useWaitingCount()
  useCountInTab(mine)
  useDensity()
  const asked = useAskedEarly()
  useEffect(() => startOutbox(queries, me.person.id), [queries, me.person.id])
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <nav className="rail" aria-label={t('rail')}>
        <Link to="/inbox" className="rail-mark" aria-label="Sambut">
          <Mark />
        </Link>
        {places.map(({ to, name }) => (
          <Link key={to} to={to} className="rail-place" activeProps={{ 'aria-current': 'page' }}>
            <Icon name={name} size={21} />
            <span>{t(`places.${name}`)}</span>
            {name === 'inbox' && mine > 0 && <span className="rail-count num">{mine}</span>}
          </Link>
        ))}
        <Notices />
        <PersonMenu />
      </nav>
      <main id="main" className="screen" tabIndex={-1}>
        <Offline />
        <Paused />
        <FirstRunBar />
        {me.may.includes('serve') && <Desk />}
        <Outlet />
      </main>
      <Suspense>
        <Commands opens={asked} />
      </Suspense>
    </div>
  )
}

/** Whoever asks for the palette before it has come gets it as soon as it is there. */
function useAskedEarly(): boolean {
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (keyName(event) !== 'mod+k') return
      event.preventDefault()
      setAsked(true)
    }
    if (asked) return
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [asked])
  return asked
}

function useWaitingCount(): number {
  const { data } = useQuery({
    queryKey: ['conversations', 'unanswered'],
    queryFn: () => get<ConversationPage>('/v1/conversations?view=mine&limit=100'),
  })
  return data?.rows.filter((row) => row.unread).length ?? 0
}

function Offline() {
  const { t } = useTranslation()
  const queued = useOutbox().filter((item) => item.state === 'offline').length
  if (useConnected() && queued === 0) return null
  return (
    <div className="offline" role="status">
      <Icon name="warn" size={16} /> {t('offline')} {queued > 0 && t('offline-queued', { count: queued })}
    </div>
  )
}
