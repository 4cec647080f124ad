import { Menu } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../contract/conversations.ts'
import { parseSearch } from '../../core/conversations/search.ts'
import { runCommand } from '../shell/commands.ts'
import { useChangeHabits, useHabits } from '../shell/habits.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMay, useMe } from '../shell/me.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { pageRows } from './page-address.ts'
import { useLabels, type View, views, type Window } from './queries.ts'
import { Row, type Shared } from './Row.tsx'

interface Props {
  view: View
  onView: (view: View) => void
  search: string
  onSearch: (words: string) => void
  list: Window
  onPages: (pages: number[]) => void
  open: string | undefined
  onOpen: (row: ConversationRow) => void
  /** Where the open one stands; -1 when it is not in the list. */
  place: number
  chosen: ReadonlySet<string>
  onChoose: (id: string, on: boolean) => void
  bulk: ReactNode
}

/** Heights as in tokens.css: `--row`. */
const rowPixels = { comfortable: 92, compact: 68 }

export function ConversationList(props: Props) {
  const { t } = useTranslation('conversations')
  const { view, onView, search, onSearch, list, bulk } = props
  return (
    <section className="list" aria-label={t('list')}>
      <div className="list-head">
        <label className="find">
          <Icon name="search" size={15} />
          <span className="sr-only">{t('search')}</span>
          <input
            value={search}
            onChange={(event) => onSearch(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
            placeholder={t('search')}
            title={t('search-hint')}
            type="search"
          />
          <button type="button" className="find-key" onClick={() => runCommand('palette')}>
            <kbd>Ctrl K</kbd>
            <span className="sr-only"> {t('console:search-or-do')}</span>
          </button>
        </label>
        <Filters search={search} onSearch={onSearch} />
      </div>
      {bulk || (
        <div className="tabs" role="tablist" aria-label={t('views')}>
          {views.map((name) => (
            <button key={name} type="button" role="tab" aria-selected={view === name} onClick={() => onView(name)}>
              {t(`view.${name}`)} {name !== 'closed' && <span className="num">{list.counts?.[name] ?? ''}</span>}
            </button>
          ))}
        </div>
      )}
      {list.error ? (
        <Trouble error={list.error} />
      ) : list.isPending ? (
        <Waiting />
      ) : list.total === 0 ? (
        <p className="empty">{t(search ? 'empty.search' : `empty.${view}`)}</p>
      ) : (
        <Rows {...props} />
      )}
    </section>
  )
}

/** Searches that one comes back to, by name. */
const Filters = memo(function Filters({ search, onSearch }: Pick<Props, 'search' | 'onSearch'>) {
  const { t } = useTranslation('conversations')
  const { filters } = useHabits()
  const change = useChangeHabits()
  const words = search.trim()
  const isKept = filters.some((filter) => filter.search === words)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className="icon-button" aria-label={t('filters.title')}>
          <Icon name="settings" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('filters.title')}</Menu.Label>
        {filters.map((filter) => (
          <Menu.Item key={filter.name} onClick={() => onSearch(filter.search)} aria-current={filter.search === words}>
            {filter.name}
          </Menu.Item>
        ))}
        {filters.length === 0 && !words && <Menu.Item disabled>{t('filters.none')}</Menu.Item>}
        {words && !isKept && (
          <Menu.Item
            leftSection={<Icon name="check" size={15} />}
            onClick={() => change({ filters: [...filters, { name: words.slice(0, 60), search: words }] })}
          >
            {t('filters.keep', { search: words })}
          </Menu.Item>
        )}
        {isKept && (
          <Menu.Item onClick={() => change({ filters: filters.filter((filter) => filter.search !== words) })}>
            {t('filters.forget', { search: words })}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
})

/** Only what is in sight is drawn and asked for, however many there are: the list has its whole height from the beginning. */
function Rows({ search, list, onPages, open, onOpen, place, chosen, onChoose }: Props) {
  const { t } = useTranslation('conversations')
  const box = useRef<HTMLDivElement>(null)
  const { density } = useHabits()
  const shared = useShared(search, onOpen, onChoose)
  const height = rowPixels[density]
  const virtual = useVirtualizer({ count: list.total, getScrollElement: () => box.current, estimateSize: () => height, overscan: 6 })
  const items = virtual.getVirtualItems()
  const first = Math.floor((items[0]?.index ?? 0) / pageRows)
  const last = Math.floor((items.at(-1)?.index ?? 0) / pageRows)
  useEffect(() => onPages(first === last ? [first] : [first, last]), [first, last, onPages])
  // A list of another density is measured anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is what has changed
  useLayoutEffect(() => virtual.measure(), [height])
  useEffect(() => {
    if (place < 0) return
    // With the next frame: at once it would have the page laid out twice.
    const frame = requestAnimationFrame(() => virtual.scrollToIndex(place, { align: 'auto' }))
    return () => cancelAnimationFrame(frame)
  }, [place, virtual])
  return (
    <div className="rows" ref={box}>
      <ul className="rows-all" style={{ height: virtual.getTotalSize(), position: 'relative' }} aria-label={t('list')}>
        {items.map((item) => {
          const row = list.at(item.index)
          return (
            <li
              key={item.index}
              aria-setsize={list.total}
              aria-posinset={item.index + 1}
              className="conv-seat"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {row ? (
                <Row row={row} shared={shared} isOpen={row.id === open} isChosen={chosen.has(row.id)} isChoosing={chosen.size > 0} />
              ) : (
                <div className="conv-coming" aria-busy="true" />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function useShared(search: string, onOpen: Shared['onOpen'], onChoose: Shared['onChoose']): Shared {
  const { person, account } = useMe()
  const mayServe = useMay('serve')
  const labels = useLabels()
  return useMemo(
    () => ({ me: person.id, currency: account.currency, mayServe, labels, words: parseSearch(search).words, onOpen, onChoose }),
    [person.id, account.currency, mayServe, labels, search, onOpen, onChoose],
  )
}
