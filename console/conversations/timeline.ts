import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Timeline } from '../../contract/conversations.ts'
import { get } from '../shell/api.ts'
import { freshMilliseconds } from '../shell/live.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

const keyOf = (id: string) => ['conversation', id, 'timeline']

/** The newest page of the timeline, with what was read before it. A refresh asks for that one page, however far back one has read. */
export const timelineQuery = (id: string) => ({
  queryKey: keyOf(id),
  staleTime: freshMilliseconds,
  queryFn: async ({ client }: { client: QueryClient }) => {
    const newest = await get<Timeline>(`/v1/conversations/${id}/timeline`)
    return joinTimeline(client.getQueryData<Timeline>(keyOf(id)), newest)
  },
})

export const useTimeline = (id: string) => useQuery(timelineQuery(id))

/** What comes before the first entry that is shown; undefined when the timeline begins with it. */
export function useEarlier(id: string, timeline: Timeline | undefined): { load: () => void; isLoading: boolean } | undefined {
  const queries = useQueryClient()
  const [isLoading, setIsLoading] = useState(false)
  const first = timeline?.entries[0]
  if (!timeline?.more || !first) return undefined
  const load = async () => {
    if (isLoading) return
    setIsLoading(true)
    try {
      const earlier = await get<Timeline>(`/v1/conversations/${id}/timeline?before=${first.seq}`)
      const shown = queries.getQueryState<Timeline>(keyOf(id))
      // The newest page is as old as it was: reading further back makes it no fresher.
      if (shown?.data) queries.setQueryData(keyOf(id), joinTimeline(earlier, shown.data), { updatedAt: shown.dataUpdatedAt })
    } catch (error) {
      sayTrouble(error)
    }
    setIsLoading(false)
  }
  return { load: () => void load(), isLoading }
}

/**
 * Two stretches in one, where they meet; the later stretch is the truth where both speak. Where they do not meet, or the entries
 * were numbered anew because two customers turned out to be one, only the later stands: the timeline shows no gap.
 */
export function joinTimeline(earlier: Timeline | undefined, later: Timeline): Timeline {
  const first = later.entries[0]
  if (!earlier || !first) return later
  const before = earlier.entries.filter((entry) => entry.seq < first.seq)
  const same = earlier.entries.find((entry) => entry.seq === first.seq)
  const meets = same ? same.id === first.id : before.at(-1)?.seq === first.seq - 1
  if (before.length === 0 || !meets) return later
  return { entries: [...before, ...later.entries], more: earlier.more }
}
