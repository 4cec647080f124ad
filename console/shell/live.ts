import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { LiveFrame } from '../../contract/events.ts'

const gatherMilliseconds = 50
const typingSeconds = 6

/** Which screens look different after a fact, by the key that their queries begin with. */
function touched(frame: LiveFrame): string[][] {
  const { conversation, name } = frame
  if (name === 'resync') return [[]]
  const keys: string[][] = [['conversations'], ['floor']]
  if (conversation) keys.push(['conversation', conversation])
  if (/^(presence|claim|team)\./.test(name)) keys.push(['team'])
  if (/^(policy)\./.test(name)) keys.push(['policy'])
  if (/^(article)\./.test(name)) keys.push(['articles'])
  if (/^(value|effort|conversation\.closed)/.test(name)) keys.push(['results'])
  return keys
}

let connected = true
let typing = new Map<string, { author: string; until: number }>()
const hearers = new Set<() => void>()
const changed = () => {
  for (const hear of hearers) hear()
}

/** Holds the live line: what changed is asked for anew; after a break it goes on from its cursor. */
export function goLive(queries: QueryClient): () => void {
  let socket: WebSocket | undefined
  let cursor: string | undefined
  let attempts = 0
  let stopped = false
  let gathering: number | undefined
  let retry: number | undefined
  const gathered = new Map<string, string[]>()

  function connect(): void {
    const base = location.origin.replace(/^http/, 'ws')
    socket = new WebSocket(`${base}/v1/live${cursor ? `?after=${cursor}` : ''}`)
    socket.onopen = () => {
      attempts = 0
      connected = true
      changed()
    }
    socket.onmessage = (event) => hear(JSON.parse(String(event.data)) as LiveFrame)
    socket.onclose = () => {
      if (stopped) return
      connected = false
      changed()
      attempts += 1
      retry = window.setTimeout(connect, Math.min(15_000, 300 * 2 ** attempts) * (0.5 + Math.random()))
    }
  }

  function hear(frame: LiveFrame): void {
    if (frame.cursor) cursor = frame.cursor
    if (frame.name === 'typing') noteTyping(frame)
    if (frame.name === 'typing' || frame.name === 'viewing') return
    for (const key of touched(frame)) gathered.set(key.join(' '), key)
    gathering ??= window.setTimeout(refresh, gatherMilliseconds)
  }

  function refresh(): void {
    gathering = undefined
    for (const queryKey of gathered.values()) void queries.invalidateQueries({ queryKey })
    gathered.clear()
  }

  connect()
  return () => {
    stopped = true
    clearTimeout(retry)
    clearTimeout(gathering)
    socket?.close()
  }
}

function noteTyping(frame: LiveFrame): void {
  if (!frame.conversation || frame.author !== 'customer') return
  typing = new Map(typing).set(frame.conversation, { author: frame.author, until: Date.now() + typingSeconds * 1000 })
  changed()
  window.setTimeout(changed, typingSeconds * 1000 + 50)
}

const subscribe = (hear: () => void) => {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}

export const useConnected = () => useSyncExternalStore(subscribe, () => connected)

/** Whether the customer of this conversation is writing just now. */
export const useTyping = (conversation: string) => useSyncExternalStore(subscribe, () => (typing.get(conversation)?.until ?? 0) > Date.now())
