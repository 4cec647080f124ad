import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import type { StreamEvents, Visited } from '../../contract/channels.ts'
import type { Language } from '../../core/language.ts'

/** A browser's part of the conversation, spoken to the public widget API over a real socket. */
export interface Visitor {
  post: (path: string, body: unknown) => Promise<void>
  change: (method: 'DELETE' | 'PUT', path: string) => Promise<void>
  /** Hears what the page would show; comes back by itself when the connection is lost. */
  listen: (hear: Hear) => () => void
}

export interface Hear {
  message: (message: StreamEvents['message']) => void
  state: (state: StreamEvents['state']) => void
  lost: (error: Error) => void
}

export interface Wish {
  site: string
  language: Language
  user?: { id: string; signature: string; name?: string; email?: string }
}

export interface Line {
  visit: (wish: Wish) => Promise<Visitor>
  close: () => void
}

const answerWithin = 15_000
const comeBackAfter = 2_000

export function openLine(address: string): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: 60 })
  const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    send(new URL(path, address), agent, { method, headers, body })

  async function visit(wish: Wish): Promise<Visitor> {
    const text = await ask('POST', '/w/visits', {}, wish)
    // Our own server answers by the contract.
    const { token, messages } = JSON.parse(text) as Visited
    const headers = { authorization: `Bearer ${token}`, 'accept-language': wish.language }
    let seen = messages.at(-1)?.seq ?? 0
    return {
      post: async (path, body) => void (await ask('POST', path, headers, body)),
      change: async (method, path) => void (await ask(method, path, headers)),
      listen: (hear) =>
        keepListening(() => new URL(`/w/stream?after=${seen}`, address), headers, {
          ...hear,
          message: (message) => {
            if (message.seq <= seen) return
            seen = message.seq
            hear.message(message)
          },
        }),
    }
  }
  return { visit, close: () => agent.destroy() }
}

function send(
  url: URL,
  agent: Agent,
  { method, headers, body }: { method: string; headers: Record<string, string>; body?: unknown },
): Promise<string> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const request = httpRequest(
    url,
    {
      method,
      agent,
      timeout: answerWithin,
      headers: { ...headers, ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) },
    },
    (answer) => {
      read(answer).then(
        (said) =>
          answer.statusCode && answer.statusCode < 300
            ? resolve(said)
            : reject(new Error(`${method} ${url.pathname} answered ${answer.statusCode}: ${said.slice(0, 200)}`)),
        reject,
      )
    },
  )
  request.on('error', reject)
  request.on('timeout', () => request.destroy(new Error(`${method} ${url.pathname} was not answered in time`)))
  request.end(text)
  return promise
}

async function read(answer: IncomingMessage): Promise<string> {
  answer.setEncoding('utf8')
  let text = ''
  for await (const part of answer) text += part
  return text
}

/** A stream has a socket of its own: it would keep the others waiting. */
function keepListening(where: () => URL, headers: Record<string, string>, hear: Hear): () => void {
  let open: ReturnType<typeof httpRequest> | undefined
  let again: NodeJS.Timeout | undefined
  let closed = false

  function connect(): void {
    open = httpRequest(where(), { headers: { ...headers, accept: 'text/event-stream' }, agent: false }, (answer) => {
      let rest = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        const frames = (rest + part).split('\n\n')
        rest = frames.pop() ?? ''
        for (const frame of frames) tell(frame, hear)
      })
      answer.on('error', lose)
      answer.on('end', () => lose(new Error('the stream ended')))
    })
    open.on('error', lose)
    open.end()
  }

  function lose(error: Error): void {
    if (closed || again) return
    hear.lost(error)
    again = setTimeout(() => {
      again = undefined
      if (!closed) connect()
    }, comeBackAfter)
  }

  connect()
  return () => {
    closed = true
    clearTimeout(again)
    open?.destroy()
  }
}

function tell(frame: string, hear: Hear): void {
  const name = /^event: (\w+)$/m.exec(frame)?.[1]
  const text = /^data: (.*)$/m.exec(frame)?.[1]
  if (!text) return
  if (name === 'message') hear.message(JSON.parse(text) as StreamEvents['message'])
  if (name === 'state') hear.state(JSON.parse(text) as StreamEvents['state'])
}
