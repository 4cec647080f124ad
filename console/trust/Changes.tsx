import { useTranslation } from 'react-i18next'
import type { Change } from '../../core/changes.ts'
import { useFieldName, weekdayName } from './names.ts'

const shownAtOnce = 4

/** Values that differ: what each was and what it is; more than a few stand behind a fold. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('trust')
  const pathName = usePathName()
  const list = (some: readonly Change[]) => (
    <ul className="changes">
      {some.map(({ path, before, after }) => (
        <li key={path}>
          {path !== '' && <span className="changes-path">{pathName(path)}</span>} {before !== null && <del>{String(before)}</del>}{' '}
          {before !== null && after !== null && '→'} {after !== null && <ins>{String(after)}</ins>}
        </li>
      ))}
    </ul>
  )
  if (changes.length <= shownAtOnce) return list(changes)
  return (
    <details>
      <summary>{t('audit.changes', { count: changes.length })}</summary>
      {list(changes)}
    </details>
  )
}

/** Where a value stands, in words: days by their names, the first of several as 1; what has no words yet is called as the server calls it. */
function usePathName(): (path: string) => string {
  const { t } = useTranslation('trust')
  const fieldName = useFieldName()
  return (path) => {
    if (fieldName(path) !== path) return fieldName(path)
    const parts = path.split('.')
    return parts
      .map((part, index) => {
        if (!/^\d+$/.test(part)) return t(`audit.fields.${part}`, { defaultValue: part })
        return parts[index - 1] === 'week' ? weekdayName(Number(part)) : String(Number(part) + 1)
      })
      .join(' › ')
  }
}
