import { useEffect, useRef, useState } from 'react'
import type { Pending } from './queries.ts'

type Mode = 'reply' | 'note'

const returned = 'sambut.draft-returned'

/** A draft stays with its conversation and mode, also after a reload. */
export function useDraft(conversation: string, mode: Mode): [string, (text: string) => void] {
  const key = keyOf(conversation, mode)
  const [text, setText] = useState(() => localStorage.getItem(key) ?? '')
  useEffect(() => {
    const read = () => setText(localStorage.getItem(key) ?? '')
    read()
    window.addEventListener(returned, read)
    return () => window.removeEventListener(returned, read)
  }, [key])
  const keep = (next: string) => {
    setText(next)
    if (next) localStorage.setItem(key, next)
    else localStorage.removeItem(key)
  }
  return [text, keep]
}

/**
 * No words are lost: what had failed when the conversation is left goes back into its draft, and what fails only after that too,
 * by the function given.
 */
export function useKeepFailed(conversation: string, pending: Pending[]): (message: Pending) => void {
  const isGone = useRef(false)
  const latest = useRef(pending)
  latest.current = pending
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      for (const message of latest.current) if (message.failed) returnToDraft(conversation, message)
    }
  }, [conversation])
  return (message) => {
    if (isGone.current) returnToDraft(conversation, message)
  }
}

/** Puts the words of a message that was not sent behind what the draft holds already. */
function returnToDraft(conversation: string, message: Pending): void {
  const key = keyOf(conversation, message.private ? 'note' : 'reply')
  const draft = localStorage.getItem(key)
  localStorage.setItem(key, draft ? `${draft}\n${message.text}` : message.text)
  window.dispatchEvent(new Event(returned))
}

const keyOf = (conversation: string, mode: Mode) => `sambut.draft.${conversation}.${mode}`
