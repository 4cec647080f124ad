import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { LiveFrame } from '../../contract/events.ts'
import { makeRefresher } from './refresher.ts'
import { touched } from './touched.ts'

const typingSeconds = 6
/** Consoles say every 15 s what they look at. */
const viewingSeconds = 25

/**
 * What the live line tells of need not be asked again because one looks at it again: every fact about it makes it old at once, and
 * after a break the line goes on from its cursor or makes everything old.
 */
export const freshMilliseconds = 60_000

let connected = true
let typing = new Map<string, { author: string; until: number }>()
/** Which colleagues look at which conversation, and whether they write: by conversation, then person. */
let viewing = new Map<string, Map<string, { until: number; typesUntil: number }>>()
let training: LiveFrame['training'] | null = null
let replay: LiveFrame['replay'] | null = null
const hearers = new Set<() => void>()
const listeners = new Set<(frame: LiveFrame) => void>()
const changed = () => {
  for (const hear of hearers) hear()
}

/** Holds the live line: what changed is asked for anew; after a break it goes on from its cursor. */
export function goLive(queries: QueryClient): () => void {
  let socket: WebSocket | undefined
  let cursor: string | undefined
  let attempts = 0
  let stopped = false
  let retry: number | undefined
  const refresher = makeRefresher(queries)

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
    for (const listen of listeners) listen(frame)
    if (frame.name === 'typing') noteTyping(frame)
    if (frame.name === 'viewing' || (frame.name === 'typing' && frame.author === 'person')) noteViewing(frame)
    if (frame.name === 'training' || frame.name === 'model.trained') noteTraining(frame)
    if (frame.name === 'replaying') noteReplay(frame)
    refresher.want(touched(frame))
  }

  connect()
  return () => {
    stopped = true
    clearTimeout(retry)
    refresher.stop()
    socket?.close()
  }
}

function noteTyping(frame: LiveFrame): void {
  if (!frame.conversation || frame.author !== 'customer') return
  typing = new Map(typing).set(frame.conversation, { author: frame.author, until: Date.now() + typingSeconds * 1000 })
  changed()
  window.setTimeout(changed, typingSeconds * 1000 + 50)
}

function noteViewing(frame: LiveFrame): void {
  if (!frame.conversation || !frame.person) return
  const now = Date.now()
  const isTyping = frame.name === 'typing'
  const people = new Map([...(viewing.get(frame.conversation) ?? [])].filter(([, seen]) => seen.until > now))
  const before = people.get(frame.person)
  people.set(frame.person, { until: now + viewingSeconds * 1000, typesUntil: isTyping ? now + typingSeconds * 1000 : (before?.typesUntil ?? 0) })
  viewing = new Map(viewing).set(frame.conversation, people)
  changed()
  window.setTimeout(changed, (isTyping ? typingSeconds : viewingSeconds) * 1000 + 50)
}

function noteTraining(frame: LiveFrame): void {
  training = frame.training ?? null
  changed()
}

function noteReplay(frame: LiveFrame): void {
  replay = frame.replay ?? null
  changed()
}

const subscribe = (hear: () => void) => {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}

/** What is said in passing because of a fact; gives back how to stop. */
export function hearFacts(listen: (frame: LiveFrame) => void): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

export const useConnected = () => useSyncExternalStore(subscribe, () => connected)

/** Whether the customer of this conversation is writing just now. */
export const useTyping = (conversation: string) => useSyncExternalStore(subscribe, () => (typing.get(conversation)?.until ?? 0) > Date.now())

/** The colleagues who look at this conversation just now; those who write first. As words, so that the same is the same. */
export function useViewers(conversation: string): { person: string; types: boolean }[] {
  const words = useSyncExternalStore(subscribe, () => {
    const now = Date.now()
    const people = [...(viewing.get(conversation) ?? [])].filter(([, seen]) => seen.until > now)
    return people
      .map(([person, seen]) => `${seen.typesUntil > now ? 'types' : 'looks'} ${person}`)
      .sort()
      .reverse()
      .join(',')
  })
  return words.split(',').flatMap((one) => {
    const [what, person] = one.split(' ')
    return person ? [{ person, types: what === 'types' }] : []
  })
}

/** How far the training of the intent model is; null when nothing was heard of one. */
export const useTraining = () => useSyncExternalStore(subscribe, () => training ?? null)

/** How far a replay of the past is; null when nothing was heard of one. */
export const useReplaying = () => useSyncExternalStore(subscribe, () => replay ?? null)
