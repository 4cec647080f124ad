import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../contract/team.ts'
import { Sure } from '../integrations/Sure.tsx'
import { ask } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

/** Takes somebody off the team, after saying what becomes of whom they serve. */
export function Removal({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('team')
  const queries = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const { id, name } = person
  const remove = useMutation({
    mutationFn: () => ask('DELETE', `/v1/team/${id}`),
    onSuccess: async () => {
      say(t('remove-done', { name }))
      await queries.invalidateQueries({ queryKey: ['team'] })
      onDone()
    },
    onError: sayTrouble,
  })
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setIsAsking(true)}>
        {t('remove')}
      </Button>
      <Sure
        opened={isAsking}
        title={t('remove-sure', { name })}
        text={t('remove-text')}
        confirm={t('remove')}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
