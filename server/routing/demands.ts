import { type DemandRecord, memoryMinutes, stepOf } from '../../core/routing/demand.ts'
import { type Db, many, one, sql } from '../platform/db.ts'

/** Beyond this nothing is left of the memory that would count. */
const memoryHours = 3

/** The first decision since a conversation was opened says what it will claim of people's minutes; later ones say nothing new. */
export async function saveDemand(
  db: Db,
  account: string,
  of: { conversation: string; decision: string },
  claims: readonly { perMinute: number; minutes: number }[],
): Promise<void> {
  for (const [nth, { perMinute, minutes }] of claims.entries()) {
    await sql`
      insert into demands (account, decision, nth, conversation, step, minutes)
      select ${account}, ${of.decision}, ${nth}, ${of.conversation}, ${stepOf(perMinute)}, ${minutes}
      where not exists (
        select 1 from decisions d join conversations c on c.account = d.account and c.id = d.conversation
        where d.account = ${account} and d.conversation = ${of.conversation} and d.id <> ${of.decision} and d.at >= c.opened_at)
      on conflict do nothing`.execute(db)
  }
  await sql`
    delete from demands where (account, decision, nth) in (
      select account, decision, nth from demands where account = ${account} and at < now() - interval '1 day' order by at limit 10 for update skip locked)`.execute(
    db,
  )
}

/** What came lately, fading over an hour, and what waits; both without this conversation, whose claim does not stand against itself. */
export async function findDemand(db: Db, account: string, but: string | null): Promise<DemandRecord> {
  const flow = await many(
    db,
    sql<{ step: number; minutes: number }>`
      select step, sum(minutes * exp(-extract(epoch from now() - at) / 60 / ${memoryMinutes}))::float8 as minutes
      from demands where account = ${account} and at > now() - make_interval(hours => ${memoryHours}) and conversation is distinct from ${but}::uuid
      group by step order by step`,
  )
  const { seenMinutes } = await one(
    db,
    sql<{ seenMinutes: number }>`
      select coalesce(extract(epoch from now() - min(at)) / 60, 0)::float8 as "seenMinutes"
      from demands where account = ${account} and at > now() - make_interval(hours => ${memoryHours})`,
  )
  const waiting = await many(
    db,
    sql<{ perMinute: number; minutes: number }>`
      select per_minute as "perMinute", sum(minutes)::float8 as minutes from places
      where account = ${account} and waiting_since is not null and conversation is distinct from ${but}::uuid group by per_minute`,
  )
  const queue = new Map<number, number>()
  for (const { perMinute, minutes } of waiting) queue.set(stepOf(perMinute), (queue.get(stepOf(perMinute)) ?? 0) + minutes)
  return {
    flow: flow.map(({ step, minutes }) => [step, minutes]),
    queue: [...queue].sort(([a], [b]) => a - b),
    seenMinutes: Math.max(0, seenMinutes),
  }
}
