import { useHotkeys } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CustomerPanel } from '../customers/CustomerPanel.tsx'
import { Why } from '../routing/Why.tsx'
import { useMay } from '../shell/me.ts'
import { newId } from '../shell/new-id.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Composer } from './Composer.tsx'
import { useKeepFailed } from './draft.ts'
import { type Pending, useAct, useConversation, useSend, useUnsettled } from './queries.ts'
import { Stream } from './Stream.tsx'
import { TopBar } from './TopBar.tsx'
import { useEarlier, useTimeline } from './timeline.ts'
import './talk.css'

/** One conversation with everything at hand: what was said, what is at stake, who it is. */
export function ConversationScreen({ id, onNext }: { id: string; onNext: () => void }) {
  const { t } = useTranslation('conversations')
  const { data: conversation, error, refetch } = useConversation(id)
  const { data: timeline } = useTimeline(id)
  const earlier = useEarlier(id, timeline)
  const [pending, setPending] = useState<Pending[]>([])
  const [mode, setMode] = useState<'reply' | 'note'>('reply')
  const [showsWhy, setShowsWhy] = useState(false)
  const [showsCustomer, setShowsCustomer] = useState(false)
  const send = useSend(id, setPending, useKeepFailed(id, pending))
  const act = useAct(id)
  const mayServe = useMay('serve')
  const go = useNavigate()
  const entries = timeline?.entries ?? []
  const unsettled = useUnsettled(pending, entries)
  const take = () => act.mutate({ method: 'POST', path: 'claim' })
  const resolve = () => act.mutate({ method: 'POST', path: 'closure', body: { resolved: true, reason: 'solved' } }, { onSuccess: onNext })
  useHotkeys([
    ['T', () => mayServe && conversation && !conversation.mayReply && take()],
    ['E', () => conversation?.mayReply && resolve()],
    ['N', () => setMode('note')],
    ['R', () => setMode('reply')],
  ])
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!conversation || !timeline) return <Waiting lines={9} />
  const say = (text: string) => send.mutate({ clientId: newId(), text, private: mode === 'note', failed: false })
  return (
    <>
      <section className="talk" aria-label={t('with', { name: conversation.customer.name ?? `#${conversation.number}` })}>
        <TopBar
          conversation={conversation}
          act={act.mutate}
          onTake={take}
          onResolve={resolve}
          onBack={() => void go({ to: '/inbox' })}
          onCustomer={() => setShowsCustomer((shown) => !shown)}
        />
        <Stream
          conversation={conversation}
          entries={entries}
          earlier={earlier}
          unsettled={unsettled}
          onAgain={send.mutate}
          onWhy={() => setShowsWhy(true)}
        />
        {mayServe && <Composer conversation={conversation} mode={mode} onMode={setMode} onSay={say} onTake={take} />}
      </section>
      <CustomerPanel conversation={conversation} onWhy={() => setShowsWhy(true)} isShown={showsCustomer} />
      <Why conversation={conversation} opened={showsWhy} onClose={() => setShowsWhy(false)} />
    </>
  )
}
