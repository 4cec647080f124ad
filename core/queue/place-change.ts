import type { Range } from './wait.ts'

/** Why a place moved, as far as it was stated. Only these may make an announced position grow. */
export type PlaceCause = 'callback-due' | 'higher-priority' | 'wait-limit' | 'place-returned' | null

export interface PlaceChange {
  announce: boolean
  because: {
    code: 'place-kept' | 'moved-up' | 'callback-due' | 'higher-priority' | 'wait-limit' | 'place-returned'
    numbers: Record<string, number>
  } | null
  /** What stands as told after this; never above what was told before unless `because` says why. */
  ahead: number
}

/** Row 10, I7: what the customer is told when the place moves. An announced position never grows without a stated reason. */
export function placeChange(before: { ahead: number } | null, after: { ahead: number }, cause: PlaceCause): PlaceChange {
  if (before === null) return { announce: true, because: { code: 'place-kept', numbers: { ahead: after.ahead } }, ahead: after.ahead }
  if (after.ahead === before.ahead) return { announce: false, because: null, ahead: before.ahead }

  const numbers = { ahead: after.ahead, before: before.ahead }
  if (after.ahead < before.ahead) return { announce: true, because: { code: 'moved-up', numbers }, ahead: after.ahead }
  if (cause === null) return { announce: false, because: null, ahead: before.ahead }
  return { announce: true, because: { code: cause, numbers }, ahead: after.ahead }
}

/** A range as it is told, with how many people it counts on. */
export interface RangeTold {
  range: Range | null
  people: number
}

export interface RangeChange {
  announce: boolean
  because: { code: 'fewer-people' | 'takes-longer'; numbers: Record<string, number> } | null
}

/** Row 10: a range is told anew when it moved so far that it matters, and never a later one without why it is later. */
export function rangeChange(before: RangeTold, after: RangeTold): RangeChange {
  if (!isOther(before.range, after.range)) return { announce: false, because: null }
  if (before.range === null || (after.range !== null && after.range.to < before.range.to)) return { announce: true, because: null }
  const numbers = { people: after.people, before: before.people }
  return { announce: true, because: { code: after.people < before.people ? 'fewer-people' : 'takes-longer', numbers } }
}

/** Its end moved by three minutes and a third of the shorter one: smaller changes would only unsettle, and what was told worse is told better again. */
function isOther(before: Range | null, after: Range | null): boolean {
  if (before === null || after === null) return before !== after
  const difference = Math.abs(after.to - before.to)
  return difference >= 3 && difference >= Math.min(before.to, after.to) / 3
}
