import { spotlight } from '@mantine/spotlight'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationPage, ConversationRow } from '../../contract/conversations.ts'
import { Icon } from '../shell/Icon.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import type { View } from './queries.ts'
import { Row } from './Row.tsx'

interface Props {
  view: View
  onView: (view: View) => void
  search: string
  onSearch: (words: string) => void
  rows: ConversationRow[]
  counts: ConversationPage['counts'] | undefined
  isPending: boolean
  error: Error | null
  more: (() => void) | undefined
  open: string | undefined
}

const views = ['mine', 'waiting', 'assistant', 'all', 'closed'] as const
const rowPixels = 92

export function ConversationList({ view, onView, search, onSearch, rows, counts, isPending, error, more, open }: Props) {
  const { t } = useTranslation('conversations')
  return (
    <section className="list" aria-label={t('list')}>
      <div className="list-head">
        <label className="find">
          <Icon name="search" size={15} />
          <span className="sr-only">{t('search')}</span>
          <input value={search} onChange={(event) => onSearch(event.currentTarget.value)} placeholder={t('search')} type="search" />
          <button type="button" className="find-key" onClick={() => spotlight.open()} aria-label={t('console:search-or-do')}>
            <kbd>Ctrl K</kbd>
          </button>
        </label>
      </div>
      <div className="tabs" role="tablist" aria-label={t('views')}>
        {views.map((name) => (
          <button key={name} type="button" role="tab" aria-selected={view === name} onClick={() => onView(name)}>
            {t(`view.${name}`)} {name !== 'closed' && <span className="num">{counts?.[name] ?? ''}</span>}
          </button>
        ))}
      </div>
      {error ? (
        <Trouble error={error} />
      ) : isPending ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <p className="empty">{t(search ? 'empty.search' : `empty.${view}`)}</p>
      ) : (
        <Rows rows={rows} more={more} open={open} />
      )}
    </section>
  )
}

/** Only what is in sight is drawn, however many there are. */
function Rows({ rows, more, open }: Pick<Props, 'rows' | 'more' | 'open'>) {
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPixels,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last >= rows.length - 5) more()
  }, [last, more, rows.length])
  return (
    <div className="rows" ref={box}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rows[item.index]
          return (
            row && (
              <div
                key={item.key}
                data-index={item.index}
                ref={virtual.measureElement}
                style={{ position: 'absolute', insetInline: 0, transform: `translateY(${item.start}px)` }}
              >
                <Row row={row} isOpen={row.id === open} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
