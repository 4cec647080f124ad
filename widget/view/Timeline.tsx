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
  const list = useFollowing(shown.outgoing.length)
  const waitingToGo = echoes(shown.outgoing, shown.messages)
  const asked = askedAbout(shown)
  const empty = shown.messages.length === 0 && waitingToGo.length === 0

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be within reach of the keyboard
    <section class="timeline" ref={list} tabIndex={0} aria-label={say('messages')}>
      <div class="thread">
        {!shown.visited && empty && !shown.away && <Outline />}
        {shown.visited && empty && (
          <div class="welcome">
            <Company />
            <h3>{spokenIn(look?.greeting, wordsFor(shown.language)) || say('welcome')}</h3>
            <p>{say(shown.state.assistantPaused ? 'personNext' : 'welcomeHint')}</p>
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
      </div>
    </section>
  )
}

/**
 * Stays at the newest message while the reader is there, whatever takes room below or above; leaves alone who reads
 * further up. Only the reader's own way upwards is leaving: what comes and goes moves the end, and the place in it, too.
 */
function useFollowing(outgoing: number) {
  const list = useRef<HTMLElement>(null)
  const atEnd = useRef(true)
  const before = useRef(outgoing)
  const stay = () => {
    for (const box of boxesOf(list.current)) if (atEnd.current) box.scrollTop = box.scrollHeight
  }
  useEffect(() => {
    const boxes = boxesOf(list.current)
    let last = boxes.map(measure)
    const look = () => {
      const now = boxes.map(measure)
      // Of another size than when last seen: it is not the reader who moved, and `stay` comes before the frame is drawn.
      if (now.some((box, at) => box.room !== last[at]?.room)) return
      if (now.every((box) => box.room - box.top < 80)) atEnd.current = true
      else if (now.some((box, at) => box.top < (last[at]?.top ?? 0))) atEnd.current = false
      last = now
    }
    const sizes = new ResizeObserver(() => {
      stay()
      last = boxes.map(measure)
    })
    for (const box of [...boxes, ...(list.current?.children ?? [])]) sizes.observe(box)
    for (const box of boxes) box.addEventListener('scroll', look, { passive: true })
    return () => {
      for (const box of boxes) box.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [])
  useEffect(() => {
    // What the customer has just written is always shown.
    if (outgoing > before.current) atEnd.current = true
    before.current = outgoing
    stay()
  }, [outgoing])
  return list
}

/** In a low window not the list scrolls but what it stands in, together with the place in the queue. */
const boxesOf = (list: HTMLElement | null): HTMLElement[] => [list, list?.parentElement].filter((box) => box != null)

/** How far it is scrolled, and how far it can be. */
const measure = (box: HTMLElement) => ({ top: box.scrollTop, room: box.scrollHeight - box.clientHeight })

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
