import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bot } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMay } from '../shell/me.ts'
import { usePause } from './use-pause.ts'

/** Silences the assistant everywhere at once; asked for twice, undone by one press. */
export function KillSwitch({ isPaused }: { isPaused: boolean }) {
  const { t } = useTranslation('routing')
  const mayPause = useMay('lead')
  const [isAsking, setIsAsking] = useState(false)
  const pause = usePause(() => setIsAsking(false))
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
