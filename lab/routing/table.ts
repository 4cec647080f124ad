import type { Interval, PolicySummary, Summary } from '../../core/routing/laboratory/compare.ts'

type Column = [heading: string, cell: (of: PolicySummary) => string]

const main: Column[] = [
  ['of oracle', (of) => percent(of.ofOracle)],
  ['of maximum', (of) => percent(of.ofMaximum)],
  ['against sambut', (of) => (of.againstSambut === null ? '' : percent(of.againstSambut))],
  ['value', (of) => amount(of.figures.value)],
  ['cost', (of) => amount(of.figures.cost)],
  ['person min', (of) => amount(of.figures.personMinutes)],
]
const waits: Column[] = [
  ['abandoned', (of) => percent(of.figures.abandonment)],
  ['ASA min', (of) => minutes(of.figures.asa)],
  ['service level', (of) => percent(of.figures.serviceLevel)],
  ['p95 min', (of) => minutes(of.figures.p95)],
  ['max min', (of) => of.longest.toFixed(1)],
  ['asked: sent to people', (of) => percent(of.figures.honoured)],
  ['asked: one came', (of) => percent(of.figures.reached)],
  ['nobody could come', (of) => percent(of.figures.unserved)],
  ['by assistant', (of) => percent(of.figures.byAssistant)],
]

/** The summary as people read it: means over the days, ± half of the 95 % interval. */
export function tablesOf(summary: Summary, languages: readonly string[]): string {
  const { scenario, load, days, conversations } = summary
  const title = `${scenario}, load ${load ?? 'as given'}, ${days} days, ${conversations} conversations; ± 95 % interval over the days`
  const bounds = `oracle ${percent(summary.oracleOfMaximum)} of the maximum, informed estimate ${percent(summary.informedOfOracle)} of the oracle`
  const none = { mean: 0, half: 0 }
  const byLanguage = languages.map((name): Column => [name, (policy) => minutes(policy.waitByLanguage[name] ?? none)])
  const byDecile = Array.from({ length: 10 }, (_, decile): Column => [String(decile + 1), (policy) => minutes(policy.waitByDecile[decile] ?? none)])
  return [
    title,
    bounds,
    grid(summary, main),
    grid(summary, waits),
    legend,
    'mean wait in minutes by language',
    grid(summary, byLanguage),
    'mean wait in minutes by decile of lifetime value, lowest first',
    grid(summary, byDecile),
  ].join('\n\n')
}

const legend = [
  'of oracle, of maximum  value kept as a share of what nobody can exceed, and of all there was to keep',
  'against sambut         value kept against that of sambut on the same days; below 0 % is less',
  'value, cost            money a day, in the currency of the scenario: value kept; cost of the minutes that people worked',
  'person min             minutes a day that people worked',
  'abandoned              of those who waited for a person: gave up',
  'ASA, p95, max          minutes waited: mean of those served, 95 % waited less, the longest of all days',
  'service level          of those who waited for a person: served within the threshold of the scenario',
  'asked: sent to people  of those who asked for a person: went to people before anything else',
  'asked: one came        of those who asked for a person: did not give up before one came',
  'nobody could come      of all: were told that nobody can come within the limit',
  'by assistant           of all: resolved by the assistant',
  'informed               an estimate, not a bound: it knows the probabilities, not the dice, and may exceed the oracle by chance',
].join('\n')

/** Columns as wide as what stands in them. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n')
}

export const percent = ({ mean, half }: Interval) => `${(100 * mean).toFixed(1)}${around(100 * half, 1)} %`

function grid(summary: Summary, columns: readonly Column[]): string {
  const rows = Object.entries(summary.policies).map(([name, of]) => [name, ...columns.map(([, cell]) => cell(of))])
  return aligned([['policy', ...columns.map(([heading]) => heading)], ...rows])
}

const amount = ({ mean, half }: Interval) => `${mean.toFixed(0)}${around(half, 0)}`
const minutes = ({ mean, half }: Interval) => `${mean.toFixed(2)}${around(half, 2)}`
const around = (half: number, digits: number) => (Number.isFinite(half) ? ` ±${half.toFixed(digits)}` : '')
