import { useQueryClient } from '@tanstack/react-query'

/** The policy, its drafts and versions are asked for anew. */
export function useRefreshPolicy(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: ['policy'] })
}
