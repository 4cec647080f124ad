import type { FloorBoard } from '../../contract/queue.ts'
import { priceOn } from '../../core/routing/weighing.ts'
import type { Db } from '../platform/db.ts'
import { sql } from '../platform/db.ts'
import { rangeOfNewcomer } from '../queue/announce.ts'
import { listCallbacks } from '../queue/callback-store.ts'
import { findFloor } from '../routing/facts.ts'
import { findPolicy } from '../routing/store.ts'
import { view as viewPerson } from '../team/routes.ts'
import { listPeople } from '../team/store.ts'
import { countViews } from './pages.ts'
import { listRows } from './rows.ts'

/** Waiting customers whose limit comes this near are promises at risk. */
const nearMinutes = 5
/** Agreed times of the coming day are shown. */
const aheadHours = 24

export async function viewFloor(db: Db, account: string): Promise<FloorBoard> {
  const waiting = await listRows(
    db,
    account,
    sql`c.closed_at is null and q.waiting_since is not null`,
    sql`(q.limit_at <= now()) desc, case when q.limit_at <= now() then q.waiting_since end, q.priority desc, q.number`,
    200,
  )
  const held = await listRows(db, account, sql`c.closed_at is null and k.holder = 'person'`, sql`k.since`, 500)
  const people = await listPeople(db, account)
  const { policy } = await findPolicy(db, account)
  const price = priceOn(await findFloor(db, account, null), policy)
  const counts = await countViews(db, account, '')
  const callbacks = await listCallbacks(db, account, new Date(Date.now() + aheadHours * 60 * 60_000))
  const soon = Date.now() + nearMinutes * 60_000
  return {
    waiting,
    people: people.map((person) => ({ ...viewPerson(person), holding: held.filter((row) => row.holder?.person === person.id) })),
    withAssistant: counts.assistant,
    valueAtRisk: sum(waiting.map((row) => row.stake?.atRisk ?? 0)),
    valueToGain: sum(waiting.map((row) => row.stake?.toGain ?? 0)),
    price,
    costOfMinute: policy.costOfMinute,
    callbacks: callbacks.map(({ conversation, number, name, localName, language, dueAt, attempts, calledAt }) => ({
      conversation,
      number,
      name: name ?? localName,
      language,
      at: dueAt.toISOString(),
      attempts,
      called: calledAt !== null,
    })),
    promisesAtRisk: waiting.filter((row) => row.place && Date.parse(row.place.limitAt) <= soon).length,
    expectedWait: await rangeOfNewcomer(db, account),
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
