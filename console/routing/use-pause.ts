import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PolicyView } from '../../contract/routing.ts'
import { ask } from '../shell/api.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

/** Pauses the assistant, or lets it answer again. */
export function usePause(onDone?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (paused: boolean) => ask<PolicyView>('PUT', '/v1/policy/pause', { paused }),
    onSuccess: (policy) => {
      queries.setQueryData(['policy'], policy)
      void queries.invalidateQueries({ queryKey: ['policy', 'pause'] })
      onDone?.()
    },
    onError: sayTrouble,
  })
}
