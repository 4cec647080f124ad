import { useHotkeys } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConversationList } from './ConversationList.tsx'
import { ConversationScreen } from './ConversationScreen.tsx'
import { conversationQuery, useConversations, type View } from './queries.ts'
import { timelineQuery } from './timeline.ts'
import './inbox.css'

/** List, conversation, customer: three columns on a desk, one after the other on a phone. */
export function Inbox() {
  const { t } = useTranslation('conversations')
  const { conversation } = useParams({ strict: false })
  const go = useNavigate()
  const [view, setView] = useState<View>(() => (sessionStorage.getItem('sambut.view') as View | null) ?? 'mine')
  const [search, setSearch] = useState('')
  const list = useConversations(view, search)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const counts = list.data?.pages[0]?.counts
  useEffect(() => sessionStorage.setItem('sambut.view', view), [view])
  const open = (id: string) => void go({ to: '/inbox/$conversation', params: { conversation: id } })
  const step = (by: 1 | -1) => {
    const at = rows.findIndex((row) => row.id === conversation)
    const next = rows[at === -1 ? 0 : at + by]
    if (next) open(next.id)
  }
  useHotkeys([
    ['J', () => step(1)],
    ['K', () => step(-1)],
  ])
  usePreload(rows.slice(0, 6).map((row) => row.id))
  return (
    <div className={`desk${conversation ? ' has-talk' : ''}`}>
      <ConversationList
        view={view}
        onView={setView}
        search={search}
        onSearch={setSearch}
        rows={rows}
        counts={counts}
        isPending={list.isPending}
        error={list.error}
        more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        open={conversation}
      />
      {conversation ? (
        <ConversationScreen key={conversation} id={conversation} onNext={() => step(1)} />
      ) : (
        <p className="empty talk-empty">{t('choose')}</p>
      )}
    </div>
  )
}

/** The next few conversations are warm when their key is pressed. */
function usePreload(ids: string[]): void {
  const queries = useQueryClient()
  const key = ids.join(' ')
  useEffect(() => {
    for (const id of key.split(' ').filter(Boolean)) {
      void queries.prefetchQuery({ ...conversationQuery(id), staleTime: 30_000 })
      void queries.prefetchQuery({ ...timelineQuery(id), staleTime: 30_000 })
    }
  }, [key, queries])
}
