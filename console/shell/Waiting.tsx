import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The shape of what is coming, instead of a spinner. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation()
  return (
    <div aria-busy="true" aria-label={t('loading')} style={{ padding: 24, display: 'grid', gap: 14, width: '100%' }}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={16} radius="sm" width={`${92 - ((line * 17) % 45)}%`} />
      ))}
    </div>
  )
}
