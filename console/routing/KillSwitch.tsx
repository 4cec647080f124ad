import { Button, Group, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyView } from '../../contract/routing.ts'
import { ask } from '../shell/api.ts'
import { Bot } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMay } from '../shell/me.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

/** Silences the assistant everywhere at once; asked for twice, undone by one press. */
export function KillSwitch({ isPaused }: { isPaused: boolean }) {
  const { t } = useTranslation('routing')
  const mayPause = useMay('lead')
  const queries = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const pause = useMutation({
    mutationFn: (paused: boolean) => ask<PolicyView>('PUT', '/v1/policy/pause', { paused }),
    onSuccess: (policy) => {
      queries.setQueryData(['policy'], policy)
      setIsAsking(false)
    },
    onError: sayTrouble,
  })
  return (
    <section className={`panel kill${isPaused ? ' is-paused' : ''}`} aria-label={t('pause.title')}>
      {isPaused ? <Icon name="pause" /> : <Bot />}
      <p role="status">{t(isPaused ? 'pause.paused' : 'pause.runs')}</p>
      {mayPause &&
        (isPaused ? (
          <Button loading={pause.isPending} onClick={() => pause.mutate(false)}>
            {t('pause.go')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => setIsAsking(true)}>
            {t('pause.stop')}
          </Button>
        ))}
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title={t('pause.sure')} closeButtonProps={{ 'aria-label': t('console:close') }}>
        <p className="kill-text">{t('pause.sure-text')}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setIsAsking(false)}>
            {t('console:cancel')}
          </Button>
          <Button color="red" loading={pause.isPending} onClick={() => pause.mutate(true)}>
            {t('pause.confirm')}
          </Button>
        </Group>
      </Modal>
    </section>
  )
}
