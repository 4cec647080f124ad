import type { WidgetMessage } from '../../contract/channels.ts'
import { namesOnly } from '../files.ts'
import { type List, listed } from '../listed.ts'
import type { Outgoing } from '../outbox.ts'
import { tagFor } from '../words.ts'
import { useDesk } from './desk.ts'
import { Files } from './Files.tsx'
import { Face, Icon } from './Icon.tsx'

interface BubbleProps {
  message: WidgetMessage
  before: WidgetMessage | undefined
  newDay: string | null
  openArticle: (article: { id: string; title: string }) => void
}

export function Bubble({ message, before, newDay, openArticle }: BubbleProps) {
  const { say, shown } = useDesk()
  const { author, name, text, language, sources, files } = message
  const isLast = shown.messages.findLast((one) => one.author !== 'system')?.id === message.id
  const day = newDay && (
    <p class="line">
      <span>{newDay}</span>
    </p>
  )
  const lang = language ? tagFor(language) : undefined
  if (author === 'system')
    return (
      <>
        {day}
        <p class="line" lang={lang}>
          <span>{text}</span>
        </p>
      </>
    )

  const goesOn = !newDay && before?.author === author && before.name === name && Date.parse(message.at) - Date.parse(before.at) < 120_000
  const writer = author === 'assistant' ? say('assistant') : author === 'person' ? (name ?? say('person')) : say('you')
  return (
    <>
      {day}
      <article class={`msg ${author}${goesOn ? ' on' : ''}`}>
        {author !== 'customer' && <Face name={author === 'assistant' ? null : (name ?? '')} />}
        <div class="said">
          <p class={author === 'customer' || goesOn ? 'by hidden' : 'by'}>
            <b>{writer}</b> <time dateTime={message.at}>{clock(shown.language, message.at)}</time>
          </p>
          {!namesOnly(message) && (
            <div class="text" lang={lang} dir="auto">
              {author === 'assistant' ? listed(text).map(drawPart) : linked(text)}
            </div>
          )}
          <Files files={files} />
          {author === 'customer' && isLast && (
            <p class="state">
              <Icon name="check" small />
              {say('arrived')}
            </p>
          )}
          {sources.length > 0 && (
            <ul class="sources" aria-label={say('sources')}>
              {sources.map(({ article, title }) => (
                <li key={article}>
                  <button type="button" class="src" onClick={() => openArticle({ id: article, title })}>
                    <Icon name="doc" small />
                    <span>{title}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </article>
    </>
  )
}

/** The customer's words before the server has them: shown at once, kept until they arrive. */
export function Echo({ outgoing }: { outgoing: Outgoing }) {
  const { chat, store, say, shown } = useDesk()
  const takeBack = () => {
    chat.takeBack(outgoing)
    store.change({ draft: outgoing.text })
  }
  return (
    <article class={`msg customer ${outgoing.refused === null ? 'going' : 'refused'}`}>
      <div class="said">
        <p class="by hidden">
          <b>{say('you')}</b>
        </p>
        {outgoing.text && (
          <div class="text" dir="auto">
            {linked(outgoing.text)}
          </div>
        )}
        <Files files={outgoing.files} />
        {outgoing.refused === null ? (
          <p class="state">
            <Icon name="clock" small />
            {say(shown.away ? 'kept' : 'sending')}
          </p>
        ) : (
          <p class="state wrong">
            <Icon name="warn" small />
            {say('notSent')} {say(`refused_${outgoing.refused}`) || say('refused')}
            <button type="button" class="link" onClick={() => chat.retry(outgoing)}>
              {say('retry')}
            </button>
            <button type="button" class="link" onClick={takeBack}>
              {say('takeBack')}
            </button>
          </p>
        )}
      </div>
    </article>
  )
}

function drawPart(part: string | List, at: number) {
  if (typeof part === 'string') return <div key={at}>{linked(part)}</div>
  const Tag = part.numbered ? 'ol' : 'ul'
  return (
    <Tag key={at}>
      {part.items.map(({ mark, text }, place) => (
        <li key={place} value={part.numbered ? Number.parseInt(mark, 10) : undefined}>
          {linked(text)}
        </li>
      ))}
    </Tag>
  )
}

/** Addresses become links; everything else stays text. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]。，、！？）])/g).map((part, at) =>
    at % 2 === 1 ? (
      <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      part
    ),
  )
}

function clock(language: string, at: string): string {
  return new Intl.DateTimeFormat(tagFor(language), { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at))
}
