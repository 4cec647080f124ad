import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

export interface Move {
  conversation: string
  /** Whose conversation it is, for what is said afterwards. */
  customer: string
  /** A colleague, or null: back into the queue. */
  to: { id: string; name: string } | null
}

/** The lead moves a conversation. What did not work is said, and the floor shows how it really is. */
export function useMove() {
  const { t } = useTranslation('queue')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ conversation, to }: Move) =>
      ask('PUT', `/v1/conversations/${conversation}/assignment`, to ? { to: 'person', person: to.id } : { to: 'queue' }),
    onSuccess: (_answer, { customer, to }) => say(to ? t('move.moved', { customer, name: to.name }) : t('move.queued', { customer })),
    onError: sayTrouble,
    onSettled: () => queries.invalidateQueries({ queryKey: ['floor'] }),
  })
}

const kind = 'application/x-sambut-conversation'

/** What a row carries while it is dragged. */
export function carry(event: DragEvent, row: { id: string; name: string }): void {
  event.dataTransfer.setData(kind, JSON.stringify(row))
  event.dataTransfer.effectAllowed = 'move'
}

/** Whether something of ours is above; what it is, a browser tells only on the drop. */
export const isCarried = (event: DragEvent) => event.dataTransfer.types.includes(kind)

export function carried(event: DragEvent): { id: string; name: string } | null {
  const text = event.dataTransfer.getData(kind)
  return text === '' ? null : JSON.parse(text)
}
