import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const widths = [92, 75, 58, 86, 69, 52, 80, 63, 91]

/** The shape of what is coming, instead of a spinner. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-busy="true" aria-label={t('loading')} style={{ padding: 24, display: 'grid', gap: 14, width: '100%' }}>
      {widths.slice(0, lines).map((width) => (
        <Skeleton key={width} height={16} radius="sm" width={`${width}%`} />
      ))}
    </div>
  )
}
