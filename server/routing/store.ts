import type { Decision, Policy, RoutingFacts } from '../../core/routing/decision.ts'
import { startLadder } from '../../core/routing/priority.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** Starting policy: a minute costs what a live contact of $8.01 (Gartner 2019) costs at about 6 minutes each. */
export const startPolicy: Policy = {
  version: 1,
  costOfMinute: 1.34,
  priorityFrom: startLadder,
  waitLimitMinutes: 20,
  relaxMinutes: [10, 16],
  returnMinutes: 120,
}

export async function findPolicy(db: Db, account: string): Promise<{ policy: Policy; at: Date | null; by: string | null }> {
  const row = await maybe(
    db,
    sql<{ version: number; policy: Omit<Policy, 'version'>; at: Date; by: string | null }>`
      select v.version, v.policy, v.at, p.name as by from policies v left join people p on p.account = v.account and p.id = v.person
      where v.account = ${account} order by v.version desc limit 1`,
  )
  if (!row) return { policy: startPolicy, at: null, by: null }
  return { policy: { ...row.policy, version: row.version }, at: row.at, by: row.by }
}

/** One change of the policy, one judgement of a draft and one replay number at a time in an account. */
export async function lockPolicy(db: Db, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`policy ${account}`}, 0))`.execute(db)
}

/** The caller has locked the policy. */
export async function savePolicy(db: Db, account: string, policy: Omit<Policy, 'version'>, person: string | null): Promise<number> {
  const { version } = await one(
    db,
    sql<{ version: number }>`
      insert into policies (account, version, policy, person)
      select ${account}, coalesce(max(version), 0) + 1, ${JSON.stringify(policy)}::jsonb, ${person} from policies where account = ${account}
      returning version`,
  )
  return version
}

export async function isPaused(db: Db, account: string): Promise<boolean> {
  return (await maybe(db, sql`select 1 from pauses where account = ${account} and resumed_at is null`)) !== undefined
}

/** Since when the assistant is paused, and by whom; undefined when it answers. */
export function findPause(db: Db, account: string): Promise<{ since: Date; by: string | null } | undefined> {
  return maybe(
    db,
    sql<{ since: Date; by: string | null }>`
      select h.paused_at as since, p.name as by from pauses h left join people p on p.account = h.account and p.id = h.person
      where h.account = ${account} and h.resumed_at is null order by h.paused_at limit 1`,
  )
}

export async function savePause(db: Db, account: string, paused: boolean, person: string | null): Promise<void> {
  if (!paused) await sql`update pauses set resumed_at = clock_timestamp() where account = ${account} and resumed_at is null`.execute(db)
  else if (!(await isPaused(db, account))) await sql`insert into pauses (account, id, person) values (${account}, ${newId()}, ${person})`.execute(db)
}

export async function findOverride(db: Db, account: string, conversation: string): Promise<'person' | 'assistant' | null> {
  const row = await maybe(
    db,
    sql<{ decided: 'person' | 'assistant' }>`
      select o.decided from overrides o join conversations c on c.account = o.account and c.id = o.conversation and o.at >= c.opened_at
      where o.account = ${account} and o.conversation = ${conversation} order by o.at desc limit 1`,
  )
  return row?.decided ?? null
}

export async function saveOverride(db: Db, account: string, conversation: string, decided: 'person' | 'assistant', person: string): Promise<void> {
  await sql`
    insert into overrides (account, id, conversation, decided, person) values (${account}, ${newId()}, ${conversation}, ${decided}, ${person})`.execute(
    db,
  )
}

export interface DecisionRow {
  id: string
  seq: number
  decided: Decision['to']
  priority: Decision['priority']
  because: Decision['because']
  facts: RoutingFacts
  policyVersion: number
  at: Date
}

/** Saves a decision with all that it saw; undefined when this fact was answered before. */
export async function saveDecision(
  db: Db,
  account: string,
  of: { conversation: string; customer: string; seq: number; event: number },
  facts: RoutingFacts,
  decision: Decision,
): Promise<string | undefined> {
  const row = await maybe(
    db,
    sql<{ id: string }>`
      insert into decisions (account, id, conversation, customer, seq, decided, priority, company, because, facts, policy_version, event)
      values (${account}, ${newId()}, ${of.conversation}, ${of.customer}, ${of.seq}, ${decision.to}, ${decision.priority}, ${decision.company},
        ${JSON.stringify(decision.because)}::jsonb, ${JSON.stringify(facts)}::jsonb, ${facts.policy.version}, ${of.event})
      on conflict (account, conversation, event) do nothing returning id`,
  )
  return row?.id
}

/** Whether the assistant only keeps company: its own answer would be worth less than the wait for a person (the newest decision). */
export async function isCompanyOnly(db: Db, account: string, conversation: string): Promise<boolean> {
  const row = await maybe(
    db,
    sql<{ company: boolean }>`select company from decisions where account = ${account} and conversation = ${conversation} order by at desc limit 1`,
  )
  return row?.company ?? false
}

export function listDecisions(db: Db, account: string, conversation: string): Promise<DecisionRow[]> {
  return many(
    db,
    sql<DecisionRow>`
      select id, seq, decided, priority, because, facts, policy_version as "policyVersion", at
      from decisions where account = ${account} and conversation = ${conversation} order by at desc limit 100`,
  )
}
