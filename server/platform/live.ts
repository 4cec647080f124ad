import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { LiveFrame } from '../../contract/events.ts'
import { findLiveSessions, type SignedIn } from './auth.ts'
import type { Seen } from './feed.ts'
import type { Platform } from './platform.ts'

/** A console that does not read is let go at this much; it resumes by its cursor (I16). */
const mostUnread = 1_000_000
const sessionCheckMilliseconds = 1000

export interface Live {
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  stop: () => void
}

/** WebSocket of the console: says what changed, never what it says; the console asks for what it shows. */
export function openLive(platform: Platform): Live {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096 })
  const sessions = new Map<WebSocket, string>()
  const check = setInterval(() => void closeRevoked(), sessionCheckMilliseconds)

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://here')
    const who = isOurOrigin(request) ? await platform.whoIsIt(request.headers.cookie) : undefined
    if (url.pathname !== '/v1/live' || !who) {
      socket.end(`HTTP/1.1 ${who ? '404 Not Found' : '401 Unauthorized'}\r\nconnection: close\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (open) => serve(open, who, url.searchParams.get('after')))
  }

  function serve(open: WebSocket, who: SignedIn, after: string | null): void {
    const say = (frame: LiveFrame) => {
      if (open.bufferedAmount > mostUnread) open.terminate()
      else if (open.readyState === open.OPEN) open.send(JSON.stringify(frame))
    }
    const unwatch = platform.feed.watch(who.account, (seen) => {
      for (const fact of seen) say(toFrame(fact))
    })
    const unhear = platform.bell.hear(({ account, frame }) => {
      if (account === who.account && frame.person !== who.person) say(frame)
    })
    sessions.set(open, who.session)
    open.on('error', (error) => platform.log.debug({ error: error.message }, 'a console connection broke'))
    open.on('close', () => {
      unwatch()
      unhear()
      sessions.delete(open)
    })
    if (after) catchUp(who.account, after, say).catch((error: Error) => letGo(open, error))
    else say({ name: 'resync', cursor: platform.feed.cursor() })
  }

  /** It comes back and resumes by its cursor. */
  function letGo(open: WebSocket, error: Error): void {
    platform.log.warn({ error: error.message }, 'a console could not be brought up to date')
    open.close(1013, 'try again')
  }

  async function catchUp(account: string, after: string, say: (frame: LiveFrame) => void): Promise<void> {
    const missed = await platform.feed.since(account, after)
    if (missed === null) say({ name: 'resync', cursor: platform.feed.cursor() })
    else for (const fact of missed) say(toFrame(fact))
  }

  /** A session that was ended elsewhere, or whose person is gone, loses its sockets within a second or so (C09): one query for all. */
  async function closeRevoked(): Promise<void> {
    if (sessions.size === 0) return
    try {
      const live = await findLiveSessions(platform.database, [...new Set(sessions.values())])
      for (const [open, session] of sessions) if (!live.has(session)) open.close(4401, 'signed out')
    } catch (error) {
      platform.log.warn({ error: error instanceof Error ? error.message : String(error) }, 'sessions could not be checked; they are checked again')
    }
  }

  return {
    upgrade: (request, socket, head) => {
      upgrade(request, socket, head).catch((error: Error) => {
        platform.log.warn({ error: error.message }, 'a console could not connect')
        socket.destroy()
      })
    },
    stop: () => {
      clearInterval(check)
      for (const open of sockets.clients) open.terminate()
      sockets.close()
    },
  }
}

function toFrame({ cursor, name, facts }: Seen): LiveFrame {
  const { conversation, customer, person, seq, by, answer } = facts as {
    conversation?: string
    customer?: string
    person?: string | null
    seq?: number
    by?: string
    answer?: string
  }
  return {
    cursor,
    name,
    ...(conversation && { conversation }),
    ...(customer && { customer }),
    ...(person && { person }),
    ...(seq !== undefined && { seq }),
    ...(by && { author: by }),
    ...(answer && { answer }),
  }
}

function isOurOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}
