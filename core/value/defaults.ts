import type { EconomicFigure, Economics, Estimate } from './economics.ts'

/** Start figures for one intent, editable by the owner. An unknown intent gets the cautious middle. */
export function defaultEconomics(intent: string): Economics {
  const [loss, byPerson, byAssistant, buysPerson, buysAssistant, margin, minutes, skill] = table.get(intent) ?? unknown
  return {
    intent,
    lossProbability: figure(loss, 'Share of customers lost when this stays unresolved; CEB: effort drives disloyalty'),
    resolvedByPerson: figure(byPerson, 'Industry tables: 70–75 % are resolved in the first contact; moved by intent'),
    resolvedByAssistant: figure(byAssistant, 'By how far an article or an order status alone can settle the matter'),
    buysWithPerson: figure(buysPerson, 'Share who buy in this conversation with a person'),
    buysWithAssistant: figure(buysAssistant, 'Share who buy in this conversation with the assistant'),
    margin: figure(margin, 'Margin of a usual purchase after this intent'),
    handleMinutes: figure(minutes, 'Industry tables: about 6 minutes a contact; moved by intent'),
    skill,
  }
}

/** The account's mean over its intents by volume; what an unsure reading shrinks to. Without any, the unknown intent. */
export function meanEconomics(list: { economics: Economics; weight: number }[]): Economics {
  const weight = list.reduce((total, item) => total + Math.max(0, item.weight), 0)
  if (weight === 0) return defaultEconomics('all-intents')
  const mean = (field: EconomicFigure) => meanOf(list, field, weight)
  return {
    intent: 'all-intents',
    lossProbability: mean('lossProbability'),
    resolvedByPerson: mean('resolvedByPerson'),
    resolvedByAssistant: mean('resolvedByAssistant'),
    buysWithPerson: mean('buysWithPerson'),
    buysWithAssistant: mean('buysWithAssistant'),
    margin: mean('margin'),
    handleMinutes: mean('handleMinutes'),
    skill: null,
  }
}

/** Beta–binomial: the prior counts as `priorWeight` outcomes. Useful at none, exact with many. */
export function updateShare(prior: Estimate, priorWeight: number, successes: number, n: number): Estimate {
  if (n <= 0) return prior
  return { value: (prior.value * priorWeight + successes) / (priorWeight + n), source: { kind: 'measured', n } }
}

type Row = [
  loss: number,
  byPerson: number,
  byAssistant: number,
  buysPerson: number,
  buysAssistant: number,
  margin: number,
  minutes: number,
  skill: string | null,
]

const unknown: Row = [0.1, 0.75, 0.5, 0.04, 0.02, 40, 6, null]

// Read across: leaving and broken goods lose customers, advice and business orders win them, status questions do neither.
const table = new Map<string, Row>([
  ['delivery-status', [0.06, 0.9, 0.8, 0.01, 0.01, 40, 4, null]],
  ['delivery-change', [0.08, 0.92, 0.75, 0.01, 0.01, 40, 4, null]],
  ['order-cancel', [0.15, 0.85, 0.65, 0.06, 0.01, 90, 5, null]],
  ['order-change', [0.08, 0.9, 0.65, 0.04, 0.02, 60, 5, null]],
  ['return', [0.12, 0.85, 0.7, 0.04, 0.01, 60, 6, null]],
  ['refund-status', [0.14, 0.85, 0.6, 0.01, 0, 40, 5, 'payments']],
  ['damaged-item', [0.28, 0.88, 0.4, 0.03, 0.01, 60, 9, 'products']],
  ['missing-parts', [0.18, 0.9, 0.6, 0.01, 0.01, 40, 6, 'products']],
  ['assembly', [0.08, 0.85, 0.6, 0.05, 0.03, 30, 8, 'products']],
  ['warranty', [0.2, 0.82, 0.45, 0.04, 0.01, 60, 8, 'products']],
  ['payment-problem', [0.16, 0.88, 0.5, 0.4, 0.25, 90, 6, 'payments']],
  ['invoice', [0.03, 0.95, 0.88, 0, 0, 20, 4, 'payments']],
  ['product-question', [0.03, 0.9, 0.75, 0.2, 0.13, 80, 5, 'sales']],
  ['buy-advice', [0.03, 0.88, 0.6, 0.35, 0.18, 130, 9, 'sales']],
  ['business-order', [0.08, 0.85, 0.25, 0.4, 0.1, 700, 15, 'sales']],
  ['discount', [0.05, 0.85, 0.78, 0.22, 0.2, 40, 4, null]],
  ['account-access', [0.07, 0.9, 0.75, 0.03, 0.02, 40, 5, null]],
  ['leaving', [0.55, 0.6, 0.12, 0.03, 0, 60, 12, 'complaints']],
  ['opening-hours', [0.01, 0.98, 0.95, 0.05, 0.05, 60, 2, null]],
  ['greeting', [0.02, 0.9, 0.85, 0.02, 0.02, 40, 2, null]],
])

const figure = (value: number, note: string): Estimate => ({
  value,
  source: { kind: 'default', note: `Starting figure, to be measured. ${note}` },
})

function meanOf(list: { economics: Economics; weight: number }[], field: EconomicFigure, weight: number): Estimate {
  const value = list.reduce((total, item) => total + item.economics[field].value * Math.max(0, item.weight), 0) / weight
  const counted = list.reduce((n, { economics }) => n + countOf(economics[field]), 0)
  if (counted > 0) return { value, source: { kind: 'segment', segment: 'all-intents', n: counted } }
  return { value, source: { kind: 'default', note: "Mean over the account's intents, none of them measured yet" } }
}

const countOf = ({ source }: Estimate) => (source.kind === 'measured' || source.kind === 'segment' ? source.n : 0)
