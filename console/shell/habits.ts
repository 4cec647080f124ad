import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Habits } from '../../contract/conversations.ts'
import { ask, get } from './api.ts'
import { useMay } from './me.ts'
import { sayTrouble } from './Trouble.tsx'

/** What holds until the person's own habits are here, and for who serves nobody. */
const usual: Habits = { enterSends: false, undoSeconds: 5, shortcuts: true, activity: true, density: 'comfortable', panel: [], filters: [] }

export const habitsQuery = { queryKey: ['habits'], queryFn: () => get<Habits>('/v1/me/habits'), staleTime: 60_000 }

/** How this person likes to work at the desk. */
export function useHabits(): Habits {
  const maySet = useMay('serve')
  const { data } = useQuery({ ...habitsQuery, enabled: maySet })
  return data ?? usual
}

/** Changes some of them: at once to the eye, and back when the server refuses. */
export function useChangeHabits(): (change: Partial<Habits>) => void {
  const queries = useQueryClient()
  const habits = useHabits()
  const { mutate } = useMutation({
    mutationFn: (next: Habits) => ask<Habits>('PUT', '/v1/me/habits', next),
    onMutate: (next) => void queries.setQueryData(['habits'], next),
    onError: (error) => {
      sayTrouble(error)
      void queries.invalidateQueries({ queryKey: ['habits'] })
    },
  })
  return (change) => mutate({ ...habits, ...change })
}

/** Rows and spaces follow the density that the person chose. */
export function useDensity(): void {
  const { density } = useHabits()
  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])
}
