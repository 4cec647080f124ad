import type { ResultsView } from '../../contract/metrics.ts'
import { toLanguage } from '../../core/language.ts'

/** What is looked at when somebody comes. */
export const firstView: ResultsView = { tab: 'service', period: '7', from: null, to: null, before: null, language: null }

const choices = {
  tab: ['service', 'assistant', 'money', 'fairness'],
  period: ['today', '7', '28', 'custom'],
} satisfies { tab: readonly ResultsView['tab'][]; period: readonly ResultsView['period'][] }

/** The view that an address speaks of; whatever it leaves out or misspells is as when somebody comes. */
export function viewOf(search: Record<string, unknown>): ResultsView {
  const dated = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(String(search[name])) ? String(search[name]) : null)
  return {
    tab: choices.tab.find((one) => one === search['tab']) ?? firstView.tab,
    period: choices.period.find((one) => one === String(search['period'])) ?? firstView.period,
    from: dated('from'),
    to: dated('to'),
    before: dated('before'),
    language: toLanguage(String(search['language'] ?? '')) ?? null,
  }
}

/** What of a view has to be said in the address: whatever is not as when somebody comes. */
export function addressOf(search: Record<string, unknown>): Partial<ResultsView> {
  const first: Record<string, unknown> = { ...firstView }
  return Object.fromEntries(Object.entries(viewOf(search)).filter(([name, value]) => value !== first[name]))
}

/** The days of a view as the server asks for them: whole days of the reader's own where days were chosen. Null while the dates make no period. */
export function queryOf(view: ResultsView, now: number): Record<string, string> | null {
  const language: Record<string, string> = view.language ? { language: view.language } : {}
  if (view.period === 'today') return { from: new Date(midnight(now, 0)).toISOString(), ...language }
  // Whole days up to this hour, beside as many before them up to the same hour: no day stands on both sides.
  if (view.period !== 'custom') {
    const from = midnight(now, 1 - Number(view.period))
    // An hour more or less, where the clocks were put back, must not make them overlap.
    const before = Math.min(midnight(now, 1 - 2 * Number(view.period)), from - (now - from))
    return { from: new Date(from).toISOString(), before: new Date(before).toISOString(), ...language }
  }
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

/** So many days from today, also over days of 23 or 25 hours. */
function midnight(now: number, days: number): number {
  const at = new Date(now)
  at.setDate(at.getDate() + days)
  return at.setHours(0, 0, 0, 0)
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
