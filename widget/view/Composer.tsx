import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { useDesk } from './desk.ts'
import { Icon } from './Icon.tsx'

const longest = 10_000
const warnAt = 9000

export function Composer({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const { chat, store, memory, say, shown } = useDesk()
  const text = shown.draft
  const left = longest - text.length
  const ready = clean(text) !== '' && left >= 0

  const write = (next: string) => {
    memory.keep('draft', next || null)
    store.change({ draft: next })
  }
  const send = () => {
    if (!ready) return
    chat.send(clean(text))
    write('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While Chinese or Thai is composed, Enter chooses a word; Safari tells it only by the code 229.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    send()
  }
  useEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${Math.min(element.scrollHeight, 140)}px`
  }, [text])

  return (
    <form
      class="write"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div class="box">
        <textarea
          ref={field}
          rows={1}
          value={text}
          dir="auto"
          enterkeyhint="send"
          aria-label={say('write')}
          placeholder={say('write')}
          aria-describedby={left <= longest - warnAt ? 'left' : undefined}
          aria-invalid={left < 0}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="send" disabled={!ready} aria-label={say('send')}>
          <Icon name="send" />
        </button>
      </div>
      {left <= longest - warnAt && (
        <p id="left" class={left < 0 ? 'count wrong' : 'count'} role={left < 0 ? 'alert' : undefined}>
          {left < 0 ? say('tooLong', { count: -left }) : say('charactersLeft', { count: left })}
        </p>
      )}
    </form>
  )
}

/** What the contract accepts: no control characters, no halves of characters, no blanks around. */
function clean(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .trim()
  )
}
