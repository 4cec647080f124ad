import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FloorBoard } from '../../contract/queue.ts'
import { clock, day } from '../shell/numbers.ts'
import './waiting.css'

/** The times that were agreed with customers and come within the day. */
export function Callbacks({ rows }: { rows: FloorBoard['callbacks'] }) {
  const { t } = useTranslation('queue')
  if (rows.length === 0) return null
  return (
    <section className="panel waiting" aria-labelledby="callbacks-title">
      <h2 id="callbacks-title">{t('callbacks.title', { count: rows.length })}</h2>
      <ul className="callback-rows">
        {rows.map((row) => (
          <li key={row.conversation}>
            <b className="num">
              {day(row.at)} {clock(row.at)}
            </b>
            <Link to="/inbox/$conversation" params={{ conversation: row.conversation }} className="waiting-name">
              {row.name ?? t('waiting.nameless', { number: row.number })}
            </Link>
            {row.language && <span className="faint">{t(`console:languages.${row.language}`, row.language)}</span>}
            {row.called && <span className="tag">{t('callbacks.now')}</span>}
            {row.attempts > 0 && <span className="lost">{t('callbacks.moved', { count: row.attempts })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
