/** Work that is looked for again and again, one round at a time however often it is asked for. */
export interface Rounds {
  /** Goes one round, or waits for the one that is under way. */
  round: () => Promise<void>
  /** Goes a whole round from now on: one that has begun may have looked before the newest was there. */
  fresh: () => Promise<void>
  /** No round begins any more; resolves when the last has ended. */
  stop: () => Promise<void>
}

/** `look` says its own troubles and may ask whether it should come to an end. */
export function startRounds(look: (isStopped: () => boolean) => Promise<void>, everyMilliseconds: number): Rounds {
  let underWay: Promise<void> | undefined
  let stopped = false

  function round(): Promise<void> {
    if (stopped) return Promise.resolve()
    underWay ??= look(() => stopped).finally(() => {
      underWay = undefined
    })
    return underWay
  }

  const poll = setInterval(() => void round(), everyMilliseconds)
  return {
    round,
    fresh: async () => {
      await underWay
      await round()
    },
    stop: async () => {
      stopped = true
      clearInterval(poll)
      await underWay
    },
  }
}
