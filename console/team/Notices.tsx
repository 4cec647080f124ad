import { Popover } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeList, NoticesRead } from '../../contract/team.ts'
import { ask, get } from '../shell/api.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { when } from '../shell/numbers.ts'
import { playChime } from './chime.ts'
import { waysNow } from './preferences.ts'
import './notices.css'

type Notice = NoticeList['notices'][number]

/** What one was told while looking elsewhere: a bell with a number, and a list that leads to each conversation. */
export function Notices() {
  const { t } = useTranslation('team')
  const go = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useQuery({ queryKey: ['notices'], queryFn: () => get<NoticeList>('/v1/me/notices'), staleTime: 30_000 })
  const { mutate: markRead } = useMarkRead()
  useTelling(data)
  const notices = data?.notices ?? []
  const unread = data?.unread ?? 0
  const open = (notice: Notice) => {
    setIsOpen(false)
    if (notice.conversation) return void go({ to: '/inbox/$conversation', params: { conversation: notice.conversation } })
    // What is not about a conversation is read by going where it leads.
    markRead({ notice: notice.id })
    void go({ to: '/settings/$section', params: { section: 'policy' } })
  }
  return (
    <>
      <ReadByOpening data={data} markRead={markRead} />
      <Popover opened={isOpen} onChange={setIsOpen} position="right-end" width={320} trapFocus returnFocus withinPortal>
        <Popover.Target>
          <button type="button" className="rail-place notices-bell" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            <Icon name="bell" size={21} />
            {unread > 0 && <span className="rail-count num">{unread > 99 ? '99+' : unread}</span>}
            <span>{t('notices.title')}</span>
            <span className="sr-only">{t('notices.unread', { count: unread })}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          {notices.length === 0 && <p className="faint notices-empty">{t('notices.empty')}</p>}
          <ul className="notices">
            {notices.map((notice) => (
              <li key={notice.id}>
                <button type="button" className={notice.read ? undefined : 'is-unread'} onClick={() => open(notice)}>
                  <span>{sentenceOf(notice, t)}</span>
                  <small className="faint num">{when(notice.at)}</small>
                </button>
              </li>
            ))}
          </ul>
          {unread > 0 && notices[0] && (
            <button type="button" className="notices-all" onClick={() => markRead({ upTo: notices[0]?.at ?? '' })}>
              {t('notices.all-read')}
            </button>
          )}
        </Popover.Dropdown>
      </Popover>
    </>
  )
}

type Words = ReturnType<typeof useTranslation<'team'>>['t']
const sentenceOf = ({ kind, customer, number }: Notice, t: Words) => t(`notices.kinds.${kind}`, { customer: customer ?? `#${number}` })

function useMarkRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (which: NoticesRead) => ask('PUT', '/v1/me/notices/read', which),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
}

/** Whoever opens a conversation has seen what they were told of it. */
function ReadByOpening({ data, markRead }: { data: NoticeList | undefined; markRead: (which: { conversation: string }) => void }) {
  const { conversation } = useParams({ strict: false })
  const isUnread = data?.notices.some((notice) => notice.conversation === conversation && !notice.read) ?? false
  useEffect(() => {
    if (conversation && isUnread) markRead({ conversation })
  }, [conversation, isUnread, markRead])
  return null
}

/** New ones are told in the ways that the person chose, and not in their quiet hours; what was there at the beginning is not new. */
function useTelling(data: NoticeList | undefined): void {
  const { t } = useTranslation('team')
  const { preferences } = useMe()
  const newest = useRef<string>(undefined)
  useEffect(() => {
    if (!data) return
    const before = newest.current
    newest.current = data.notices[0]?.at ?? ''
    if (before === undefined) return
    for (const notice of data.notices.filter(({ at, read }) => at > before && !read).toReversed()) {
      const ways = waysNow(preferences, notice.kind, Date.now())
      if (ways.sound) playChime()
      if (ways.browser && document.hidden && 'Notification' in window && Notification.permission === 'granted')
        new Notification(sentenceOf(notice, t), { tag: notice.id })
    }
  }, [data, preferences, t])
}
