import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FloorBoard } from '../../contract/queue.ts'
import { get } from '../shell/api.ts'
import { useMay, useMe } from '../shell/me.ts'
import { useNow } from '../shell/now.ts'
import { duration } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Callbacks } from './Callbacks.tsx'
import { Course } from './Course.tsx'
import { DemoSpeed } from './DemoSpeed.tsx'
import { Figures } from './Figures.tsx'
import { PeopleBoard } from './PeopleBoard.tsx'
import { WaitingList } from './WaitingList.tsx'
import './floor.css'

const refreshMilliseconds = 15_000

/** The lead's first second: who waits and why there, what is at risk, which limit breaks next, who frees up. */
export function Floor() {
  const { t } = useTranslation('queue')
  const { account } = useMe()
  const mayServe = useMay('serve')
  const { data, error, refetch } = useQuery({
    queryKey: ['floor'],
    queryFn: () => get<FloorBoard>('/v1/floor'),
    refetchInterval: refreshMilliseconds,
  })
  if (error && !data) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={12} />
  return (
    <div className="page floor">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <Next board={data} />
        {account.demo && mayServe && <DemoSpeed />}
      </header>
      <Figures board={data} currency={account.currency} />
      <div className="floor-columns">
        <div className="floor-side">
          <WaitingList rows={data.waiting} people={data.people} currency={account.currency} />
          <Callbacks rows={data.callbacks} />
          <Course currency={account.currency} />
        </div>
        <PeopleBoard people={data.people} />
      </div>
    </div>
  )
}

/** Which limit breaks next, and who frees up, as two sentences. */
function Next({ board }: { board: FloorBoard }) {
  const { t } = useTranslation('queue')
  const now = useNow(1000)
  const dated = board.waiting.flatMap((row) => (row.place ? [{ row, limit: Date.parse(row.place.limitAt) }] : []))
  const first = dated.toSorted((a, b) => a.limit - b.limit)[0]
  const name = first && (first.row.customer.name ?? t('waiting.nameless', { number: first.row.number }))
  const left = first ? (first.limit - now) / 1000 : 0
  const tone = !first || left > 300 ? '' : left > 0 ? ' is-time' : ' is-lost'
  return (
    <p className={`floor-next${tone}`}>
      {!first ? t('breaks-none') : left > 0 ? t('breaks-next', { name, time: duration(left) }) : t('breaks-now', { name, time: duration(-left) })}
      <span className="floor-dot" aria-hidden="true" />
      {useFreeing(board)}
    </p>
  )
}

function useFreeing({ people }: FloorBoard): string {
  const { t } = useTranslation('queue')
  const on = people.filter((person) => person.presence === 'on')
  const free = on.toSorted((a, b) => b.capacity - b.load - (a.capacity - a.load))[0]
  if (!free) return t('frees-nobody')
  if (free.load < free.capacity) return t('frees-next', { name: free.name })
  const since = (person: FloorBoard['people'][number]) => Math.min(...person.holding.map((row) => Date.parse(row.holder?.since ?? row.openedAt)))
  const longest = on.toSorted((a, b) => since(a) - since(b))[0]
  return t('frees-full', { name: longest?.name ?? free.name })
}
