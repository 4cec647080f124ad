import type { Evidence, Results } from '../../contract/metrics.ts'
import { definitions, type Metric, metrics } from '../../core/metrics/definitions.ts'
import { differenceOf } from '../../core/metrics/difference.ts'
import { evidence, figure, figureOf } from '../../core/metrics/figures.ts'
import type { Served } from '../../core/metrics/served.ts'

export interface Measured {
  served: readonly Served[]
  /** As long a time, to compare with. */
  before: readonly Served[]
  /** Where each part of the series begins, in order; the first one begins with the period. */
  steps: readonly Date[]
  now: number
}

/** Row 34: every figure of a period with the one before and its course; the same rules make the evidence, so that no two screens disagree. */
export function makeFigures({ served, before, steps, now }: Measured): Results['figures'] {
  const parts = inSteps(served, steps)
  return metrics.map((metric) => {
    const [rows, rowsBefore] = [evidence(metric, served, now), evidence(metric, before, now)]
    const then = figureOf(metric, rowsBefore)
    return {
      metric,
      unit: definitions[metric].unit,
      ...figureOf(metric, rows),
      before: then.value,
      nBefore: then.n,
      difference: differenceOf(metric, rows, rowsBefore),
      series: parts.map((part) => ({ at: part.at.toISOString(), ...figure(metric, part.served, now) })),
    }
  })
}

export interface EvidencePage {
  rows: (Omit<Evidence['rows'][number], 'customer'> & { conversation: string })[]
  cursor: string | null
}

/** A page of what a figure stands on, newest first; all pages together are the figure. `after` is the cursor of the page before. */
export function makeEvidence(metric: Metric, served: readonly Served[], now: number, page: { after: Standing | null; limit: number }): EvidencePage {
  const rest = [...served].sort(newestFirst).filter((one) => page.after === null || newestFirst(page.after, one) < 0)
  const shown = rest.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    rows: evidence(metric, shown, now).map((row, index) => ({ ...row, at: new Date(shown[index]?.openedAt ?? 0).toISOString() })),
    cursor: last && rest.length > shown.length ? `${last.openedAt}.${last.number}` : null,
  }
}

/** Where a conversation stands in the one order of the evidence. */
export type Standing = Pick<Served, 'openedAt' | 'number'>

/** Null when the text is no cursor of ours. */
export function readCursor(cursor: string): Standing | null {
  const [, openedAt, number] = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor) ?? []
  return openedAt === undefined || number === undefined ? null : { openedAt: Number(openedAt), number: Number(number) }
}

const newestFirst = (a: Standing, b: Standing) => b.openedAt - a.openedAt || b.number - a.number

function inSteps(served: readonly Served[], steps: readonly Date[]): { at: Date; served: Served[] }[] {
  const parts = steps.map((at) => ({ at, served: [] as Served[] }))
  for (const one of served) parts.findLast((part) => part.at.getTime() <= one.openedAt)?.served.push(one)
  return parts
}
