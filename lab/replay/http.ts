import { setTimeout as wait } from 'node:timers/promises'

export interface Asking {
  /** A widget's token. */
  token?: string
  /** A person's session. */
  cookie?: string
  language?: string | null
  body?: unknown
}

export interface Answer {
  /** 0: nobody answered. */
  status: number
  body: unknown
  cookie: string
  location: string | null
  retryAfterSeconds: number | null
  attempts: number
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The way to the server, as widget and console go it. */
export interface Door {
  address: string
  ask: (method: Method, path: string, asking?: Asking) => Promise<Answer>
  /** Asks again after a failure of the network or the server, with back-off, for at most a minute; waits when told to. */
  insist: (method: Method, path: string, asking?: Asking) => Promise<Answer>
  /** Server-sent events; undefined when it did not open. */
  listen: (path: string, token: string, signal: AbortSignal) => Promise<ReadableStream<Uint8Array> | undefined>
  /** From now on nobody insists: what is still on its way is given up. */
  close: () => void
  /** How often something had to be asked again, and why. */
  troubles: { network: number; server: number; tooMany: number }
}

const patienceMilliseconds = 60_000
const answerMilliseconds = 20_000
/** Told to wait is not a failure, but not for ever either. */
const longestWaits = 120

export function makeDoor(address: string): Door {
  const troubles = { network: 0, server: 0, tooMany: 0 }
  let closed = false

  async function ask(method: Method, path: string, asking: Asking = {}): Promise<Answer> {
    try {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: { ...headersOf(asking), ...(method !== 'GET' && { origin: address }) },
        redirect: 'manual',
        signal: AbortSignal.timeout(answerMilliseconds),
        ...(asking.body !== undefined && { body: JSON.stringify(asking.body) }),
      })
      return await toAnswer(response)
    } catch (error) {
      // Refused, reset, timed out or cut off: all mean that nobody answered, and whoever insists asks again.
      if (!(error instanceof Error)) throw error
      return { status: 0, body: undefined, cookie: '', location: null, retryAfterSeconds: null, attempts: 1 }
    }
  }

  async function insist(method: Method, path: string, asking: Asking = {}): Promise<Answer> {
    let deadline = performance.now() + patienceMilliseconds
    let waits = 0
    for (let attempts = 1; ; attempts += 1) {
      const answer = { ...(await ask(method, path, asking)), attempts }
      if (answer.status !== 0 && answer.status < 500 && answer.status !== 429) return answer
      if (closed) return answer
      troubles[answer.status === 0 ? 'network' : answer.status === 429 ? 'tooMany' : 'server'] += 1
      if (performance.now() > deadline) return answer
      const pause = pauseAfter(answer, attempts)
      if (answer.status === 429 && waits++ < longestWaits) deadline += pause
      await wait(pause)
    }
  }

  async function listen(path: string, token: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | undefined> {
    const response = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` }, signal })
    if (response.ok && response.body) return response.body
    await response.body?.cancel()
    return undefined
  }

  const close = () => {
    closed = true
  }
  return { address, ask, insist, listen, close, troubles }
}

function headersOf({ token, cookie, language, body }: Asking): Record<string, string> {
  return {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(cookie && { cookie }),
    ...(language && { 'accept-language': language }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
}

async function toAnswer(response: Response): Promise<Answer> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const text = await response.text()
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return {
    status: response.status,
    body: isJson && text !== '' ? JSON.parse(text) : text,
    cookie: response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
    location: response.headers.get('location'),
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
    attempts: 1,
  }
}

/** 0.2 s · 2^n with jitter, at most 5 s; told to wait, as long as told. */
function pauseAfter(answer: Answer, attempts: number): number {
  if (answer.status === 429) return (answer.retryAfterSeconds ?? 2) * 1000 + Math.random() * 500
  return Math.min(5000, 200 * 2 ** (attempts - 1)) * (0.75 + Math.random() / 2)
}
