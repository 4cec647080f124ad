import { chance } from '../../chance.ts'
import { Heap } from '../heap.ts'
import { choose, drawn, inHoldout, Outcomes } from '../matching.ts'

export interface LearningTrial {
  people: number
  intents: number
  /** Offered load. */
  load: number
  handleMinutes: number
  outcomesPerPerson: number
  seed: number
  /** Standard deviation on the log-odds of what a person adds to an intent, hidden from the rules. */
  hidden: number
}

export interface LearningRun {
  /** Shares resolved in each tenth of the run. */
  tenths: number[]
  /** Resolved of those matched by learning, and of the holdout, in the last half. */
  learnt: number
  holdout: number
  /** Least and most offered value-minutes of a person, as multiples of the mean. */
  spread: { least: number; most: number }
}

/** The same customers and dice, matched as `skills` does (first in, first out; the longest free) or by what was learnt. */
export function learn(trial: LearningTrial, learning: boolean): LearningRun {
  return new Learning(trial, learning).run()
}

/** How many of those who wait a freed person may choose from; whoever waits longer than this goes first. */
const chooseFrom = 12
const longWaitMinutes = 5

class Learning {
  private readonly trial: LearningTrial
  private readonly learning: boolean
  private readonly outcomes: Outcomes
  private readonly truth: Float64Array
  private readonly offered: Float64Array
  private readonly freeSince: Float64Array
  private readonly busy: Uint8Array
  private readonly waiting: number[] = []
  private readonly ends = new Heap()
  private readonly doing: Int32Array
  private readonly count: number
  private readonly customers: { arrival: number; intent: number; minutes: number; value: number; die: number; learns: boolean }[]
  private readonly resolved: Uint8Array
  private readonly dice: ReturnType<typeof chance>
  private readonly order: number[] = []

  constructor(trial: LearningTrial, learning: boolean) {
    this.trial = trial
    this.learning = learning
    this.count = trial.people * trial.outcomesPerPerson
    this.outcomes = new Outcomes({ people: trial.people, intents: trial.intents, start: 0.7 })
    this.offered = new Float64Array(trial.people)
    this.freeSince = new Float64Array(trial.people)
    this.busy = new Uint8Array(trial.people)
    this.doing = new Int32Array(trial.people)
    this.resolved = new Uint8Array(this.count)
    const { truth, customers } = drawnWorld(trial, this.count)
    this.truth = truth
    this.customers = customers
    this.dice = chance(trial.seed + 7_000_003)
  }

  run(): LearningRun {
    let next = 0
    while (next < this.count || this.ends.size > 0) {
      const arrival = this.customers[next]?.arrival ?? Number.POSITIVE_INFINITY
      if (arrival < this.ends.key) this.arrive(next++, arrival)
      else this.finish(this.ends.key, this.ends.pop())
    }
    return this.result()
  }

  private arrive(c: number, now: number): void {
    const free = this.freePeople()
    if (free.length === 0) this.waiting.push(c)
    else this.serve(c, this.whoOf(free, c), now)
  }

  private finish(now: number, person: number): void {
    const c = this.doing[person] as number
    this.busy[person] = 0
    this.freeSince[person] = now
    const one = this.customer(c)
    this.outcomes.note(person, one.intent, this.resolved[c] === 1)
    if (this.waiting.length === 0) return
    const [chosen = 0] = this.waiting.splice(this.whichFor(person, now), 1)
    this.serve(chosen, person, now)
  }

  private whoOf(free: number[], c: number): number {
    const longest = free.reduce((best, person) => ((this.freeSince[person] as number) < (this.freeSince[best] as number) ? person : best))
    if (!this.learning || !this.customer(c).learns) return longest
    const candidates = free.map((person) => ({ belief: this.outcomes.of(person, this.customer(c).intent), offered: this.offered[person] as number }))
    return free[choose({ candidates, meanOffered: this.meanOffered(), dice: free.map(() => this.dice.normal()) })] ?? longest
  }

  /** The oldest, unless a little later in the line stands somebody whom this person serves better than others would. */
  private whichFor(person: number, now: number): number {
    const oldest = this.customer(this.waiting[0] as number)
    if (!this.learning || !oldest.learns || now - oldest.arrival > longWaitMinutes) return 0
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    for (let at = 0; at < Math.min(chooseFrom, this.waiting.length); at++) {
      const { intent, learns } = this.customer(this.waiting[at] as number)
      if (!learns) continue
      const gain = drawn(this.outcomes.of(person, intent), this.dice.normal()) - this.outcomes.shareOf(intent)
      if (gain <= most) continue
      best = at
      most = gain
    }
    return best
  }

  private serve(c: number, person: number, now: number): void {
    const { intent, minutes, value, die } = this.customer(c)
    this.busy[person] = 1
    this.doing[person] = c
    this.offered[person] = (this.offered[person] as number) + value * minutes
    this.resolved[c] = die < (this.truth[person * this.trial.intents + intent] as number) ? 1 : 0
    this.order.push(c)
    this.ends.push(now + minutes, person)
  }

  private customer(c: number) {
    return this.customers[c] as Learning['customers'][number]
  }

  private freePeople(): number[] {
    return Array.from(this.busy.keys()).filter((person) => this.busy[person] === 0)
  }

  private meanOffered(): number {
    return this.offered.reduce((sum, one) => sum + one, 0) / this.trial.people
  }

  private result(): LearningRun {
    const share = (of: readonly number[]) => of.reduce((sum, c) => sum + (this.resolved[c] as number), 0) / Math.max(1, of.length)
    const late = this.order.slice(this.count / 2)
    const mean = this.meanOffered()
    return {
      tenths: Array.from({ length: 10 }, (_, tenth) => share(this.order.slice((tenth * this.count) / 10, ((tenth + 1) * this.count) / 10))),
      learnt: share(late.filter((c) => this.customer(c).learns)),
      holdout: share(late.filter((c) => !this.customer(c).learns)),
      spread: { least: Math.min(...this.offered) / mean, most: Math.max(...this.offered) / mean },
    }
  }
}

function drawnWorld({ people, intents, load, handleMinutes, hidden, seed }: LearningTrial, count: number) {
  const dice = chance(seed)
  const base = Array.from({ length: intents }, () => 1 + 0.5 * dice.normal())
  const skill = Array.from({ length: people }, () => 0.3 * dice.normal())
  const truth = new Float64Array(people * intents)
  for (let person = 0; person < people; person++) {
    for (let intent = 0; intent < intents; intent++) {
      const odds = (base[intent] as number) + (skill[person] as number) + hidden * dice.normal()
      truth[person * intents + intent] = 1 / (1 + Math.exp(-odds))
    }
  }
  let now = 0
  const customers = Array.from({ length: count }, (_, c) => {
    now += dice.exponential(handleMinutes / (load * people))
    const minutes = handleMinutes * Math.exp(0.5 * dice.normal() - 0.125)
    const value = Math.exp(0.8 * dice.normal())
    return { arrival: now, intent: dice.whole(0, intents - 1), minutes, value, die: dice.next(), learns: !inHoldout(`customer-${seed}-${c}`) }
  })
  return { truth, customers }
}
