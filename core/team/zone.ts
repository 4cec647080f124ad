/** Minutes that a wall clock shows, counted from 1970-01-01 00:00 on that wall. */
export type Minutes = number

/** Whether it names a zone that the clock knows, such as Asia/Singapore. */
export function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** What the wall clock of this zone reads at an instant (epoch ms), in whole minutes. */
export function wallMinutes(timeZone: string, at: number): Minutes {
  return Math.floor(at / minute) + offset(timeZone, at)
}

/** The first instant at which the wall clock has reached this reading; a reading that is skipped in spring is reached at the jump. */
export function startOf(timeZone: string, reading: Minutes): number {
  const { before, after } = offsetsAround(timeZone, reading)
  const early = (reading - before) * minute
  if (offset(timeZone, early) === before) return early
  const late = (reading - after) * minute
  return offset(timeZone, late) === after ? late : jump(timeZone, reading, before, after)
}

/** The instant after the last minute at which the wall clock shows less; a reading that comes twice in autumn is over the second time. */
export function endOf(timeZone: string, reading: Minutes): number {
  const { before, after } = offsetsAround(timeZone, reading)
  const late = (reading - after) * minute
  if (offset(timeZone, late - minute) === after) return late
  const early = (reading - before) * minute
  return offset(timeZone, early - minute) === before ? early : jump(timeZone, reading, before, after)
}

const minute = 60_000
const day = 24 * 60 * minute

/** Zones shift by at most a few hours at a time and not twice within two days: a day before and after are sure to be on either side. */
function offsetsAround(timeZone: string, reading: Minutes): { before: number; after: number } {
  return { before: offset(timeZone, reading * minute - day), after: offset(timeZone, reading * minute + day) }
}

/** The instant at which the zone changes its offset, between the two candidates for a skipped reading. */
function jump(timeZone: string, reading: Minutes, before: number, after: number): number {
  // A minute earlier still: the clock may jump to the very reading.
  let low = reading - after - 1
  let high = reading - before
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offset(timeZone, middle * minute) === before) low = middle
    else high = middle
  }
  return high * minute
}

/** Minutes that the wall clock is ahead of UTC. */
function offset(timeZone: string, at: number): number {
  const fields = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
  for (const { type, value } of clock(timeZone).formatToParts(at)) if (type in fields) fields[type as keyof typeof fields] = Number(value)
  const wall = Date.UTC(fields.year, fields.month - 1, fields.day, fields.hour, fields.minute)
  return Math.floor(wall / minute) - Math.floor(at / minute)
}

/** A formatter costs a thousand readings to make, and there are few zones. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  clocks.set(timeZone, made)
  return made
}
