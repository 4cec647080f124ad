import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Conversation, TimelineEntry } from '../../contract/conversations.ts'
import { ask } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { patchRows } from './queries.ts'

const sayEveryMilliseconds = 15_000
/** Whoever only passes by on the way to another conversation is not looking at this one. */
const passingMilliseconds = 400

/** What is looked at is seen, and colleagues know that somebody is there. */
export function useLookingAt(conversation: Conversation, entries: readonly TimelineEntry[]): void {
  const queries = useQueryClient()
  const mayServe = useMay('serve')
  const { id, unread } = conversation
  const last = entries.at(-1)?.seq ?? 0
  useEffect(() => {
    if (!mayServe || !unread || document.hidden || last === 0) return
    patchRows(queries, (row) => (row.id === id ? { ...row, unread: false } : row))
    ask('PUT', `/v1/conversations/${id}/seen`, { seq: last }).catch(sayTrouble)
  }, [id, last, unread, mayServe, queries])
  useEffect(() => {
    if (!mayServe) return
    const say = () => {
      // A hint that is lost harms nobody: the next one comes in a moment.
      if (!document.hidden) ask('POST', `/v1/conversations/${id}/viewing`).catch(() => undefined)
    }
    const stays = setTimeout(say, passingMilliseconds)
    const timer = setInterval(say, sayEveryMilliseconds)
    return () => {
      clearTimeout(stays)
      clearInterval(timer)
    }
  }, [id, mayServe])
}
