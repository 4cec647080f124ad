import { keepPreviousData, type QueryClient, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Change, ChangesDone, Conversation, ConversationPage, ConversationRow, Label } from '../../contract/conversations.ts'
import type { Person, TeamList } from '../../contract/team.ts'
import { ask, get, Refused } from '../shell/api.ts'
import { freshMilliseconds } from '../shell/live.ts'
import { useMe } from '../shell/me.ts'
import { newId } from '../shell/new-id.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { pageAddress, pageRows, rememberedView } from './page-address.ts'

export const views = ['mine', 'waiting', 'assistant', 'all', 'snoozed', 'following', 'closed'] as const
export type View = (typeof views)[number]

/** The view that this tab showed last. */
export const firstView = (): View => views.find((name) => name === sessionStorage.getItem(rememberedView)) ?? 'mine'

/** Pages that were left are forgotten soon: a long list is never all in memory. */
const keptMilliseconds = 60_000

export const pageQuery = (view: View, search: string, page: number) => ({
  queryKey: ['conversations', 'page', view, search, page],
  gcTime: keptMilliseconds,
  queryFn: () => get<ConversationPage>(pageAddress(view, search, page)),
})

export interface Window {
  total: number
  counts: ConversationPage['counts'] | undefined
  /** What is known of the rows: only the pages in sight. */
  at: (index: number) => ConversationRow | undefined
  indexOf: (id: string) => number
  known: ConversationRow[]
  isPending: boolean
  error: Error | null
}

/** The pages of a list that are in sight, wherever one has jumped; the first one always, for its counts. */
export function useWindow(view: View, search: string, pages: readonly number[]): Window {
  const first = useQuery({ ...pageQuery(view, search, 0), placeholderData: keepPreviousData })
  const others = pages.filter((page) => page > 0)
  const more = useQueries({ queries: others.map((page) => pageQuery(view, search, page)) })
  const loaded = new Map<number, ConversationRow[]>([[0, first.data?.rows ?? []]])
  for (const [index, page] of others.entries()) loaded.set(page, more[index]?.data?.rows ?? [])
  const at = (index: number) => loaded.get(Math.floor(index / pageRows))?.[index % pageRows]
  const indexOf = (id: string) => {
    for (const [page, rows] of loaded) {
      const place = rows.findIndex((row) => row.id === id)
      if (place >= 0) return page * pageRows + place
    }
    return -1
  }
  return {
    total: first.data?.total ?? 0,
    counts: first.data?.counts,
    at,
    indexOf,
    known: [...loaded.values()].flat(),
    isPending: first.isPending,
    error: first.error,
  }
}

export const conversationQuery = (id: string) => ({
  queryKey: ['conversation', id, 'row'],
  staleTime: freshMilliseconds,
  queryFn: () => get<Conversation>(`/v1/conversations/${id}`),
})
export const useConversation = (id: string) => useQuery(conversationQuery(id))

export const labelsQuery = { queryKey: ['labels'], queryFn: () => get<{ labels: Label[] }>('/v1/labels'), staleTime: 60_000 }

export function useLabels(): Map<string, Label> {
  const { data } = useQuery(labelsQuery)
  return useMemo(() => new Map(data?.labels.map((label) => [label.id, label])), [data])
}

export function useTeam(): Person[] {
  const { data } = useQuery({ queryKey: ['team'], queryFn: () => get<TeamList>('/v1/team'), staleTime: 60_000 })
  return data?.people ?? none
}
const none: Person[] = []

/** Take over, give back, close, correct: each one request, then everything about the conversation is asked anew. */
export function useAct(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ method, path, body }: { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown }) =>
      ask(method, `/v1/conversations/${id}/${path}`, body),
    onSuccess: () => askAnew(queries),
    onError: sayTrouble,
  })
}

function askAnew(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['conversation'] })
  void queries.invalidateQueries({ queryKey: ['conversations'] })
}

export interface Wish {
  conversations: readonly string[]
  changes: readonly Change[]
}

/** Changes one conversation or many: at once to the eye; what the server refuses is said, and shown as it is. */
export function useChange(): (wish: Wish, onDone?: (outcome: ChangesDone) => void) => void {
  const queries = useQueryClient()
  const me = useMe().person
  const { mutate } = useMutation({
    mutationFn: ({ conversations, changes }: Wish) =>
      ask<ChangesDone>('POST', '/v1/conversations/changes', { clientId: newId(), conversations, changes }),
    onMutate: ({ conversations, changes }) => {
      const wanted = new Set(conversations)
      patchRows(queries, (row) => (wanted.has(row.id) ? changes.reduce((changed, change) => foresee(changed, change, me), row) : row))
    },
    onSuccess: ({ refused }) => {
      const [first] = refused
      if (first) sayTrouble(new Refused(first.code, 409))
    },
    onError: sayTrouble,
    onSettled: () => askAnew(queries),
  })
  return (wish, onDone) => mutate(wish, onDone ? { onSuccess: onDone } : {})
}

/** Changes rows wherever they are shown, until they are asked anew. */
export function patchRows(queries: QueryClient, change: <Row extends ConversationRow>(row: Row) => Row): void {
  queries.setQueriesData<ConversationPage>({ queryKey: ['conversations', 'page'] }, (page) => page && { ...page, rows: page.rows.map(change) })
  queries.setQueriesData<Conversation>(
    { queryKey: ['conversation'], predicate: ({ queryKey }) => queryKey[2] === 'row' },
    (row) => row && change(row),
  )
}

/** What a change will look like; the rest the server knows. */
function foresee<Row extends ConversationRow>(row: Row, change: Change, me: { id: string; name: string }): Row {
  switch (change.kind) {
    case 'label':
      return { ...row, labels: change.on ? [...new Set([...row.labels, change.label])] : row.labels.filter((label) => label !== change.label) }
    case 'urgency':
      return { ...row, urgency: change.urgency }
    case 'snooze':
      return { ...row, snoozed: { until: change.until } }
    case 'wake':
      return { ...row, snoozed: null }
    case 'resolve':
      return { ...row, state: 'closed', closedAt: new Date().toISOString() }
    case 'assign':
      return change.to === 'me' && !row.closedAt
        ? { ...row, state: 'person', holder: { kind: 'person', person: me.id, name: me.name, since: new Date().toISOString() }, place: null }
        : row
    default:
      return row
  }
}

/** Says that the holder has opened it, once for each time they hold it; a page behind another one is not looked at. */
export function useSeen(conversation: Conversation | undefined): void {
  const held = conversation?.mayReply ? conversation.id : null
  const since = conversation?.holder?.since
  useEffect(() => {
    if (!held || !since) return
    const look = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', look)
      void ask('PUT', `/v1/conversations/${held}/claim/seen`).catch(sayTrouble)
    }
    document.addEventListener('visibilitychange', look)
    look()
    return () => document.removeEventListener('visibilitychange', look)
  }, [held, since])
}
