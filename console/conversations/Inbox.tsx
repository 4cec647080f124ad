import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../contract/conversations.ts'
import { handoverQuery } from '../assist/HandoverCard.tsx'
import { customerQuery } from '../customers/CustomerPanel.tsx'
import { useCommands } from '../shell/commands.ts'
import { useMay } from '../shell/me.ts'
import { BulkBar } from './BulkBar.tsx'
import { ConversationList } from './ConversationList.tsx'
import { ConversationScreen } from './ConversationScreen.tsx'
import { pageRows, rememberedView } from './page-address.ts'
import { conversationQuery, firstView, useWindow, type View, views } from './queries.ts'
import { timelineQuery } from './timeline.ts'
import './inbox.css'

/** List, conversation, customer: three columns on a desk, one after the other on a phone. */
export function Inbox() {
  const { t } = useTranslation('conversations')
  const { conversation } = useParams({ strict: false })
  const { seq } = useSearch({ strict: false })
  const go = useNavigate()
  const [view, setView] = useState<View>(firstView)
  const [search, setSearch] = useState('')
  const settled = useSettled(search)
  const [pages, setPages] = useState<number[]>([0])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = useWindow(view, settled, pages)
  useEffect(() => sessionStorage.setItem(rememberedView, view), [view])
  const place = usePlace(list.indexOf(conversation ?? ''), conversation)
  const open = useCallback(
    (row: ConversationRow) => void go({ to: '/inbox/$conversation', params: { conversation: row.id }, search: row.hit ? { seq: row.hit.seq } : {} }),
    [go],
  )
  const step = (by: 1 | -1) => {
    const next = Math.max(0, Math.min(list.total - 1, place === -1 ? 0 : place + by))
    setPages((before) => (before.includes(Math.floor(next / pageRows)) ? before : [...before, Math.floor(next / pageRows)]))
    const row = list.at(next)
    if (row) open(row)
  }
  // The conversation is not drawn anew because the list has moved.
  const newest = useRef(step)
  newest.current = step
  const goOn = useCallback(() => newest.current(1), [])
  const choose = useCallback(
    (id: string, on: boolean) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id))),
    [],
  )
  const show = (name: View) => {
    setView(name)
    setPages([0])
    setChosen(new Set())
  }
  // Whoever begins to search wants to find it wherever it stands; then back to where they were.
  const viewBefore = useRef(view)
  const seek = (words: string) => {
    if (words && !search) {
      viewBefore.current = view
      show('all')
    } else if (!words && search) show(viewBefore.current)
    setSearch(words)
  }
  useListCommands({ step, show, view, conversation, chosen, choose })
  usePreload([list.at(place + 1), list.at(place - 1), list.at(place + 2)])
  return (
    <div className={`desk${conversation ? ' has-talk' : ''}`}>
      <ConversationList
        view={view}
        onView={show}
        search={search}
        onSearch={seek}
        list={list}
        onPages={setPages}
        open={conversation}
        onOpen={open}
        place={place}
        chosen={chosen}
        onChoose={choose}
        bulk={chosen.size > 0 && <BulkBar chosen={[...chosen]} known={list.known} onDone={() => setChosen(new Set())} />}
      />
      {conversation ? (
        <ConversationScreen key={conversation} id={conversation} seq={seq} onNext={goOn} />
      ) : (
        <>
          <h1 className="sr-only">{t('console:places.inbox')}</h1>
          <p className="empty talk-empty">{t('choose')}</p>
        </>
      )}
    </div>
  )
}

interface ListCommands {
  step: (by: 1 | -1) => void
  show: (view: View) => void
  view: View
  conversation: string | undefined
  chosen: ReadonlySet<string>
  choose: (id: string, on: boolean) => void
}

function useListCommands({ step, show, view, conversation, chosen, choose }: ListCommands): void {
  const { t } = useTranslation('conversations')
  const mayServe = useMay('serve')
  useCommands([
    { id: 'next', label: t('command.next'), group: 'list', keys: ['j', 'arrowdown'], run: () => step(1) },
    { id: 'previous', label: t('command.previous'), group: 'list', keys: ['k', 'arrowup'], run: () => step(-1) },
    {
      id: 'find',
      label: t('command.find'),
      group: 'list',
      icon: 'search',
      keys: ['f'],
      run: () => document.querySelector<HTMLInputElement>('.find input')?.focus(),
    },
    ...(conversation && mayServe
      ? [
          {
            id: 'choose',
            label: t('command.choose'),
            group: 'list' as const,
            icon: 'check' as const,
            keys: ['x'],
            run: () => choose(conversation, !chosen.has(conversation)),
          },
        ]
      : []),
    ...views
      .filter((name) => name !== view)
      .map((name) => ({
        id: `view-${name}`,
        label: t('command.view', { view: t(`view.${name}`) }),
        group: 'list' as const,
        icon: 'inbox' as const,
        run: () => show(name),
      })),
  ])
}

/** Where the open conversation stands; when it has left the list, the next one takes its place. */
function usePlace(found: number, conversation: string | undefined): number {
  const last = useRef({ place: -1, conversation: '' })
  if (found >= 0 && conversation) last.current = { place: found, conversation }
  if (found >= 0) return found
  return conversation && last.current.conversation === conversation ? last.current.place - 1 : -1
}

/** The words of a search when the hand rests: nobody wants the hits of half a word. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words.trim()), 200)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}

/** The neighbours are warm when their key is pressed: all that their screen asks for. What was warmed for nothing is forgotten after a minute. */
function usePreload(neighbours: (ConversationRow | undefined)[]): void {
  const queries = useQueryClient()
  const key = neighbours.flatMap((row) => (row ? [`${row.id}/${row.customer.id}`] : [])).join(' ')
  useEffect(() => {
    for (const pair of key.split(' ')) {
      const [id, customer] = pair.split('/')
      if (!id || !customer) continue
      void queries.prefetchQuery({ ...conversationQuery(id), gcTime: 60_000 })
      void queries.prefetchQuery({ ...timelineQuery(id), gcTime: 60_000 })
      void queries.prefetchQuery({ ...handoverQuery(id), gcTime: 60_000 })
      void queries.prefetchQuery({ ...customerQuery(customer), gcTime: 60_000 })
    }
  }, [key, queries])
}
