import { SegmentedControl } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DemoState } from '../../contract/demo.ts'
import { ask, get } from '../shell/api.ts'
import { plain } from '../shell/numbers.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import './demo-speed.css'

const speeds = ['0', '1', '5', '20']

/** How fast the demo's simulated customers come. */
export function DemoSpeed() {
  const { t } = useTranslation('queue')
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['demo'], queryFn: () => get<DemoState>('/v1/demo'), refetchInterval: 15_000 })
  const change = useMutation({
    mutationFn: (speed: number) => ask<DemoState>('PUT', '/v1/demo', { speed }),
    onMutate: (speed) => queries.setQueryData<DemoState>(['demo'], (before) => before && { ...before, speed }),
    onSuccess: (state) => queries.setQueryData(['demo'], state),
    onError: (error) => {
      sayTrouble(error)
      void queries.invalidateQueries({ queryKey: ['demo'] })
    },
  })
  if (!data) return null
  return (
    <div className="demo-speed">
      <span className="faint num">
        {t('demo.label')} · {t('demo.so-far', { n: plain(data.customersSoFar, 0) })}
      </span>
      <SegmentedControl
        size="xs"
        aria-label={t('demo.label')}
        value={String(data.speed)}
        onChange={(speed) => change.mutate(Number(speed))}
        data={speeds.map((speed) => ({ value: speed, label: speed === '0' ? t('demo.pause') : `${speed}×` }))}
      />
    </div>
  )
}
