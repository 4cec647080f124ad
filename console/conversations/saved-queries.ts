import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../shell/api.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

/** Saves one of a list of settings, new without an id, or removes it; then the list is asked anew. */
export function useSaved(list: 'labels' | 'replies' | 'macros', onDone: () => void) {
  const queries = useQueryClient()
  const settle = {
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [list] })
      onDone()
    },
    onError: sayTrouble,
  }
  const save = useMutation({
    mutationFn: ({ id, body }: { id: string | null; body: unknown }) =>
      id ? ask('PUT', `/v1/${list}/${id}`, body) : ask('POST', `/v1/${list}`, body),
    ...settle,
  })
  const remove = useMutation({ mutationFn: (id: string) => ask('DELETE', `/v1/${list}/${id}`), ...settle })
  return { save: save.mutate, remove: remove.mutate, isSaving: save.isPending }
}
