import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk as DeskShape, TransferView } from '../../contract/queue.ts'
import { ask, get } from '../shell/api.ts'
import { hearFacts } from '../shell/live.ts'
import { useMe } from '../shell/me.ts'
import { useNow } from '../shell/now.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import './desk.css'

export const deskQuery = { queryKey: ['desk'], queryFn: () => get<DeskShape>('/v1/me/desk') }

/** What waits for one's own hand on every screen: a colleague's request, one's own, and the wrap-up. */
export function Desk() {
  const { t } = useTranslation('queue')
  const now = useNow(1000)
  const { data } = useQuery(deskQuery)
  const act = useDeskAct()
  useNotices(data?.incoming ?? [], data?.outgoing ?? [])
  const left = (until: string) => Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
  const wrapUp = data?.wrapUpUntil ? left(data.wrapUpUntil) : 0
  const nameOf = ({ customer, number }: TransferView) => customer ?? t('desk.nameless', { number })
  return (
    <section className="desk-notes" aria-label={t('desk.title')} aria-live="polite">
      {data?.incoming.map((one) => (
        <div key={one.id} className="desk-note is-asked">
          <p>
            {/* Read before it is answered: the colleague may look. */}
            <Link to="/inbox/$conversation" params={{ conversation: one.conversation }}>
              {t('desk.incoming', { from: one.from.name, customer: nameOf(one) })}
            </Link>
            {one.note && <q>{one.note}</q>}
          </p>
          <span className="faint num">{t('desk.left', { n: left(one.answerBy) })}</span>
          <Button size="xs" onClick={() => act.mutate(['PUT', `/v1/conversations/${one.conversation}/transfer`, { accept: true }])}>
            {t('desk.accept')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => act.mutate(['PUT', `/v1/conversations/${one.conversation}/transfer`, { accept: false }])}
          >
            {t('desk.decline')}
          </Button>
        </div>
      ))}
      {data?.outgoing.map((one) => (
        <div key={one.id} className="desk-note">
          <p>{t('desk.outgoing', { to: one.to.name, customer: nameOf(one) })}</p>
          <span className="faint num">{t('desk.left', { n: left(one.answerBy) })}</span>
          <Button size="xs" variant="default" onClick={() => act.mutate(['DELETE', `/v1/conversations/${one.conversation}/transfer`])}>
            {t('desk.keep')}
          </Button>
        </div>
      ))}
      {wrapUp > 0 && (
        <div className="desk-note">
          <p className="num">{t('desk.wrap-up', { n: wrapUp })}</p>
          <Button size="xs" variant="default" onClick={() => act.mutate(['PUT', '/v1/me/ready'])}>
            {t('desk.ready')}
          </Button>
        </div>
      )}
    </section>
  )
}

type Deed = [method: 'PUT' | 'DELETE', path: string, body?: object]

function useDeskAct() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ([method, path, body]: Deed) => ask(method, path, body),
    onError: sayTrouble,
    onSettled: async () => {
      await Promise.all(['desk', 'conversations', 'conversation'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
    },
  })
}

/** In passing: somebody else was asked in my stead, what I was asked is settled, or the colleague did not take what I wanted to hand over. */
function useNotices(incoming: TransferView[], outgoing: TransferView[]): void {
  const { t } = useTranslation('queue')
  const me = useMe().person.id
  // What was asked, as it stood before the answer came.
  const asked = useRef({ incoming, outgoing })
  asked.current = { incoming, outgoing }
  useEffect(
    () =>
      hearFacts((fact) => {
        if (fact.name === 'claim.unseen' && fact.person === me) say(t('desk.unseen'))
        if (fact.name !== 'transfer.answered') return
        const about = (one: TransferView) => one.conversation === fact.conversation
        const nameOf = ({ customer, number }: TransferView) => customer ?? t('desk.nameless', { number })
        const mine = asked.current.outgoing.find(about)
        if (mine && (fact.answer === 'declined' || fact.answer === 'expired')) say(t('desk.not-taken', { to: mine.to.name, customer: nameOf(mine) }))
        const theirs = asked.current.incoming.find(about)
        if (theirs && fact.answer === 'withdrawn') say(t('desk.withdrawn', { from: theirs.from.name, customer: nameOf(theirs) }))
      }),
    [me, t],
  )
}
