import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../shell/api.ts'
import { plain } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

/** Puts a version in force, and says so. */
export function useAdopt() {
  const { t } = useTranslation('understanding')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) => ask('PUT', '/v1/intents/model', { version }),
    onSuccess: async (_, version) => {
      await queries.invalidateQueries({ queryKey: ['intents'] })
      say(t('versions.adopted', { version: plain(version, 0) }))
    },
    onError: sayTrouble,
  })
}
