import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, TimelineEntry } from '../../contract/conversations.ts'
import { ask } from '../shell/api.ts'
import { useHabits } from '../shell/habits.ts'
import { Icon } from '../shell/Icon.tsx'
import { useArrived } from './arrived.ts'
import { writeHere } from './commands.ts'
import { type Mode, most, useDraft } from './draft.ts'
import { NoReplies, type Offer, Offers, useChoosing, useOffers } from './Offers.tsx'
import { post } from './outbox.ts'
import { useTeam } from './queries.ts'
import { Suggestion } from './Suggestion.tsx'
import { findTrigger, isLoneSign, put } from './trigger.ts'
import { WriteActs } from './WriteActs.tsx'
import './composer.css'

interface Props {
  conversation: Conversation
  entries: readonly TimelineEntry[]
  mode: Mode
  onMode: (mode: Mode) => void
  onTake: () => void
  /** Words of the timeline to answer to. */
  quoted: { text: string; at: number } | null
}

const typingEveryMilliseconds = 3000

/** Reply and private note cannot be mistaken for each other: paper, lock and button differ. */
export function Composer({ conversation, entries, mode, onMode, onTake, quoted }: Props) {
  const [text, setText] = useDraft(conversation, mode)
  const mayWrite = mode === 'note' || conversation.mayReply
  const box = useRef<HTMLTextAreaElement>(null)
  const write = useWriting(box, text, setText)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a quotation is put in once
  useEffect(() => {
    if (quoted)
      write(
        `${quoted.text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n')}\n\n`,
      )
  }, [quoted])
  return (
    <div className="write">
      {mode === 'reply' && <Suggestion conversation={conversation} entries={entries} onInsert={write} />}
      <div className={`box${mode === 'note' ? ' is-note' : ''}`}>
        <Modes conversation={conversation} mode={mode} onMode={onMode} />
        {mayWrite ? (
          <Box conversation={conversation} entries={entries} mode={mode} text={text} setText={setText} box={box} />
        ) : (
          <NotYet conversation={conversation} onTake={onTake} />
        )}
      </div>
    </div>
  )
}

/** Puts words in at the caret, from wherever they come. */
function useWriting(box: React.RefObject<HTMLTextAreaElement | null>, text: string, setText: (text: string) => void): (words: string) => void {
  const caretTo = useRef<number | null>(null)
  const write = (words: string) => {
    const area = box.current
    const at = area ? area.selectionEnd : text.length
    const next = put(text, at, area ? area.selectionStart : at, words)
    caretTo.current = next.caret
    setText(next.text)
    area?.focus()
  }
  // Without a list of what it depends on: the caret is set when the words stand in the box.
  useEffect(() => {
    if (caretTo.current === null) return
    box.current?.setSelectionRange(caretTo.current, caretTo.current)
    caretTo.current = null
  })
  const latest = useRef(write)
  latest.current = write
  useEffect(() => {
    const hear = (event: Event) => {
      box.current?.focus()
      const words: unknown = event instanceof CustomEvent ? event.detail : ''
      if (typeof words === 'string' && words !== '') latest.current(words)
    }
    window.addEventListener(writeHere, hear)
    return () => window.removeEventListener(writeHere, hear)
  }, [box])
  return write
}

function Modes({ conversation, mode, onMode }: Pick<Props, 'conversation' | 'mode' | 'onMode'>) {
  const { t } = useTranslation('conversations')
  return (
    <div className="modes" role="tablist" aria-label={t('write')}>
      <button type="button" role="tab" aria-selected={mode === 'reply'} onClick={() => onMode('reply')}>
        {t('reply')}
      </button>
      <button type="button" role="tab" aria-selected={mode === 'note'} onClick={() => onMode('note')}>
        <Icon name="lock" size={14} /> {t('note')}
      </button>
      {conversation.language && <span className="push faint reads">{t('reads', { language: t(`console:languages.${conversation.language}`) })}</span>}
    </div>
  )
}

