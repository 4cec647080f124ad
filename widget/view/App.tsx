import { useEffect, useRef } from 'preact/hooks'
import { unread } from '../state.ts'
import { tagFor } from '../words.ts'
import { useDesk } from './desk.ts'
import { Icon } from './Icon.tsx'
import { Panel } from './Panel.tsx'

/** The round button on the customer's page, and the panel that it opens. */
export function App() {
  const { store, memory, say, shown, position } = useDesk()
  const launcher = useRef<HTMLButtonElement>(null)
  const count = unread(shown)
  const waiting = shown.state.phase === 'waiting' ? shown.state.place : null

  useEffect(() => memory.keep('open', shown.open ? '1' : null), [shown.open])

  const close = () => {
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
          class="launcher"
          aria-label={label}
          aria-expanded={shown.open}
          onClick={() => (shown.open ? close() : store.change({ open: true }))}
        >
          <Icon name={shown.open ? 'down' : 'chat'} />
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
