import { useEffect, useRef } from 'preact/hooks'
import { spokenIn } from '../look.ts'
import { unread } from '../state.ts'
import { tagFor, wordsFor } from '../words.ts'
import { useDesk } from './desk.ts'
import { Icon } from './Icon.tsx'
import { Panel } from './Panel.tsx'

/** The round button on the customer's page, and the panel that it opens. */
export function App() {
  const { chat, store, memory, say, shown, look, position } = useDesk()
  const words = spokenIn(look?.launcher, wordsFor(shown.language))
  const launcher = useRef<HTMLButtonElement>(null)
  const count = unread(shown)
  const waiting = shown.state.phase === 'waiting' ? shown.state.place : null

  useEffect(() => memory.keep('open', shown.open ? '1' : null), [shown.open])

  const close = () => {
    void chat.effort.settle()
    store.change({ open: false })
    launcher.current?.focus()
  }
  const label = shown.open ? say('close') : count > 0 ? `${say('open')}, ${say('unread', { count })}` : say('open')

  return (
    <div class={`root ${position}`} lang={tagFor(shown.language)}>
      {shown.open && <Panel close={close} />}
      <div class={shown.open ? 'corner opened' : 'corner'}>
        {!shown.open && waiting && (
          <button type="button" class="pill" onClick={() => store.change({ open: true })}>
            <span class="seat you" aria-hidden="true" />
            {waiting.ahead > 0 ? say('ahead', { count: waiting.ahead }) : say('aheadNone')}
          </button>
        )}
        <button
          ref={launcher}
          type="button"
          class={words && !shown.open ? 'launcher worded' : 'launcher'}
          aria-label={words && !shown.open ? `${words}, ${label}` : label}
          aria-expanded={shown.open}
          onClick={() => (shown.open ? close() : store.change({ open: true }))}
        >
          <Icon name={shown.open ? 'down' : 'chat'} />
          {words && !shown.open && <span aria-hidden="true">{words}</span>}
          {count > 0 && !shown.open && (
            <span class="badge" aria-hidden="true">
              {count > 9 ? '9+' : count}
            </span>
          )}
        </button>
      </div>
    </div>
  )
}
