import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Conversation, ConversationPage, TimelineEntry } from '../../contract/conversations.ts'
import { ask, get } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

export type View = 'mine' | 'waiting' | 'assistant' | 'all' | 'closed'

export function useConversations(view: View, search: string) {
  return useInfiniteQuery({
    queryKey: ['conversations', view, search],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ view, limit: '50', ...(search && { search }), ...(pageParam && { cursor: pageParam }) })
      return get<ConversationPage>(`/v1/conversations?${query}`)
    },
    getNextPageParam: (last) => last.cursor ?? undefined,
  })
}

export const conversationQuery = (id: string) => ({
  queryKey: ['conversation', id, 'row'],
  queryFn: () => get<Conversation>(`/v1/conversations/${id}`),
})
export const useConversation = (id: string) => useQuery(conversationQuery(id))

/** A message that is on its way, or did not arrive. It stays until the timeline holds it. */
export interface Pending {
  clientId: string
  text: string
  private: boolean
  failed: boolean
}

/** Sends at once to the eye and honestly to the server; the same client id makes a repeated send harmless. */
export function useSend(id: string, note: (change: (all: Pending[]) => Pending[]) => void, keep: (message: Pending) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (message: Pending) =>
      ask('POST', `/v1/conversations/${id}/messages`, { clientId: message.clientId, text: message.text, private: message.private }),
    onMutate: (message) => note((all) => [...all.filter((one) => one.clientId !== message.clientId), { ...message, failed: false }]),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['conversation', id] }),
    onError: (error, message) => {
      sayTrouble(error)
      keep(message)
      note((all) => all.map((one) => (one.clientId === message.clientId ? { ...one, failed: true } : one)))
    },
  })
}

/** Take over, give back, close, correct: each one request, then everything about the conversation is asked anew. */
export function useAct(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ method, path, body }: { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown }) =>
      ask(method, `/v1/conversations/${id}/${path}`, body),
    onSuccess: async () => {
      await Promise.all([queries.invalidateQueries({ queryKey: ['conversation', id] }), queries.invalidateQueries({ queryKey: ['conversations'] })])
    },
    onError: sayTrouble,
  })
}

/** What is said but not in the timeline yet. */
export function useUnsettled(pending: Pending[], entries: TimelineEntry[]): Pending[] {
  const me = useMe().person.id
  const stored = new Set(entries.filter((entry) => entry.person?.id === me).map((entry) => entry.clientId))
  return pending.filter((one) => !stored.has(one.clientId))
}
