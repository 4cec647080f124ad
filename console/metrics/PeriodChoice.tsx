import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ResultsView } from '../../contract/metrics.ts'
import { languages, toLanguage } from '../../core/language.ts'
import { dateOf } from './period.ts'

const periods = ['today', '7', '28', 'custom'] as const
const week = 6 * 86_400_000

/** Which days, beside which others, and whose language. */
export function PeriodChoice({ view, onChange }: { view: ResultsView; onChange: (view: ResultsView) => void }) {
  const { t } = useTranslation('metrics')
  const choose = (value: string) => {
    const period = periods.find((one) => one === value) ?? view.period
    const own = period === 'custom' ? { from: view.from ?? dateOf(Date.now() - week), to: view.to ?? dateOf(Date.now()) } : {}
    onChange({ ...view, period, ...own })
  }
  return (
    <div className="results-period">
      <SegmentedControl
        size="xs"
        aria-label={t('period')}
        value={view.period}
        onChange={choose}
        data={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
      />
      {view.period === 'custom' &&
        (['from', 'to', 'before'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            size="xs"
            label={t(name)}
            value={view[name] ?? ''}
            max={dateOf(Date.now())}
            onChange={(event) => onChange({ ...view, [name]: event.currentTarget.value || null })}
          />
        ))}
      <Select
        size="xs"
        aria-label={t('language')}
        value={view.language ?? ''}
        onChange={(value) => onChange({ ...view, language: toLanguage(value) ?? null })}
        allowDeselect={false}
        data={[{ value: '', label: t('any-language') }, ...languages.map((value) => ({ value, label: t(`console:languages.${value}`) }))]}
      />
    </div>
  )
}
