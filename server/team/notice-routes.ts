import { NoticeList, NoticesRead } from '../../contract/team.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { listNotices, markRead } from './notice-store.ts'

/** What a person was told while they looked elsewhere. */
export function noticeRoutes(api: Api): void {
  api.get('/v1/me/notices', 'read', { says: 'What one was told about, newest first.', answer: NoticeList }, ({ account, person, read }) =>
    read(async (db) => {
      const { notices, unread } = await listNotices(db, account, person || refuse('not-allowed'))
      return { notices: notices.map(({ at, ...notice }) => ({ ...notice, at: at.toISOString() })), unread }
    }),
  )
  api.put(
    '/v1/me/notices/read',
    'read',
    { says: 'Marks notices as read: all up to a time, those of one conversation, or one.', body: NoticesRead, status: 204 },
    async ({ account, person, act, body }) => {
      await act(({ db }) => markRead(db, account, person || refuse('not-allowed'), body))
    },
  )
}
