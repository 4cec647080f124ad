import type { ResultsView } from '../../contract/metrics.ts'

const day = 86_400_000

/** What is looked at when somebody comes. */
export const firstView: ResultsView = { tab: 'service', period: '7', from: null, to: null, before: null, language: null }

/** The days of a view as the server asks for them: whole days of the reader's own where days were chosen. Null while the dates make no period. */
export function queryOf(view: ResultsView, now: number): Record<string, string> | null {
  const language: Record<string, string> = view.language ? { language: view.language } : {}
  if (view.period === 'today') return { from: new Date(new Date(now).setHours(0, 0, 0, 0)).toISOString(), ...language }
  if (view.period !== 'custom') return { from: new Date(now - Number(view.period) * day).toISOString(), ...language }
  const from = startOfDay(view.from)
  const last = startOfDay(view.to)
  if (from === null || last === null || last < from) return null
  const to = nextDay(last)
  const before = startOfDay(view.before)
  if (before !== null && before > from - (to - from)) return null
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    ...(before !== null && { before: new Date(before).toISOString() }),
    ...language,
  }
}

/** Midnight of the reader's own day. */
function startOfDay(date: string | null): number | null {
  if (date === null) return null
  const at = new Date(`${date}T00:00:00`).getTime()
  return Number.isNaN(at) ? null : at
}

/** The midnight after, also where a day has 23 or 25 hours. */
const nextDay = (at: number) => new Date(at).setDate(new Date(at).getDate() + 1)

/** A day as date fields write it. */
export function dateOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}
