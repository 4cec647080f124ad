import { useTranslation } from 'react-i18next'
import type { Change } from '../../core/changes.ts'

const shownAtOnce = 4

/** Values that differ: what each was and what it is; more than a few stand behind a fold. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('trust')
  const list = (some: readonly Change[]) => (
    <ul className="changes">
      {some.map(({ path, before, after }) => (
        <li key={path}>
          {path !== '' && <code>{path}</code>} {before !== null && <del>{String(before)}</del>} {before !== null && after !== null && '→'}{' '}
          {after !== null && <ins>{String(after)}</ins>}
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
