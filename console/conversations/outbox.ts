import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { ask, Refused } from '../shell/api.ts'
import { newId } from '../shell/new-id.ts'

/** Words on their way to the server. They stay until the timeline holds them, also over a reload and without a connection. */
export interface Outgoing {
  clientId: string
  conversation: string
  text: string
  private: boolean
  mentions: string[]
  /** Until then they can be called back (milliseconds). */
  notBefore: number
  state: 'held' | 'sending' | 'offline' | 'failed'
  /** Why they were refused. */
  code: string | null
}

const againMilliseconds = 4000

let person = ''
let items: readonly Outgoing[] = []
let queries: QueryClient | undefined
let timer: number | undefined
const hearers = new Set<() => void>()
const keyOf = () => `sambut.outbox.${person}`

/** Takes up what this person had not sent yet, and sends from now on. */
export function startOutbox(client: QueryClient, of: string): () => void {
  queries = client
  person = of
  items = read().map((item) => (item.state === 'sending' || item.state === 'held' ? { ...item, state: 'offline' } : item))
  change(items)
  const wake = () => void pump()
  window.addEventListener('online', wake)
  window.addEventListener('pagehide', sendAtLeaving)
  wake()
  return () => {
    clearTimeout(timer)
    window.removeEventListener('online', wake)
    window.removeEventListener('pagehide', sendAtLeaving)
  }
}

function read(): Outgoing[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf()) ?? '[]') as Outgoing[]
  } catch {
    // What another program wrote there is not ours to send.
    return []
  }
}

function change(next: readonly Outgoing[]): void {
  items = next
  if (items.length > 0) localStorage.setItem(keyOf(), JSON.stringify(items))
  else localStorage.removeItem(keyOf())
  for (const hear of hearers) hear()
}

const patch = (clientId: string, with_: Partial<Outgoing>) => change(items.map((item) => (item.clientId === clientId ? { ...item, ...with_ } : item)))

/** Puts words on their way. Those of before that could still be called back go first: nothing overtakes. */
export function post(words: Pick<Outgoing, 'conversation' | 'text' | 'private' | 'mentions'>, undoSeconds: number): void {
  const holds = words.private ? 0 : undoSeconds * 1000
  const before = items.map((item) => (item.conversation === words.conversation && item.state === 'held' ? { ...item, notBefore: 0 } : item))
  change([...before, { ...words, clientId: newId(), notBefore: Date.now() + holds, state: 'held', code: null }])
  void pump()
}

/** Calls words back, or takes failed ones away; gives back what they were. */
export function callBack(clientId: string): Outgoing | undefined {
  const found = items.find((item) => item.clientId === clientId && item.state !== 'sending')
  if (found) change(items.filter((item) => item !== found))
  return found
}

export function sendNow(clientId: string): void {
  patch(clientId, { notBefore: 0, state: 'held', code: null })
  void pump()
}

/** In each conversation one after the other, so that their order stays. */
async function pump(): Promise<void> {
  clearTimeout(timer)
  const now = Date.now()
  const open = items.filter((item) => item.state !== 'failed')
  const heads = open.filter((item, index) => open.findIndex((other) => other.conversation === item.conversation) === index)
  const due = heads.filter((item) => (item.state === 'held' || item.state === 'offline') && item.notBefore <= now)
  await Promise.all(due.map(send))
  const next = items.filter((item) => item.state === 'held').map((item) => item.notBefore - Date.now())
  const waits = items.some((item) => item.state === 'offline') ? [...next, againMilliseconds] : next
  if (waits.length > 0) timer = window.setTimeout(() => void pump(), Math.max(20, Math.min(...waits)))
}

async function send(item: Outgoing): Promise<void> {
  patch(item.clientId, { state: 'sending' })
  try {
    await ask('POST', `/v1/conversations/${item.conversation}/messages`, bodyOf(item))
    await queries?.invalidateQueries({ queryKey: ['conversation', item.conversation] })
    change(items.filter((other) => other.clientId !== item.clientId))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // Away for a moment is not refused: it is tried until it is answered.
    const isAway = error.status === 0 || error.status === 429 || error.status >= 500
    patch(item.clientId, isAway ? { state: 'offline', code: error.code } : { state: 'failed', code: error.code })
  }
}

const bodyOf = ({ clientId, text, private: isPrivate, mentions }: Outgoing) => ({ clientId, text, private: isPrivate, mentions })

/** Whoever closes the page meant to send: the browser carries it on. The same client id makes a second time harmless. */
function sendAtLeaving(): void {
  for (const item of items)
    if (item.state === 'held')
      void fetch(`/v1/conversations/${item.conversation}/messages`, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf(item)),
      })
}

const subscribe = (hear: () => void) => {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}

export const useOutbox = (): readonly Outgoing[] => useSyncExternalStore(subscribe, () => items)
