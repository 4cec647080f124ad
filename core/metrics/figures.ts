import { definitions, type Metric, type Row } from './definitions.ts'
import type { Served } from './served.ts'

export interface EvidenceRow {
  conversation: string
  number: number
  /** In the figure's unit; null when the conversation does not count. */
  value: number | null
  counts: boolean
  /** What the row weighs in a quotient: 1, or its cost for a return on cost. */
  weight: number
}

/** Row 34: a figure and the number of conversations that it stands on; null when there are none. `now` in epoch ms. */
export function figure(metric: Metric, served: readonly Served[], now = newest(served)): { value: number | null; n: number } {
  return figureOf(metric, evidence(metric, served, now))
}

/** Row 34: what a figure stands on, one row a conversation. `figureOf` these rows is always the figure. */
export function evidence(metric: Metric, served: readonly Served[], now = newest(served)): EvidenceRow[] {
  return served.map((one) => {
    const { conversation, number } = one
    const row = definitions[metric].row(one, now)
    if (row === null) return { conversation, number, value: null, counts: false, weight: 0 }
    return { conversation, number, value: row.value, counts: true, weight: row.weight ?? 1 }
  })
}

/** Row 34: the figure again, from its evidence alone. */
export function figureOf(metric: Metric, rows: readonly Pick<EvidenceRow, 'value' | 'counts' | 'weight'>[]): { value: number | null; n: number } {
  const counted: Required<Row>[] = []
  for (const { value, counts, weight } of rows) if (counts && value !== null) counted.push({ value, weight })
  const n = counted.length
  const sum = counted.reduce((total, row) => total + row.value, 0)
  const { made, unit } = definitions[metric]
  // No conversations are a count; no known value is not a value of nothing.
  if (n === 0) return { value: unit === 'count' ? 0 : null, n }
  if (made === 'sum') return { value: unit === 'money' ? Math.round(sum * 100) / 100 : sum, n }
  const weight = counted.reduce((total, row) => total + row.weight, 0)
  return { value: weight === 0 ? null : sum / weight, n }
}

/** Without a clock the newest thing known is the present: a verdict that needs seven days is then never given too early. */
function newest(served: readonly Served[]): number {
  return served.reduce((latest, one) => Math.max(latest, one.openedAt, one.closedAt ?? 0), 0)
}
