/** The claims of a floor as they are saved with a decision: pairs of a step of the scale and the minutes claimed there. */
export interface DemandRecord {
  flow: [step: number, minutes: number][]
  queue: [step: number, minutes: number][]
  seenMinutes: number
}

/**
 * The claims on people's minutes by what a minute earns there: those that keep coming (a memory that fades over an hour) and
 * those that wait. From them follow the shadow price of a minute and the wait of a place, each in constant time, so that ten
 * thousand may wait. Minutes throughout; one step of the scale is a quarter of a doubling.
 */
export class Demand {
  private readonly flow = new Float64Array(steps)
  private readonly queue = new Float64Array(steps)
  private readonly began: number
  private faded: number

  constructor(now: number) {
    this.began = now
    this.faded = now
  }

  /** As it was noted step by step elsewhere, faded to this moment, which is minute 0; `seenMinutes`: since when anything was noted. */
  static restored({ flow, queue, seenMinutes }: DemandRecord): Demand {
    const demand = new Demand(-seenMinutes)
    demand.faded = 0
    for (const [step, minutes] of flow) demand.flow[step] = minutes
    for (const [step, minutes] of queue) demand.queue[step] = minutes
    return demand
  }

  /** As it is saved with a decision at this moment; who keeps it knows since when anything was noted. */
  record(now: number): Omit<DemandRecord, 'seenMinutes'> {
    this.fade(now)
    return { flow: stepsOf(this.flow), queue: stepsOf(this.queue) }
  }

  /** Somebody came who is expected to claim so many minutes. Infinity: whoever asks for a person comes before any price. */
  note(perMinute: number, minutes: number, now: number): void {
    this.fade(now)
    const step = stepOf(perMinute)
    this.flow[step] = (this.flow[step] ?? 0) + minutes
  }

  /** Joins the line, or with negative minutes leaves it. */
  wait(perMinute: number, minutes: number): void {
    const step = stepOf(perMinute)
    this.queue[step] = Math.max(0, (this.queue[step] ?? 0) + minutes)
  }

  /**
   * λ: what the marginal minute earns when the minutes of the people on duty go to the dearest claims of the next `horizon`
   * minutes; `least` when there are minutes for all.
   */
  price(capacity: number, horizon: number, least: number, now: number): number {
    this.fade(now)
    const ahead = horizon / this.memory(now)
    let left = capacity * horizon
    for (let step = steps - 1; step > 0; step--) {
      const claimed = (this.flow[step] ?? 0) * ahead + (this.queue[step] ?? 0)
      if (claimed > 0 && claimed >= left) return Math.max(least, moneyAt(step + 1 - left / claimed))
      left -= claimed
    }
    return least
  }

  /** Expected wait of a claim with this index among those that come and wait (priorities without interruption: Cobham 1954). */
  waitFor(perMinute: number, capacity: number, now: number): number {
    if (capacity <= 0) return Number.POSITIVE_INFINITY
    this.fade(now)
    let above = 0
    let before = 0
    for (let step = stepOf(perMinute); step < steps; step++) {
      above += this.flow[step] ?? 0
      before += this.queue[step] ?? 0
    }
    const free = 1 - above / this.memory(now) / capacity
    // Where dearer claims keep coming faster than they are served, only their leaving makes room.
    return before / capacity / Math.max(0.05, free)
  }

  private memory(now: number): number {
    // Young memories have seen less than they could hold; a few minutes are needed to see anything.
    return memoryMinutes * (1 - Math.exp(-Math.max(5, now - this.began) / memoryMinutes))
  }

  private fade(now: number): void {
    const passed = now - this.faded
    if (passed < 0.25) return
    const kept = Math.exp(-passed / memoryMinutes)
    for (let step = 0; step < steps; step++) this.flow[step] = (this.flow[step] ?? 0) * kept
    this.faded = now
  }
}

/** How long a claim is remembered, in minutes: after each such time a share of 1/e is left. */
export const memoryMinutes = 60
const steps = 96
/** 2^(-6) … 2^18 money per minute. */
const lowest = -6

/** The step of the scale on which a claim of so much money a minute is counted. */
export function stepOf(perMinute: number): number {
  if (!(perMinute > 0)) return 0
  return Math.min(steps - 1, Math.max(1, Math.floor(4 * (Math.log2(perMinute) - lowest))))
}

const moneyAt = (step: number) => 2 ** (step / 4 + lowest)

/** Whether a price is the top of the scale: those who asked for a person claim every minute, and no sum of money says it. */
export const isBeyondMoney = (price: number): boolean => price >= moneyAt(steps - 1)

function stepsOf(claimed: Float64Array): [step: number, minutes: number][] {
  return Array.from(claimed, (minutes, step): [number, number] => [step, minutes]).filter(([, minutes]) => minutes > 0)
}
