import { type Db, many, maybe, sql } from '../platform/db.ts'
import type { Work } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'

/** Who may speak: at most one open claim a conversation (I5). */
export interface Claim {
  id: string
  conversation: string
  customer: string
  holder: 'assistant' | 'person'
  person: string | null
  since: Date
  leaseUntil: Date
  /** When the holder first opened it or wrote; null while it lies unseen. */
  seenAt: Date | null
}

/** A person's claim lives as long as their console beats; a few missed beats are forgiven. */
export const personLeaseSeconds = 75
/** The assistant answers within this, or a person gets the customer (I19). */
export const assistantLeaseSeconds = 30

export function findClaim(db: Db, account: string, conversation: string): Promise<Claim | undefined> {
  return maybe(
    db,
    sql<Claim>`
      select id, conversation, customer, holder, person, since, lease_until as "leaseUntil", seen_at as "seenAt"
      from claims where account = ${account} and conversation = ${conversation} and ended_at is null`,
  )
}

/**
 * Opens a claim. A person replaces the assistant silently; nobody replaces a person. The caller has locked the timeline.
 * Undefined when a person holds the conversation already.
 */
export async function openClaim(
  work: Work<'claim.opened' | 'claim.due'>,
  wanted: { conversation: string; customer: string; holder: 'assistant' | 'person'; person: string | null },
  /** Places of the holder's capacity; null: all that is left. `seen`: they took it by their own hand. */
  { takes = 1, seen = false }: { takes?: number | null; seen?: boolean } = {},
): Promise<Claim | undefined> {
  const { db, account } = work
  const open = await findClaim(db, account, wanted.conversation)
  if (open?.holder === 'person' || open?.holder === wanted.holder) return undefined
  if (open) await end(db, account, open.id, 'taken-over')
  const lease = wanted.holder === 'person' ? personLeaseSeconds : assistantLeaseSeconds
  const leaseUntil = new Date(work.now.getTime() + lease * 1000)
  const claim: Claim = { ...wanted, id: newId(), since: work.now, leaseUntil, seenAt: seen ? work.now : null }
  await sql`
    insert into claims (account, id, conversation, customer, holder, person, lease_until, takes, seen_at)
    values (${account}, ${claim.id}, ${claim.conversation}, ${claim.customer}, ${claim.holder}, ${claim.person}, ${leaseUntil}, ${takes}, ${claim.seenAt})`.execute(
    db,
  )
  const { id, conversation, customer, holder, person } = claim
  work.tell('claim.opened', { conversation, customer, claim: id, holder, person })
  if (holder === 'person') work.tellAt(leaseUntil, 'claim.due', { conversation, claim: id })
  return claim
}

/** As `openClaim`, for many conversations that no person holds, in two statements. The caller has locked their timelines. */
export async function openClaims(
  work: Work<'claim.opened' | 'claim.due'>,
  wanted: readonly { conversation: string; customer: string; person: string; takes: number | null }[],
): Promise<void> {
  const { db, account } = work
  const leaseUntil = new Date(work.now.getTime() + personLeaseSeconds * 1000)
  const claims = wanted.map(({ conversation, customer, person, takes }) => ({ id: newId(), conversation, customer, person, takes }))
  await sql`
    update claims set ended_at = clock_timestamp(), ended_because = 'taken-over'
    where account = ${account} and conversation = any(${claims.map(({ conversation }) => conversation)}::uuid[]) and holder = 'assistant' and ended_at is null`.execute(
    db,
  )
  await sql`
    insert into claims (account, id, conversation, customer, holder, person, lease_until, takes)
    select ${account}, id, conversation, customer, 'person', person, ${leaseUntil}, takes
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as c(id uuid, conversation uuid, customer uuid, person uuid, takes real)`.execute(db)
  for (const { id, conversation, customer, person } of claims) {
    work.tell('claim.opened', { conversation, customer, claim: id, holder: 'person', person })
    work.tellAt(leaseUntil, 'claim.due', { conversation, claim: id })
  }
}

/** Ends the open claim, whoever holds it; gives back what it was. */
export async function endClaim(
  work: Work<'claim.ended'>,
  conversation: string,
  because: 'closed' | 'given-back' | 'passed-on',
): Promise<Claim | undefined> {
  const claim = await findClaim(work.db, work.account, conversation)
  if (!claim) return undefined
  await end(work.db, work.account, claim.id, because)
  const { id, customer, holder, person } = claim
  work.tell('claim.ended', { conversation, customer, claim: id, holder, person, because })
  return claim
}

/** The conversations that a person holds now, longest first. */
export async function listHeldBy(db: Db, account: string, person: string): Promise<string[]> {
  const rows = await many(
    db,
    sql<{
      conversation: string
    }>`select conversation from claims where account = ${account} and person = ${person} and ended_at is null order by since`,
  )
  return rows.map((row) => row.conversation)
}

/** The assistant falls silent at once: nothing it is still thinking of can be written any more. */
export async function silenceAssistant(db: Db, account: string, conversation: string): Promise<void> {
  await sql`
    update claims set ended_at = clock_timestamp(), ended_because = 'person-wanted'
    where account = ${account} and conversation = ${conversation} and holder = 'assistant' and ended_at is null`.execute(db)
}

/** A heartbeat of the console keeps all that the person holds. */
export async function extendLeases(db: Db, account: string, person: string): Promise<void> {
  await sql`
    update claims set lease_until = clock_timestamp() + make_interval(secs => ${personLeaseSeconds})
    where account = ${account} and person = ${person} and ended_at is null`.execute(db)
}

/** The holder has opened it: it lies unseen no longer. */
export async function markSeen(db: Db, account: string, conversation: string, person: string): Promise<void> {
  await sql`
    update claims set seen_at = clock_timestamp()
    where account = ${account} and conversation = ${conversation} and person = ${person} and ended_at is null and seen_at is null`.execute(db)
}

/** Ends a claim; after closing, a person stays taken for as long as the owner grants to wrap up. */
export async function end(db: Db, account: string, claim: string, because: string): Promise<void> {
  await sql`
    update claims k set ended_at = clock_timestamp(), ended_because = ${because},
      wrap_until = case when ${because} = 'closed' and k.holder = 'person' then (
        select clock_timestamp() + make_interval(secs => r.wrap_up_seconds) from holding_rules r where r.account = k.account and r.wrap_up_seconds > 0
      ) end
    where account = ${account} and id = ${claim} and ended_at is null`.execute(db)
}
