import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { mostFiles } from '../files.ts'
import { useDesk } from './desk.ts'
import { Draft } from './Files.tsx'
import { Icon } from './Icon.tsx'

const longest = 10_000
const warnAt = 9000

interface Props {
  field: RefObject<HTMLTextAreaElement | null>
  takeFiles: (files: Iterable<File>) => void
  tooMany: boolean
}

export function Composer({ field, takeFiles, tooMany }: Props) {
  const { chat, store, memory, say, shown } = useDesk()
  const text = shown.draft
  const left = longest - text.length
  const { attached } = shown
  // What was refused keeps nothing else from being sent.
  const going = attached.filter(({ wrong }) => wrong === null)
  const allThere = going.every(({ stored }) => stored !== null)
  const ready = (clean(text) !== '' || going.length > 0) && allThere && left >= 0
  const chooser = useRef<HTMLInputElement>(null)

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
      <Draft attached={attached} />
      <div class="box">
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            takeFiles(event.currentTarget.files ?? [])
            event.currentTarget.value = ''
          }}
        />
        <button type="button" class="quiet attach" onClick={() => chooser.current?.click()} aria-label={say('attach')} title={say('attach')}>
          <Icon name="clip" />
        </button>
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
          onPaste={(event) => {
            const files = event.clipboardData?.files
            if (!files?.length) return
            event.preventDefault()
            takeFiles(files)
          }}
        />
        <button type="submit" class="send" disabled={!ready} aria-label={say('send')}>
          <Icon name="send" />
        </button>
      </div>
      {tooMany && (
        <p class="count wrong" role="alert">
          {say('file_most', { count: mostFiles })}
        </p>
      )}
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
