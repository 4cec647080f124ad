import type { Skilfulness } from './matching.ts'
import { weight } from './matching.ts'

/** Outcomes of one person with one intent in one language. */
export interface OutcomeCount {
  person: string
  intent: string
  language: string
  n: number
  resolved: number
}

interface Count {
  n: number
  resolved: number
}

/** One outcome among those counted. */
export interface OneOutcome {
  person: string
  intent: string
  language: string
  resolved: boolean
}

/**
 * Row 9: what is believed of each person, intent and language: `Outcomes` from counts, with one step more: a language is shrunk
 * to what the person does of this intent in the others. Nothing seen gives what anybody resolves.
 */
export class Beliefs {
  private readonly cells = new Map<string, Count>()
  private readonly pairs = new Map<string, Count>()
  private readonly intents = new Map<string, Count>()
  private readonly people = new Map<string, { resolved: number; expected: number }>()
  private readonly start: number

  constructor(counts: readonly OutcomeCount[], start = startShare) {
    this.start = start
    for (const count of counts) {
      add(this.cells, keyOf(count.person, count.intent, count.language), count)
      add(this.pairs, keyOf(count.person, count.intent), count)
      add(this.intents, count.intent, count)
    }
    for (const { person, intent, n, resolved } of counts) {
      const known = this.people.get(person) ?? { resolved: 0, expected: 0 }
      this.people.set(person, { resolved: known.resolved + resolved, expected: known.expected + n * this.shareOf(intent) })
    }
  }

  /** What anybody resolves of this intent; `unseen` is taken off as if it had never been counted. */
  shareOf(intent: string, unseen?: OneOutcome): number {
    const { n, resolved } = less(this.intents.get(intent), unseen?.intent === intent ? unseen : undefined)
    return (weight.intent * this.start + resolved) / (weight.intent + n)
  }

  /** What is believed of a person; with `unseen` exactly what it would be, had that outcome never been counted. */
  of(person: string, intent: string, language: string, unseen?: OneOutcome): Skilfulness {
    const own = unseen?.person === person ? unseen : undefined
    const ownPair = own?.intent === intent ? own : undefined
    const cell = less(this.cells.get(keyOf(person, intent, language)), ownPair?.language === language ? ownPair : undefined)
    const pair = less(this.pairs.get(keyOf(person, intent)), ownPair)
    const { resolved, expected } = this.ofPerson(person, unseen)
    const better = (weight.person + resolved) / (weight.person + expected)
    const before = Math.min(0.98, Math.max(0.02, this.shareOf(intent, unseen) * better))
    const elsewhere = (weight.pair * before + pair.resolved - cell.resolved) / (weight.pair + pair.n - cell.n)
    const mean = (weight.pair * elsewhere + cell.resolved) / (weight.pair + cell.n)
    return { mean, deviation: Math.sqrt((mean * (1 - mean)) / (weight.pair + cell.n + 1)), n: cell.n }
  }

  /** What a person resolved, and what anybody would have of the same intents. An outcome less moves what is expected of all who had its intent. */
  private ofPerson(person: string, unseen?: OneOutcome): { resolved: number; expected: number } {
    const { resolved, expected } = this.people.get(person) ?? { resolved: 0, expected: 0 }
    if (!unseen) return { resolved, expected }
    const { intent } = unseen
    const own = unseen.person === person ? unseen : undefined
    const share = this.shareOf(intent, unseen)
    const moved = (this.pairs.get(keyOf(person, intent)) ?? none).n * (share - this.shareOf(intent))
    return { resolved: resolved - (own?.resolved ? 1 : 0), expected: expected + moved - (own ? share : 0) }
  }
}

/** Starting figure: people resolve seven of ten at the first contact (industry's first contact resolution: 70–75 %). */
const startShare = 0.7

const none: Count = { n: 0, resolved: 0 }

const keyOf = (...parts: string[]) => parts.join('\n')

const less = (count: Count = none, unseen?: OneOutcome): Count =>
  unseen ? { n: count.n - 1, resolved: count.resolved - (unseen.resolved ? 1 : 0) } : count

function add(counts: Map<string, Count>, key: string, { n, resolved }: Count): void {
  const before = counts.get(key) ?? none
  counts.set(key, { n: before.n + n, resolved: before.resolved + resolved })
}
