import type { Problem } from '../contract/shapes.ts'

export type Answer = { ok: true; body: unknown } | { ok: false; status: number; code: string; retryAfter: number | null }

export interface Wire {
  /** `outlives`: goes on when the page that asked is left. */
  ask: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, how?: { outlives: boolean }) => Promise<Answer>
  /** The raw stream; the caller reads it. */
  open: (path: string, signal: AbortSignal) => Promise<Response>
  /** Sends a file as it is and says how far it is; `XMLHttpRequest`, because `fetch` does not tell. */
  upload: (path: string, file: Blob, progress: (share: number) => void) => Promise<Answer>
  bytes: (path: string) => Promise<ArrayBuffer | null>
  carry: (token: string | null) => void
}

/** Every request to the host. Never with cookies: the widget stands on other people's pages. */
export function makeWire(host: string): Wire {
  let token: string | null = null
  const headers = (): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {})

  return {
    carry: (next) => {
      token = next
    },
    open: (path, signal) =>
      fetch(host + path, { headers: { ...headers(), accept: 'text/event-stream' }, credentials: 'omit', cache: 'no-store', signal }),
    upload: (path, file, progress) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest()
        const lost = () => resolve({ ok: false, status: 0, code: 'unreachable', retryAfter: null })
        request.open('POST', host + path)
        request.timeout = 300_000
        for (const [name, value] of Object.entries({ ...headers(), 'content-type': 'application/octet-stream' }))
          request.setRequestHeader(name, value)
        request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
        request.onerror = lost
        request.ontimeout = lost
        request.onload = () => {
          const read = readJson(request.responseText)
          const { status } = request
          resolve(status < 300 ? { ok: true, body: read } : { ok: false, status, code: codeOf(read), retryAfter: null })
        }
        request.send(file)
      }),
    bytes: async (path) => {
      try {
        const answer = await fetch(host + path, { headers: headers(), credentials: 'omit', signal: AbortSignal.timeout(60_000) })
        return answer.ok ? await answer.arrayBuffer() : null
      } catch {
        return null
      }
    },
    ask: async (method, path, body, how) => {
      try {
        const answer = await fetch(host + path, {
          method,
          credentials: 'omit',
          keepalive: how?.outlives ?? false,
          headers: { ...headers(), ...(body ? { 'content-type': 'application/json' } : {}) },
          ...(body ? { body: JSON.stringify(body) } : {}),
          // A half-open connection must not hold a message for ever.
          signal: AbortSignal.timeout(20_000),
        })
        const read: unknown = await answer.json().catch(() => null)
        if (answer.ok) return { ok: true, body: read }
        return { ok: false, status: answer.status, code: codeOf(read), retryAfter: seconds(answer.headers.get('retry-after')) }
      } catch {
        return { ok: false, status: 0, code: 'unreachable', retryAfter: null }
      }
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function codeOf(read: unknown): string {
  const problem = read as Partial<Problem> | null
  return problem?.error?.code ?? 'unknown'
}

function seconds(header: string | null): number | null {
  const read = Number(header)
  return header !== null && Number.isFinite(read) ? read : null
}
