/**
 * Row 10: the bounded wait. Whoever was promised a person within the limit gets one within it: as long as the earliest
 * deadlines can still be met the dearest go first, and when they press, the oldest do (earliest deadline first: Jackson 1955).
 * Counts by deadline, so that it is the same work for ten and for ten thousand. Minutes.
 */
export class Promises {
  private readonly due = new Int32Array(buckets)
  private readonly width: number
  private total = 0

  constructor(limitMinutes: number) {
    this.width = (2 * limitMinutes) / buckets
  }

  add(deadline: number): void {
    this.count(deadline, 1)
  }

  remove(deadline: number): void {
    this.count(deadline, -1)
  }

  /** Must the oldest be served next? `rate`: conversations that people finish in a minute. */
  press(now: number, rate: number): boolean {
    return this.total > 0 && !this.kept(now, rate, 1, Number.POSITIVE_INFINITY)
  }

  /** May one more be promised with this deadline, so that half of the people's time stays free for those who ask? */
  room(deadline: number, now: number, rate: number): boolean {
    return this.kept(now, rate / 2, 1, deadline)
  }

  /** Would everybody be served in time if the oldest went first, also when people finish slowly? */
  private kept(now: number, rate: number, more: number, deadline: number): boolean {
    const first = Math.floor(now / this.width)
    let served = deadline === Number.POSITIVE_INFINITY ? 0 : more
    for (let step = -overdue; step < buckets - overdue; step++) {
      const here = this.due[(first + step + buckets) % buckets] as number
      const ends = (first + step) * this.width - now
      served += here
      const asked = here > 0 || (deadline >= (first + step) * this.width && deadline < (first + step + 1) * this.width)
      // The sum of so many exponential times, five deviations above its mean.
      if (asked && ends * rate < served + caution * Math.sqrt(served)) return false
    }
    return true
  }

  private count(deadline: number, by: number): void {
    const bucket = Math.floor(deadline / this.width) % buckets
    this.due[bucket] = Math.max(0, (this.due[bucket] as number) + by)
    this.total += by
  }
}

const buckets = 64
/** A quarter of the ring looks back, for those whom nobody could serve in time. */
const overdue = buckets / 4
const caution = 5
