import type { Spread } from './measure.ts'
import type { Result } from './result.ts'

/** The result as people read it, and as it may stand in docs/results.md. */
export function toTable(result: Result): string {
  const rows = [
    ...whatWasPlayed(result),
    ...whatWasKept(result),
    ...howItWent(result),
    ...howFast(result),
    ...whatItWasWorth(result),
    ...afterTheCrash(result),
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, value]) => `| ${name.padEnd(width)} | ${value} |`)
  return [`| ${'Replay'.padEnd(width)} | ${result.date.slice(0, 16).replace('T', ' ')} UTC |`, `| ${'-'.repeat(width)} | --- |`, ...lines].join('\n')
}

type Row = [name: string, value: string]

function whatWasPlayed({ machine, played }: Result): Row[] {
  return [
    ['machine', `${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.model}, Node ${machine.node}`],
    [
      'played',
      `${played.messages} messages at ${played.rate}/s (reached ${number(played.reachedRate)}/s), team of ${played.team}, ${played.handleSeconds} s to answer, seed ${played.seed}`,
    ],
  ]
}

function whatWasKept(result: Result): Row[] {
  return [
    ['sent', `${result.sent}`],
    ['acknowledged', `${result.acknowledged}${counts(result.refused, ' · refused: ')}`],
    ['stored exactly once', `${result.storedExactlyOnce}`],
    ['lost', `${result.lost}`],
    ['doubled', `${result.doubled}`],
    ['timelines with gaps', `${result.timelinesWithGaps}`],
    ['invariants violated', result.violations === null ? 'could not ask' : counts(result.violations) || '0'],
    [
      'sent again',
      `${result.sentAgain} (network ${result.troubles.network}, server ${result.troubles.server}, told to wait ${result.troubles.tooMany})`,
    ],
    ['places grown unexplained', `${result.witnessed.grewUnexplained}`],
  ]
}

function howItWent({ byLanguage, servedBy, wait, closures, worth }: Result): Row[] {
  return [
    ['by language', counts(byLanguage)],
    ['served by', counts(servedBy)],
    ['wait for a person', wait.n === 0 ? 'nobody waited' : `mean ${number(wait.mean)} s, p95 ${number(wait.p95)} s, n ${wait.n}`],
    ['closures', `${closures.all} (by the team ${closures.byTeam}, by the customer's yes ${closures.byCustomer})`],
    [
      'customer effort (CES)',
      worth.customerEffort.value === null ? 'no answers' : `${number(worth.customerEffort.value)}, n ${worth.customerEffort.n}`,
    ],
  ]
}

function howFast({ acknowledgement, toScreen, notOnScreen, metCrash }: Result): Row[] {
  const crash: Row[] = metCrash
    ? [
        [
          'not counted: met the crash',
          `${metCrash.messages} messages, longest acknowledgement ${number((metCrash.longestAcknowledgement ?? 0) / 1000)} s`,
        ],
      ]
    : []
  return [
    ['acknowledgement', spread(acknowledgement)],
    ['customer to screen', `${spread(toScreen)}${notOnScreen > 0 ? ` · never on screen ${notOnScreen}` : ''}`],
    ...crash,
  ]
}

function whatItWasWorth({ worth, serverSaid }: Result): Row[] {
  const money = (amount: number | null) => (amount === null ? 'unknown' : `${amount.toFixed(2)} ${worth.currency}`)
  return [
    ['value kept', money(worth.valueKept)],
    ['cost', money(worth.cost)],
    ['warnings in the log', counts(serverSaid) || '0'],
  ]
}

function afterTheCrash({ crash }: Result): Row[] {
  if (!crash) return []
  const { places, forgotten } = crash
  return [
    ['kill -9', `after ${crash.acknowledgedBefore} acknowledged; ready again ${number(crash.backAfterSeconds)} s after its start`],
    ['waiting when killed', `${crash.waitingBefore}: ${places.compared} still wait, ${places.gone.length} served since, ${forgotten} forgotten`],
    ['places after it', `${places.swapped} swapped, ${places.grown} grown`],
  ]
}

function spread({ n, p50, p95, p99, most }: Spread): string {
  return n === 0 ? 'none' : `p50 ${number(p50)} ms, p95 ${number(p95)} ms, p99 ${number(p99)} ms, longest ${number(most)} ms`
}

function counts(of: Record<string, number>, before = ''): string {
  const text = Object.entries(of)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
  return text && `${before}${text}`
}

const number = (value: number | null) => (value === null ? 'none' : value >= 100 ? value.toFixed(0) : value.toFixed(1))
