import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import type { IconName } from './Icon.tsx'

/** Something that can be done here and now: by its key, by its name in the palette, and listed under `?`. */
export interface Command {
  id: string
  label: string
  group: 'conversation' | 'list' | 'me'
  icon?: IconName
  /** As typed: `e`, `shift+e`, `mod+k`, `?`. The first one is shown. */
  keys?: readonly string[]
  run: () => void
}

const owners = new Map<string, Command[]>()
const hearers = new Set<() => void>()
/** What answers keys, at once. */
let all: readonly Command[] = []
/** The same as it is listed. */
let listed: readonly Command[] = []
let isTelling = false

function publish(): void {
  all = [...owners.values()].flat()
  if (!isTelling) queueMicrotask(tell)
  isTelling = true
}

/** One conversation goes and another comes: whoever lists what is offered hears of both at once, and nothing when the same is offered. */
function tell(): void {
  isTelling = false
  const next = all.map((command) => ({ ...command, run: () => runCommand(command.id) }))
  if (JSON.stringify(next) === JSON.stringify(listed)) return
  listed = next
  for (const hear of hearers) hear()
}

/** Offers commands as long as the component stands; what they do is always the newest. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId()
  const latest = useRef(commands)
  latest.current = commands
  const shape = JSON.stringify(commands.map(({ run: _, ...shown }) => shown))
  useEffect(() => {
    const shown = JSON.parse(shape) as Omit<Command, 'run'>[]
    owners.set(
      owner,
      shown.map((one) => ({ ...one, run: () => latest.current.find((command) => command.id === one.id)?.run() })),
    )
    publish()
    return () => {
      owners.delete(owner)
      publish()
    }
  }, [owner, shape])
}

export function useOffered(): readonly Command[] {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    () => listed,
  )
}

/** Does what is offered under this name, as its key would. */
export function runCommand(id: string): void {
  all.find((one) => one.id === id)?.run()
}

/** Answers keys with the commands that are offered. Whoever writes, or stands in a dialog, writes; `mod` keys work everywhere. */
export function useKeys(isOn: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = keyName(event)
      if (event.defaultPrevented || event.isComposing || (!isOn && !name.startsWith('mod+'))) return
      if (!name.startsWith('mod+') && isTaken(event.target, name)) return
      const command = all.find((one) => one.keys?.includes(name))
      if (!command) return
      event.preventDefault()
      command.run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
}

/** The key by what is printed on it; on a keyboard of another script by where it lies. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const isLatin = event.key.charCodeAt(0) < 128
  const key = (isLatin ? event.key : event.code.replace(/^Key/, '')).toLowerCase()
  const isLetter = /^[a-z]$/.test(key) || key.length > 1
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey && isLetter ? 'shift+' : ''}${key}`
}

/** A key as it is printed. */
export function shownKey(key: string): string {
  const names: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', arrowdown: '↓', arrowup: '↑' }
  return key
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join(' ')
}

function isTaken(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu], [role=listbox]')) return true
  // A region that scrolls keeps its arrows.
  return name.startsWith('arrow') && target.closest('.stream, .side') !== null
}
