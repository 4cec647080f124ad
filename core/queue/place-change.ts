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
