/** Times that one puts things off to, in the reader's own zone. */
export function laterToday(now: Date): Date {
  return new Date(now.getTime() + 3 * 3_600_000)
}

export function tomorrow(now: Date): Date {
  return morning(now, 1)
}

/** Monday morning; on a Monday the one after. */
export function nextWeek(now: Date): Date {
  return morning(now, (8 - now.getDay()) % 7 || 7)
}

/** What is offered for putting off: on a Sunday tomorrow is next week already, and one of the two is enough. */
export function laterTimes(now: Date): { id: 'today' | 'tomorrow' | 'week'; at: Date }[] {
  const all = [
    { id: 'today' as const, at: laterToday(now) },
    { id: 'tomorrow' as const, at: tomorrow(now) },
    { id: 'week' as const, at: nextWeek(now) },
  ]
  return all.filter(({ at }, index) => all.findIndex((one) => one.at.getTime() === at.getTime()) === index)
}

function morning(now: Date, days: number): Date {
  const at = new Date(now)
  at.setDate(at.getDate() + days)
  at.setHours(9, 0, 0, 0)
  return at
}

/** As an input of date and time wants it: local, without a zone. */
export function forInput(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}
