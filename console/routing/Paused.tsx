import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PauseView } from '../../contract/routing.ts'
import { get } from '../shell/api.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMay } from '../shell/me.ts'
import { when } from '../shell/numbers.ts'
import { usePause } from './use-pause.ts'
import './paused.css'

/** In sight of everybody for as long as the assistant is paused: since when, by whom, and the way back. */
export function Paused() {
  const { t } = useTranslation('routing')
  const mayPause = useMay('lead')
  const pause = usePause()
  const { data } = useQuery({ queryKey: ['policy', 'pause'], queryFn: () => get<PauseView>('/v1/policy/pause') })
  if (!data?.pause) return null
  const { since, by } = data.pause
  const at = when(since)
  return (
    <div className="paused" role="status">
      <p>
        <Icon name="pause" size={15} /> {by ? t('pause.banner-by', { at, name: by }) : t('pause.banner', { at })}
      </p>
      {mayPause && (
        <Button size="compact-sm" variant="default" loading={pause.isPending} onClick={() => pause.mutate(false)}>
          {t('pause.go')}
        </Button>
      )}
    </div>
  )
}
