import { useTranslation } from 'react-i18next'
import type { PolicyVersions } from '../../contract/trust.ts'
import { plain } from '../shell/numbers.ts'
import { useFieldName } from './names.ts'

type Difference = PolicyVersions['drafts'][number]['differences'][number]

/** What a policy changes against another, in words. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const { t } = useTranslation('trust')
  const fieldName = useFieldName()
  const said = (value: Difference['before']) => {
    if (typeof value === 'boolean') return t(value ? 'switched.on' : 'switched.off')
    return typeof value === 'number' ? plain(value, 2) : (value ?? '–')
  }
  if (differences.length === 0) return <p className="faint differences">{t('no-change')}</p>
  return (
    <ul className="differences">
      {differences.map(({ field, before, after }) => (
        <li key={field}>{t('change', { field: fieldName(field), before: said(before), after: said(after) })}</li>
      ))}
    </ul>
  )
}
