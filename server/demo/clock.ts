import type { Log } from '../platform/log.ts'

/** Time of the simulated people: it runs `speed` times as fast as ours, and stands still at 0. */
export interface Clock {
  /** Runs this after so many milliseconds of their time; gives back how to call it off. */
  after: (milliseconds: number, run: () => Promise<void> | void) => () => void
  speed: () => number
  setSpeed: (speed: number) => void
  /** Resolves when what had begun has ended. */
  stop: () => Promise<void>
}

const tickMilliseconds = 250
/** A machine that slept does not make everybody act at once. */
const longestTick = 1000

interface Due {
  at: number
  run: () => Promise<void> | void
}

export function startClock(speed: number, log: Log): Clock {
  let now = 0
  let pace = speed
  let last = performance.now()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const waiting = new Set<Due>()
  const running = new Set<Promise<void>>()

  function tick(): void {
    const here = performance.now()
    now += Math.min(longestTick, here - last) * pace
    last = here
    const due = [...waiting].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
    for (const one of due) {
      waiting.delete(one)
      start(one)
    }
  }

  function start({ run }: Due): void {
    const done: Promise<void> = Promise.resolve()
      .then(run)
      .catch((error: unknown) =>
        log.warn({ error: error instanceof Error ? error.message : String(error) }, 'something in the demo stream failed; the stream goes on'),
      )
      .finally(() => running.delete(done))
    running.add(done)
  }

  function setSpeed(wanted: number): void {
    pace = wanted
    clearInterval(timer)
    last = performance.now()
    timer = pace > 0 && !stopped ? setInterval(tick, tickMilliseconds) : undefined
  }

  setSpeed(speed)
  return {
    after: (milliseconds, run) => {
      const one: Due = { at: now + milliseconds, run }
      if (!stopped) waiting.add(one)
      return () => waiting.delete(one)
    },
    speed: () => pace,
    setSpeed,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      waiting.clear()
      await Promise.allSettled(running)
    },
  }
}
