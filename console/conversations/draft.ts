import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../contract/conversations.ts'
import { ask, Refused } from '../shell/api.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

export type Mode = 'reply' | 'note'

/** The longest message, in characters. */
export const most = 10_000
const afterMilliseconds = 900

/**
 * A draft stays with its conversation and mode: at once in this browser, soon on the server and so on every device. What lies in the
 * browser has not reached the server yet, and counts more.
 */
export function useDraft(conversation: Conversation, mode: Mode): [string, (text: string) => void] {
  const queries = useQueryClient()
  const { id } = conversation
  const key = `sambut.draft.${id}.${mode}`
  const [text, setText] = useState(() => localStorage.getItem(key) ?? conversation.drafts[mode])
  const shown = useRef(key)
  const timer = useRef<number | undefined>(undefined)
  // Another mode of the same conversation is another draft.
  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    setText(localStorage.getItem(key) ?? conversation.drafts[mode])
  }, [key, mode, conversation.drafts])
  // Words that were held back, or begun on another device, come into an empty box only.
  const kept = conversation.drafts[mode]
  useEffect(() => {
    if (localStorage.getItem(key) === null) setText((now) => now || kept)
  }, [key, kept])

  const save = useCallback(
    async (words: string) => {
      try {
        await ask('PUT', `/v1/conversations/${id}/drafts/${mode}`, { text: words })
        if (localStorage.getItem(key) === words) localStorage.removeItem(key)
        queries.setQueryData<Conversation>(['conversation', id, 'row'], (row) => row && { ...row, drafts: { ...row.drafts, [mode]: words } })
      } catch (error) {
        // The words lie in the browser; without a connection they are saved at the next stroke.
        if (!(error instanceof Refused && error.status === 0)) sayTrouble(error)
      }
    },
    [id, key, mode, queries],
  )
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      const unsaved = localStorage.getItem(key)
      if (unsaved !== null) void save(unsaved)
    },
    [key, save],
  )
  const keep = (next: string) => {
    setText(next)
    localStorage.setItem(key, next)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void save(next), afterMilliseconds)
  }
  return [text, keep]
}
