import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { WidgetAppearance } from '../../contract/channels.ts'
import type { Chat } from '../chat.ts'
import type { Memory } from '../memory.ts'
import type { Snapshot, Store } from '../state.ts'
import type { Say } from '../words.ts'

/** What every part of the screen may need; put there once, at the start. */
export interface Desk {
  chat: Chat
  store: Store
  memory: Memory
  say: Say
  look: WidgetAppearance | null
  position: 'left' | 'right'
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk & { shown: Snapshot } {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('The widget is drawn outside of its desk.')
  return { ...desk, shown: useSnapshot(desk.store) }
}

export function useSnapshot(store: Store): Snapshot {
  const [shown, show] = useState(store.now())
  useEffect(() => {
    show(store.now())
    return store.subscribe(() => show(store.now()))
  }, [store])
  return shown
}
