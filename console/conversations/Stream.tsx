import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, TimelineEntry } from '../../contract/conversations.ts'
import { HandoverCard } from '../assist/HandoverCard.tsx'
import { PlaceTrack } from '../queue/PlaceTrack.tsx'
import { useHabits } from '../shell/habits.ts'
import { useTyping } from '../shell/live.ts'
import { longDay } from '../shell/numbers.ts'
import { Entry } from './Entry.tsx'
import { Merged } from './Merged.tsx'
import { PlannedWords } from './PlannedWords.tsx'
import { useKeepPlace, useReadBack, useStickToEnd } from './scrolling.ts'
import { Unsettled } from './Unsettled.tsx'

interface Props {
  conversation: Conversation
  entries: TimelineEntry[]
  /** What comes before the first entry, when there is more. */
  earlier: { load: () => void; isLoading: boolean } | undefined
  /** The message that was looked for. */
  seq: number | undefined
  onWhy: () => void
  onQuote: (text: string) => void
  onMatter: ((entry: TimelineEntry) => void) | undefined
}

/** The customer's whole timeline, oldest above; this conversation begins with its handover card. */
export function Stream({ conversation, entries, earlier, seq, onWhy, onQuote, onMatter }: Props) {
  const { t } = useTranslation('conversations')
  const box = useRef<HTMLDivElement>(null)
  const isTyping = useTyping(conversation.id)
  const { activity } = useHabits()
  useKeepPlace(box, entries[0]?.id)
  useStickToEnd(box)
  useReadBack(box, earlier?.load)
  const isThere = seq !== undefined && entries.some((entry) => entry.seq === seq)
  useEffect(() => {
    if (isThere) document.getElementById(`m-${seq}`)?.scrollIntoView({ block: 'center' })
  }, [isThere, seq])
  const shown = activity ? entries : entries.filter((entry) => entry.author !== 'system')
  const first = shown.findIndex((entry) => entry.conversation === conversation.id)
  const draw = (some: TimelineEntry[]) =>
    some.map((entry, index) => (
      <Dated key={entry.id} entry={entry} before={some[index - 1]} isFound={entry.seq === seq} onWhy={onWhy} onQuote={onQuote} onMatter={onMatter} />
    ))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="stream" ref={box} tabIndex={0} role="log" aria-label={t('timeline')} aria-busy={earlier?.isLoading ?? false}>
      <div className="stream-all">
        {earlier && (
          <button type="button" className="link stream-earlier" onClick={earlier.load} aria-disabled={earlier.isLoading}>
            {t(earlier.isLoading ? 'console:loading' : 'earlier')}
          </button>
        )}
        {draw(shown.slice(0, Math.max(0, first)))}
        <HandoverCard conversation={conversation} onWhy={onWhy} />
        {activity && <PlaceTrack conversation={conversation} />}
        {conversation.merged.map((merged) => (
          <Merged key={merged.id} merged={merged} />
        ))}
        {draw(shown.slice(Math.max(0, first)))}
        <Unsettled conversation={conversation} entries={entries} />
        <PlannedWords conversation={conversation} />
        {isTyping && (
          <p className="typing" role="status">
            {t('typing', { name: conversation.customer.name ?? t('customer') })}
          </p>
        )}
      </div>
    </div>
  )
}

interface DatedProps {
  entry: TimelineEntry
  before: TimelineEntry | undefined
  isFound: boolean
  onWhy: () => void
  onQuote: (text: string) => void
  onMatter: ((entry: TimelineEntry) => void) | undefined
}

const Dated = memo(function Dated({ entry, before, isFound, onWhy, onQuote, onMatter }: DatedProps) {
  const isNewDay = !before || new Date(before.at).toDateString() !== new Date(entry.at).toDateString()
  return (
    <>
      {isNewDay && (
        <div className="line">
          <span>{longDay(entry.at)}</span>
        </div>
      )}
      <div id={`m-${entry.seq}`} className={`entry${isFound ? ' is-found' : ''}`}>
        <Entry entry={entry} onWhy={onWhy} onQuote={onQuote} onMatter={onMatter} />
      </div>
    </>
  )
})
