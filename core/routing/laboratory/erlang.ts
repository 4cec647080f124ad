/** Waiting of customers for n people, in the steady state. Rates per minute, waits in minutes. */
export interface Steady {
  /** P(one has to wait). */
  waits: number
  meanWait: number
  abandonment: number
  /** P(served within this time). */
  servedWithin: (minutes: number) => number
}

export interface Queue {
  people: number
  arrivals: number
  handleMinutes: number
}

/** Erlang C: nobody leaves (Erlang 1917; M/M/n). With as much work as people or more, everybody waits for ever. */
export function erlangC({ people, arrivals, handleMinutes }: Queue): Steady {
  const offered = arrivals * handleMinutes
  if (offered >= people) return { waits: 1, meanWait: Number.POSITIVE_INFINITY, abandonment: 0, servedWithin: () => 0 }
  const blocked = erlangB(people, offered)
  const waits = blocked / (1 - (offered / people) * (1 - blocked))
  const spare = (people - offered) / handleMinutes
  return { waits, meanWait: waits / spare, abandonment: 0, servedWithin: (minutes) => 1 - waits * Math.exp(-spare * minutes) }
}

/**
 * Erlang A: patience is exponential (Palm 1957; Garnett, Mandelbaum & Reiman 2002; M/M/n+M), from the steady state of the
 * number present, a birth and death chain. P(served within t) comes from the place found at the arrival: the time until k + 1
 * leave the queue ahead, each at the rate n/h + jθ, raced by one's own patience.
 */
export function erlangA(queue: Queue & { patienceMinutes: number }): Steady {
  const { people, arrivals, handleMinutes, patienceMinutes } = queue
  const states = present(queue)
  let waiting = 0
  let waits = 0
  for (let count = people; count < states.length; count++) {
    waiting += (count - people) * (states[count] as number)
    waits += states[count] as number
  }
  const ends = people / handleMinutes
  const servedWithin = (minutes: number) => {
    let served = 1 - waits
    for (let count = people; count < states.length; count++) {
      const probability = states[count] as number
      if (probability > 1e-12) served += probability * servedFrom(count - people, ends, 1 / patienceMinutes, minutes)
    }
    return served
  }
  return { waits, meanWait: waiting / arrivals, abandonment: waiting / patienceMinutes / arrivals, servedWithin }
}

/** The fewest people with whom this share is answered within this time (Erlang C). */
export function peopleFor(target: { arrivals: number; handleMinutes: number; share: number; withinMinutes: number }): number {
  const { arrivals, handleMinutes, share, withinMinutes } = target
  if (arrivals <= 0) return 0
  let people = Math.max(1, Math.floor(arrivals * handleMinutes) + 1)
  while (erlangC({ people, arrivals, handleMinutes }).servedWithin(withinMinutes) < share) people++
  return people
}

/** Blocking of n places without a queue, by the recursion that never overflows (Jagerman 1974). */
function erlangB(people: number, offered: number): number {
  let inverse = 1
  for (let count = 1; count <= people; count++) inverse = 1 + (count / offered) * inverse
  return 1 / inverse
}

/** Probabilities of the number present; far beyond where anybody still waits the chain is cut. */
function present({ people, arrivals, handleMinutes, patienceMinutes }: Queue & { patienceMinutes: number }): number[] {
  const logs = [0]
  for (let count = 1; count < 100_000; count++) {
    const leaving = Math.min(count, people) / handleMinutes + Math.max(0, count - people) / patienceMinutes
    const log = (logs[count - 1] as number) + Math.log(arrivals / leaving)
    logs.push(log)
    if (count > people && leaving > arrivals && log < Math.max(logs[people] as number, 0) - 60) break
  }
  const most = logs.reduce((highest, log) => Math.max(highest, log), Number.NEGATIVE_INFINITY)
  const weights = logs.map((log) => Math.exp(log - most))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/**
 * P(served within t | k ahead): one leaves the queue to a person before t and before one's patience ends. A pure death chain
 * with rates ends + jθ, solved by uniformization.
 */
function servedFrom(ahead: number, ends: number, impatience: number, minutes: number): number {
  // States 0…k ahead of me; from state j the next to go is one ahead (or, at 0, me to a person), or I lose patience.
  const rate = ends + (ahead + 1) * impatience
  let now = new Float64Array(ahead + 1)
  now[ahead] = 1
  let served = 0
  let sum = 0
  // Poisson weights by their logarithm: the first ones may be too small to be told from 0.
  let log = -rate * minutes
  let weights = Math.exp(log)
  for (let step = 1; step < 100_000 && weights < 1 - 1e-10; step++) {
    const next = new Float64Array(ahead + 1)
    for (let j = 0; j <= ahead; j++) {
      const mass = now[j] as number
      const forward = (ends + j * impatience) / rate
      const leave = impatience / rate
      next[j] = (next[j] as number) + mass * (1 - forward - leave)
      // With nobody ahead a person who ends takes me.
      if (j === 0) served += mass * forward
      else next[j - 1] = (next[j - 1] as number) + mass * forward
    }
    now = next
    log += Math.log((rate * minutes) / step)
    const weight = Math.exp(log)
    weights += weight
    sum += weight * served
  }
  return sum
}
