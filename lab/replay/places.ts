/** A place in the queue as it was told. */
export interface Told {
  conversation: string
  ahead: number
  priority: number
}

export interface PlacesCompared {
  compared: number
  /** Pairs of one priority whose order turned round. */
  swapped: number
  /** Places that grew although nobody of a higher priority came before them. */
  grown: number
  /** Waited before, and wait no more. */
  gone: string[]
}

/** Promise 2 over a crash: both lists in the order of service. */
export function comparePlaces(before: readonly Told[], after: readonly Told[]): PlacesCompared {
  const now = new Map(after.map((told, index) => [told.conversation, { ...told, index }]))
  const stayed = before.flatMap((was) => {
    const is = now.get(was.conversation)
    return is ? [{ was, is }] : []
  })
  let swapped = 0
  for (const [index, one] of stayed.entries())
    for (const other of stayed.slice(index + 1))
      if (one.was.priority === other.was.priority && one.is.priority === other.is.priority && one.is.index > other.is.index) swapped += 1
  const known = new Map(before.map((told, index) => [told.conversation, { ...told, index }]))
  const grown = stayed.filter(({ was, is }) => is.ahead > was.ahead && !isOvertakenByPriority(is, after, known)).length
  return {
    compared: stayed.length,
    swapped,
    grown,
    gone: before.filter(({ conversation }) => !now.has(conversation)).map(({ conversation }) => conversation),
  }
}

/** Somebody of a higher priority stands before it who did not before: the one reason that is stated as such. */
function isOvertakenByPriority(is: Told & { index: number }, after: readonly Told[], known: Map<string, Told & { index: number }>): boolean {
  const own = known.get(is.conversation)
  return after.slice(0, is.index).some((other) => {
    const was = known.get(other.conversation)
    return other.priority > is.priority && (was === undefined || (own !== undefined && was.index > own.index))
  })
}
