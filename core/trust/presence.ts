import { dayMinutes, dayOf, type Presence } from './past.ts'

/** Somebody came on, or was away or off from here on; wall minutes since 1970. */
export interface PresenceChange {
  person: string
  at: number
  on: boolean
}

/**
 * Who was on when: from what was told of presence, and where nothing was told from the conversations that people held. From the first to
 * the last one held on a day somebody counts as on; that is the least they were.
 */
export function presenceOf(changes: readonly PresenceChange[], held: readonly Presence[], until: number): Presence[] {
  const told = [...Map.groupBy(changes, ({ person }) => person)].flatMap(([person, some]) => stretches(person, some, until))
  return merged([...told, ...hulls(held)])
}

function stretches(person: string, changes: readonly PresenceChange[], until: number): Presence[] {
  const inOrder = changes.toSorted((a, b) => a.at - b.at)
  const found: Presence[] = []
  let since: number | null = null
  for (const { at, on } of inOrder) {
    if (on) since ??= at
    else if (since !== null) {
      found.push({ person, from: since, to: at })
      since = null
    }
  }
  if (since !== null) found.push({ person, from: since, to: until })
  return found
}

/** A conversation that goes on past midnight counts on both days. */
function hulls(held: readonly Presence[]): Presence[] {
  const days = new Map<string, Presence>()
  for (const one of held.flatMap(byDay)) {
    const key = `${one.person} ${dayOf(one.from)}`
    const hull = days.get(key)
    days.set(key, hull ? { ...one, from: Math.min(hull.from, one.from), to: Math.max(hull.to, one.to) } : one)
  }
  return [...days.values()]
}

/** Cut at midnight. */
export function byDay({ person, from, to }: Presence): Presence[] {
  const parts: Presence[] = []
  for (let start = from; start < to; start = (dayOf(start) + 1) * dayMinutes)
    parts.push({ person, from: start, to: Math.min(to, (dayOf(start) + 1) * dayMinutes) })
  return parts
}

function merged(all: readonly Presence[]): Presence[] {
  return [...Map.groupBy(all, ({ person }) => person).values()].flatMap((some) => {
    const whole: Presence[] = []
    for (const one of some.toSorted((a, b) => a.from - b.from)) {
      const last = whole.at(-1)
      if (last && one.from <= last.to) last.to = Math.max(last.to, one.to)
      else whole.push({ ...one })
    }
    return whole
  })
}
