/** What is believed of one person with one intent: P(resolved), how sure, from how many outcomes. */
export interface Skilfulness {
  mean: number
  deviation: number
  n: number
}

/**
 * Row 9: who is good at what, from the first outcome on. Beta–binomial, shrunk twice: a person with an intent to what that
 * person and that intent would give without each other, an intent to the account's mean. Weights are outcomes that count as
 * already seen.
 */
export class Outcomes {
  private readonly intents: number
  private readonly resolved: Float64Array
  private readonly seen: Float64Array
  private readonly byIntent: Float64Array
  private readonly ofIntent: Float64Array
  private readonly byPerson: Float64Array
  private readonly expectedOf: Float64Array
  private readonly start: number

  /** `start`: the share that anybody resolves, before anything was seen. */
  constructor(of: { people: number; intents: number; start: number }) {
    this.intents = of.intents
    this.start = of.start
    this.resolved = new Float64Array(of.people * of.intents)
    this.seen = new Float64Array(of.people * of.intents)
    this.byIntent = new Float64Array(of.intents)
    this.ofIntent = new Float64Array(of.intents)
    this.byPerson = new Float64Array(of.people)
    this.expectedOf = new Float64Array(of.people)
  }

  note(person: number, intent: number, resolved: boolean): void {
    const at = person * this.intents + intent
    const one = resolved ? 1 : 0
    this.expectedOf[person] = (this.expectedOf[person] as number) + this.shareOf(intent)
    this.byPerson[person] = (this.byPerson[person] as number) + one
    this.byIntent[intent] = (this.byIntent[intent] as number) + one
    this.ofIntent[intent] = (this.ofIntent[intent] as number) + 1
    this.resolved[at] = (this.resolved[at] as number) + one
    this.seen[at] = (this.seen[at] as number) + 1
  }

  /** What anybody resolves of this intent. */
  shareOf(intent: number): number {
    return (weight.intent * this.start + (this.byIntent[intent] as number)) / (weight.intent + (this.ofIntent[intent] as number))
  }

  of(person: number, intent: number): Skilfulness {
    const at = person * this.intents + intent
    const n = this.seen[at] as number
    const better = (weight.person + (this.byPerson[person] as number)) / (weight.person + (this.expectedOf[person] as number))
    const before = Math.min(0.98, Math.max(0.02, this.shareOf(intent) * better))
    const mean = (weight.pair * before + (this.resolved[at] as number)) / (weight.pair + n)
    return { mean, deviation: Math.sqrt((mean * (1 - mean)) / (weight.pair + n + 1)), n }
  }
}

export interface Choice {
  /** Beliefs about the candidates, and the value-minutes that each was offered so far. */
  candidates: readonly { belief: Skilfulness; offered: number }[]
  /** Mean of the offered value-minutes over everybody on duty. */
  meanOffered: number
  /** Standard normal dice, one a candidate. */
  dice: readonly number[]
}

/**
 * Row 9: who of those free takes it: the best by a draw from what is believed (Thompson 1933), where the draw may leave the
 * mean by `exploration` at most. Nobody is offered less than half or more than one and a half times the mean while others can.
 */
export function choose({ candidates, meanOffered, dice }: Choice): number {
  const allowed = withinSpread(
    candidates.map(({ offered }) => offered),
    meanOffered,
  )
  let best = -1
  let most = Number.NEGATIVE_INFINITY
  for (const at of allowed) {
    const score = drawn((candidates[at] as Choice['candidates'][number]).belief, dice[at] ?? 0)
    if (score <= most) continue
    best = at
    most = score
  }
  return best
}

/** A belief with as much doubt as exploration may use. */
export function drawn({ mean, deviation }: Skilfulness, die: number): number {
  return mean + Math.max(-exploration, Math.min(exploration, die * deviation))
}

/** Row 9: these customers are matched without learning for ever, so that the lift can be told. Stable by name (FNV-1a). */
export function inHoldout(customer: string, share = holdoutShare): boolean {
  let hash = 0x811c9dc5
  for (const sign of customer) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  // The lowest bits of this hash are poor; two more rounds spread what is known over all of them.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32 < share
}

/** The share of customers that is never matched by what was learnt. */
export const holdoutShare = 0.1

/** Outcomes that count as already seen. */
export const weight = { intent: 20, person: 30, pair: 10 }
const exploration = 0.1
/** Multiples of the mean. */
export const spread = { least: 0.5, most: 1.5 }
/** The bounds are kept with some room, as a conversation counts only when it is offered. */
const room = 0.1

/** Row 9: nobody starved or flooded: who must stand back now, by what each was offered. At least one does not. */
export function outsideSpread(offered: readonly number[], meanOffered: number): boolean[] {
  const within = new Set(withinSpread(offered, meanOffered))
  return offered.map((_, at) => !within.has(at))
}

function withinSpread(offered: readonly number[], meanOffered: number): number[] {
  const all = Array.from(offered.keys())
  const of = (at: number) => offered[at] ?? 0
  const behind = all.filter((at) => of(at) < (spread.least + room) * meanOffered)
  if (behind.length > 0) return behind
  const within = all.filter((at) => of(at) <= (spread.most - room) * meanOffered)
  return within.length > 0 ? within : all
}
