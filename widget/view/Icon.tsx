import { useState } from 'preact/hooks'
import { useDesk } from './desk.ts'

const paths = {
  chat: 'M3.5 5.2c0-.7.5-1.2 1.2-1.2h10.6c.7 0 1.2.5 1.2 1.2v7.1c0 .7-.5 1.2-1.2 1.2H9l-3.5 3v-3h-.8c-.7 0-1.2-.5-1.2-1.2z',
  person: 'M10 3.5a3 3 0 1 1 0 6a3 3 0 0 1 0-6M4 16.5c0-3.6 2.5-5.8 6-5.8s6 2.2 6 5.8',
  bot: 'M6 8.5v3M10 6.5v7M14 8.5v3',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  left: 'M12 5.5 7.5 10l4.5 4.5',
  send: 'M10 16V4.5M5 9.5l5-5 5 5',
  doc: 'M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15M8 10.5h4.5M8 13.5h3',
  clip: 'm15.5 9.3-5.6 5.6a3.4 3.4 0 0 1-4.8-4.8l6-6a2.3 2.3 0 0 1 3.2 3.2l-5.9 5.9a1.1 1.1 0 0 1-1.6-1.6l5.2-5.2',
  picture: 'M3.5 4.5h13v11h-13zM7 8.3v.1M3.5 13l4-3.5 3 2.5 3-3 3 3',
  mail: 'M3.5 5h13v10.5h-13zM3.8 5.5 10 10.8l6.2-5.3',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
  close: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
  clock: 'M10 3.2a6.8 6.8 0 1 1 0 13.6a6.8 6.8 0 0 1 0-13.6M10 6.2V10l2.6 1.8',
  warn: 'M10 3.8 17 16H3zM10 8.5v3.5M10 14v.1',
  sound: 'M4 8v4h2.5L10 15V5L6.5 8zM13 7.5a3.5 3.5 0 0 1 0 5M15 5.5a6.3 6.3 0 0 1 0 9',
  mute: 'M4 8v4h2.5L10 15V5L6.5 8zM13 8l4 4M17 8l-4 4',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return (
    <svg class={small ? 'ic s' : 'ic'} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} stroke-width={name === 'bot' ? 2.2 : undefined} />
    </svg>
  )
}

/** The assistant is square-shouldered and hollow, a person round and filled: one sees who speaks before reading. */
export function Face({ name }: { name: string | null }) {
  if (name === null)
    return (
      <span class="bot" aria-hidden="true">
        <Icon name="bot" />
      </span>
    )
  return (
    <span class="face" aria-hidden="true">
      {initials(name)}
    </span>
  )
}

/** The team as the owner shows it; nothing where it shows nothing. */
export function Company() {
  const { look } = useDesk()
  const [broken, breaks] = useState(false)
  if (look?.photo && !broken)
    return (
      // A page that forbids such pictures shows the initials instead.
      <span class="face" aria-hidden="true">
        <img src={look.photo} alt="" onError={() => breaks(true)} />
      </span>
    )
  return look?.initials ? (
    <span class="face" aria-hidden="true">
      {look.initials}
    </span>
  ) : null
}

/** Two letters of a name written with spaces, one sign of a name written without. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/)
  const first = [...(parts[0] ?? '')][0] ?? ''
  const second = parts.length > 1 ? ([...(parts.at(-1) ?? '')][0] ?? '') : ''
  return (first + second).toUpperCase()
}
