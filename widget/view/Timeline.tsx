import { useEffect, useRef } from 'preact/hooks'
import type { WidgetMessage } from '../../contract/channels.ts'
import { spokenIn } from '../look.ts'
import { askedAbout, echoes } from '../state.ts'
import { tagFor, wordsFor } from '../words.ts'
import { Bubble, Echo } from './Bubble.tsx'
import { useDesk } from './desk.ts'
import { Effort } from './Effort.tsx'
import { Company, Face } from './Icon.tsx'
import { Solved } from './Solved.tsx'

export function Timeline({ openArticle }: { openArticle: (article: { id: string; title: string }) => void }) {
  const { say, shown, look } = useDesk()
  const end = useFollowing(shown)
  const waitingToGo = echoes(shown.outgoing, shown.messages)
  const asked = askedAbout(shown)
  const empty = shown.messages.length === 0 && waitingToGo.length === 0

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be within reach of the keyboard
    <section class="timeline" ref={end} tabIndex={0} aria-label={say('messages')}>
      {!shown.visited && empty && !shown.away && <Outline />}
      {shown.visited && empty && (
        <div class="welcome">
          <Company />
          <h3>{spokenIn(look?.greeting, wordsFor(shown.language)) || say('welcome')}</h3>
          <p>{say('welcomeHint')}</p>
        </div>
      )}
      <div class="log" role="log" aria-live="polite" aria-relevant="additions">
        {shown.messages.map((message, at) => (
          <Bubble
            key={message.clientId ?? message.id}
            message={message}
            before={shown.messages[at - 1]}
            newDay={newDay(shown.language, message, shown.messages[at - 1])}
            openArticle={openArticle}
          />
        ))}
        {waitingToGo.map((outgoing) => (
          <Echo key={outgoing.clientId} outgoing={outgoing} />
        ))}
      </div>
      {shown.typing && (
        <p class="typing">
          <Face name={shown.typing === 'person' ? (shown.state.person?.name ?? '') : null} />
          {shown.typing === 'person' ? say('typingPerson', { name: shown.state.person?.name ?? say('person') }) : say('typingAssistant')}
        </p>
      )}
      {asked && <Solved seq={asked.seq} />}
      <Effort />
    </section>
  )
}

/** Stays at the newest message while the reader is there; leaves alone who reads further up. */
function useFollowing(shown: { messages: unknown[]; outgoing: unknown[]; typing: unknown; state: unknown }) {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80
    }
    const stay = () => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    }
    element.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(stay)
    sizes.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [])
  useEffect(() => {
    const element = box.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  }, [shown.messages, shown.typing, shown.state])
  useEffect(() => {
    // What the customer has just written is always shown.
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [shown.outgoing.length])
  return box
}

function newDay(language: string, message: WidgetMessage, before: WidgetMessage | undefined): string | null {
  const day = new Date(message.at)
  if (before && new Date(before.at).toDateString() === day.toDateString()) return null
  if (!before && day.toDateString() === new Date().toDateString()) return null
  return new Intl.DateTimeFormat(tagFor(language), { weekday: 'long', day: 'numeric', month: 'long' }).format(day)
}

function Outline() {
  return (
    <div class="outline" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  )
}
