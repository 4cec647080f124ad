import { useQuery } from '@tanstack/react-query'
import type { FirstRun } from '../../contract/integrations.ts'
import { get } from '../shell/api.ts'

/** How far a new company has come. */
export const useFirstRun = (enabled: boolean) => useQuery({ queryKey: ['first-run'], enabled, queryFn: () => get<FirstRun>('/v1/first-run') })