interface BoxProps {
  conversation: Conversation
  entries: readonly TimelineEntry[]
  mode: Mode
  text: string
  setText: (text: string) => void
  box: React.RefObject<HTMLTextAreaElement | null>
}

function Box({ conversation, entries, mode, text, setText, box }: BoxProps) {
  const { t } = useTranslation('conversations')
  const { enterSends, undoSeconds } = useHabits()
  const team = useTeam()
  const [caret, setCaret] = useState(0)
  const [dismissed, setDismissed] = useState('')
  const trigger = text === dismissed ? null : findTrigger(text, caret, mode)
  const offers = useOffers(trigger, conversation)
  const arrived = useArrived(entries, text)
  const noteTyping = useTypingNote(conversation)
  // A draft that is opened again goes on where it ends; whoever writes has put the caret where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words or another mode are what moves it
  useEffect(() => {
    const area = box.current
    if (area && document.activeElement !== area) area.setSelectionRange(area.value.length, area.value.length)
  }, [box, text, mode])
  const take = (offer: Offer) => {
    if (!trigger) return
    const next = put(text, caret, trigger.from, offer.words)
    setText(next.text)
    setCaret(next.caret)
    setTimeout(() => box.current?.setSelectionRange(next.caret, next.caret))
  }
  const choosing = useChoosing(offers, take, () => setDismissed(text))
  const send = (evenSo = false) => {
    const words = text.trim()
    if (!words || (trigger && isLoneSign(words))) return
    if (mode === 'reply' && arrived.entry && !evenSo) return arrived.warn()
    const mentions = mode === 'note' ? team.filter((one) => words.includes(`@${one.name}`)).map((one) => one.id) : []
    post({ conversation: conversation.id, text: words, private: mode === 'note', mentions }, undoSeconds)
    setText('')
    arrived.forget()
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (choosing.press(event)) return
    const isMod = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && (isMod || (enterSends && !event.shiftKey))) {
      event.preventDefault()
      send()
    }
    if (event.key === 'Escape') box.current?.blur()
  }
  return (
    <>
      <Offers offers={offers} here={choosing.here} take={take} />
      {trigger?.kind === 'canned' && <NoReplies />}
      <textarea
        ref={box}
        value={text}
        maxLength={most}
        rows={3}
        aria-label={t(mode === 'note' ? 'note' : 'reply')}
        placeholder={t(mode === 'note' ? 'note-hint' : 'reply-hint', { name: conversation.customer.name?.split(' ')[0] ?? t('customer') })}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setCaret(event.currentTarget.selectionEnd)
          if (mode === 'reply') noteTyping()
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
        onKeyDown={press}
      />
      {arrived.isWarned && arrived.entry && (
        <div className="arrived" role="alert">
          <b>{t('arrived.title')}</b> <q>{arrived.entry.text.slice(0, 160)}</q>
          <button type="button" className="link" onClick={() => send(true)}>
            {t('arrived.send')}
          </button>
          <button type="button" className="link" onClick={arrived.forget}>
            {t('arrived.read')}
          </button>
        </div>
      )}
      <WriteActs conversation={conversation} mode={mode} text={text} onSend={() => send()} onKept={() => setText('')} />
    </>
  )
}

function NotYet({ conversation, onTake }: Pick<Props, 'conversation' | 'onTake'>) {
  const { t } = useTranslation('conversations')
  const isFree = !conversation.closedAt && conversation.holder?.kind !== 'person'
  return (
    <p className="write-not">
      {conversation.closedAt ? t('closed-hint') : isFree ? t('take-hint') : t('held-hint', { name: conversation.holder?.name ?? '' })}{' '}
      {isFree && (
        <button type="button" className="link" onClick={onTake}>
          {t('take')}
        </button>
      )}
    </p>
  )
}

function useTypingNote(conversation: Conversation): () => void {
  const last = useRef(0)
  return () => {
    if (Date.now() - last.current < typingEveryMilliseconds || !conversation.mayReply) return
    last.current = Date.now()
    // A hint that is lost harms nobody: it settles by itself.
    ask('POST', `/v1/conversations/${conversation.id}/typing`).catch(() => undefined)
  }
}
