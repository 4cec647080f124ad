import { lazy, memo, Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, TimelineEntry } from '../../contract/conversations.ts'
import { CustomerPanel } from '../customers/CustomerPanel.tsx'
import { useMay } from '../shell/me.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { useWanted } from '../shell/wanted.ts'
import { Composer } from './Composer.tsx'
import { useConversationCommands } from './commands.ts'
import type { Dialog } from './dialog.ts'
import type { Mode } from './draft.ts'
import { useAct, useChange, useConversation, useSeen } from './queries.ts'
import { Stream } from './Stream.tsx'
import { useLookingAt } from './seen.ts'
import { TopBar } from './TopBar.tsx'
import { useEarlier, useTimeline } from './timeline.ts'
import './talk.css'

/** What opens over the conversation comes when it is first wanted. */
const Why = lazy(() => import('../routing/Why.tsx').then((file) => ({ default: file.Why })))
const Dialogs = lazy(() => import('./Dialogs.tsx').then((file) => ({ default: file.Dialogs })))
const MatterPick = lazy(() => import('./MatterPick.tsx').then((file) => ({ default: file.MatterPick })))

/** One conversation with everything at hand: what was said, what is at stake, who it is. `seq`: the message to jump to. */
export const ConversationScreen = memo(function ConversationScreen({ id, seq, onNext }: { id: string; seq: number | undefined; onNext: () => void }) {
  const { data: conversation, error, refetch } = useConversation(id)
  const { data: timeline } = useTimeline(id)
  const earlier = useEarlier(id, timeline)
  const entries = timeline?.entries
  const first = entries?.[0]?.seq
  // What is looked for may lie further back than what has been read.
  useEffect(() => {
    if (seq !== undefined && first !== undefined && seq < first) earlier?.load()
  }, [seq, first, earlier])
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!conversation || !entries) return <Waiting lines={9} />
  return <Opened conversation={conversation} entries={entries} earlier={earlier} seq={seq} onNext={onNext} />
})

interface Props {
  conversation: Conversation
  entries: TimelineEntry[]
  earlier: ReturnType<typeof useEarlier>
  seq: number | undefined
  onNext: () => void
}

function Opened({ conversation, entries, earlier, seq, onNext }: Props) {
  const { t } = useTranslation('conversations')
  const { id } = conversation
  const [mode, setMode] = useState<Mode>('reply')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [questioned, setQuestioned] = useState<TimelineEntry | null>(null)
  const [showsWhy, setShowsWhy] = useState(false)
  const [showsCustomer, setShowsCustomer] = useState(false)
  const [quoted, setQuoted] = useState<{ text: string; at: number } | null>(null)
  const act = useAct(id)
  const change = useChange()
  const mayServe = useMay('serve')
  const hasWhy = useWanted(showsWhy)
  // What was said is not drawn anew for what happens around it.
  const showWhy = useCallback(() => setShowsWhy(true), [])
  const quote = useCallback((text: string) => setQuoted({ text, at: Date.now() }), [])
  useLookingAt(conversation, entries)
  useSeen(conversation)
  const take = () => change({ conversations: [id], changes: [{ kind: 'assign', to: 'me' }] })
  const resolve = (goesOn: boolean) => {
    change({ conversations: [id], changes: [{ kind: 'resolve', resolved: true }] })
    if (goesOn) onNext()
  }
  useConversationCommands({ conversation, entries, act: act.mutate, take, resolve, setMode, setDialog, setMatter: setQuestioned, showWhy })
  return (
    <>
      <section className="talk" aria-label={t('with', { name: conversation.customer.name ?? `#${conversation.number}` })}>
        <TopBar
          conversation={conversation}
          act={act.mutate}
          onTake={take}
          onResolve={() => resolve(true)}
          onDialog={setDialog}
          onCustomer={() => setShowsCustomer((shown) => !shown)}
        />
        <Stream
          conversation={conversation}
          entries={entries}
          earlier={earlier}
          seq={seq}
          onWhy={showWhy}
          onQuote={quote}
          onMatter={mayServe ? setQuestioned : undefined}
        />
        {mayServe && <Composer conversation={conversation} entries={entries} mode={mode} onMode={setMode} onTake={take} quoted={quoted} />}
      </section>
      <CustomerPanel conversation={conversation} onWhy={showWhy} isShown={showsCustomer} />
      <Suspense>
        {hasWhy && <Why conversation={conversation} opened={showsWhy} onClose={() => setShowsWhy(false)} />}
        {dialog && <Dialogs which={dialog} rows={[conversation]} onClose={() => setDialog(null)} />}
        {questioned && <MatterPick entry={questioned} onClose={() => setQuestioned(null)} />}
      </Suspense>
    </>
  )
}
