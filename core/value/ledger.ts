export type EntryKind = 'expected' | 'cost' | 'realised' | 'written-off'

/** One movement in whole cents. A negative sum is a loss, not a mistake. */
export interface Entry {
  kind: EntryKind
  cents: number
  rule: string
  /** The expected entry that this one answers; null for expected and cost. */
  settles: string | null
  numbers: Record<string, number>
}

export interface Balance {
  booked: number
  realised: number
  open: number
  writtenOff: number
  cost: number
}

/** Row 36: what the decision is expected to bring, booked when it is made. `money` in the account's currency. */
export function expectedEntry(money: number, rule: string, numbers: Record<string, number> = {}): Entry {
  return { kind: 'expected', cents: toCents(money), rule, settles: null, numbers }
}

/** Row 36: what the decision costs: minutes of a person, or a sum for the assistant's answers (`minutes` 1). */
export function costEntry(minutes: number, costOfMinute: number, rule: string): Entry {
  return { kind: 'cost', cents: toCents(minutes * costOfMinute), rule, settles: null, numbers: { minutes, costOfMinute } }
}

/** What came true of an expectation, in cents; may be more than was expected, or below zero. Several may answer one entry. */
export function realise(expected: { id: string }, cents: number, rule: string, numbers: Record<string, number> = {}): Entry {
  return { kind: 'realised', cents: Math.round(cents) + 0, rule, settles: expected.id, numbers }
}

/**
 * Closes an expectation: what is still open of it is given up. Negative when more came true than was expected.
 * Null when nothing is open, so that closing twice is closing once.
 */
export function writeOff(expected: { id: string; cents: number }, settledCents: number, rule: string): Entry | null {
  const open = expected.cents - settledCents
  if (open === 0) return null
  return { kind: 'written-off', cents: open, rule, settles: expected.id, numbers: { expected: expected.cents, settled: settledCents } }
}

/** Row 36: booked = realised + open + written off, for any entries in any order, because every entry has two sides. */
export function balance(entries: readonly Pick<Entry, 'kind' | 'cents'>[]): Balance {
  const accounts: Record<Account, number> = { promised: 0, open: 0, realised: 0, writtenOff: 0, paid: 0, cost: 0 }
  for (const { kind, cents } of entries) {
    const { from, to } = movements[kind]
    accounts[from] -= cents
    accounts[to] += cents
  }
  const { open, realised, writtenOff, cost } = accounts
  return { booked: 0 - accounts.promised, realised, open, writtenOff, cost }
}

/** Each kind moves money from one account to the other; cost is kept apart and never mixed with value. */
const movements: Record<EntryKind, { from: Account; to: Account }> = {
  expected: { from: 'promised', to: 'open' },
  realised: { from: 'open', to: 'realised' },
  'written-off': { from: 'open', to: 'writtenOff' },
  cost: { from: 'paid', to: 'cost' },
}
type Account = 'promised' | 'open' | 'realised' | 'writtenOff' | 'paid' | 'cost'

/** Halves away from zero, so that a loss rounds as a win does. */
function toCents(money: number): number {
  return Math.sign(money) * Math.round(Math.abs(money) * 100) + 0
}
