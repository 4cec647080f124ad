import { backoff } from './backoff.ts'
import { makeSseReader, type ServerEvent } from './sse.ts'

export interface Following {
  open: (signal: AbortSignal) => Promise<Response>
  hear: (event: ServerEvent) => void
  /** Called before each new try: fetches what was missed, so that a proxy that holds streams back costs seconds, not messages. */
  catchUp: () => Promise<void>
  /** The server answered, or did not for the n-th time. */
  health: (failures: number) => void
  /** The token no longer opens the stream. */
  stranger: () => Promise<void>
}

/** A comment line comes every 20 s; after two missed ones the line is dead, whatever the browser believes. */
const silenceMs = 45_000

/** Keeps one stream open until it is stopped; comes back by itself after every break. */
export function follow(following: Following): { stop: () => void; nudge: () => void } {
  const ended = new AbortController()
  let wake: () => void = () => {}
  let failures = 0

  const loop = async () => {
    while (!ended.signal.aborted) {
      const heard = await listen(following, ended.signal, () => {
        failures = 0
        following.health(0)
      })
      if (ended.signal.aborted) return
      failures++
      if (heard === 'stranger') await following.stranger()
      following.health(failures)
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, backoff(failures, Math.random()))
        ended.signal.addEventListener('abort', () => resolve(), { once: true })
      })
      if (!ended.signal.aborted) await following.catchUp()
    }
  }
  void loop()
  return { stop: () => ended.abort(), nudge: () => wake() }
}

async function listen(following: Following, ended: AbortSignal, alive: () => void): Promise<'broken' | 'stranger'> {
  const dead = new AbortController()
  let watch = setTimeout(() => dead.abort(), silenceMs)
  try {
    const answer = await following.open(AbortSignal.any([ended, dead.signal]))
    if (answer.status === 401) return 'stranger'
    if (!answer.ok || !answer.body) return 'broken'
    alive()
    const read = makeSseReader()
    const pieces = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await pieces.read()
      if (done) return 'broken'
      clearTimeout(watch)
      watch = setTimeout(() => dead.abort(), silenceMs)
      for (const event of read(value)) following.hear(event)
    }
  } catch {
    return 'broken'
  } finally {
    clearTimeout(watch)
  }
}
