import type { Warning } from '../../contract/trust.ts'
import type { Policy } from '../../core/routing/decision.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'

/** What is proposed: a policy without a number of its own. */
export type Proposed = Omit<Policy, 'version'>

export interface Draft {
  draft: number
  policy: Proposed
  baseVersion: number
  words: string
  author: string | null
  by: string | null
  at: Date
  /** Why it was proposed by itself; null when somebody proposed it. */
  warning: Warning | null
}

export async function saveDraft(
  db: Db,
  account: string,
  of: { policy: Proposed; baseVersion: number; words: string; author: string | null },
): Promise<number> {
  const { draft } = await one(
    db,
    sql<{ draft: number }>`
      insert into policy_drafts (account, draft, policy, base_version, words, author)
      select ${account}, coalesce(max(draft), 0) + 1, ${JSON.stringify(of.policy)}::jsonb, ${of.baseVersion}, ${of.words}, ${of.author}
      from policy_drafts where account = ${account} returning draft`,
  )
  return draft
}

const warning = sql`
  (select jsonb_build_object('version', w.version, 'before', w.before, 'worse', w.reason) from policy_warnings w where w.account = d.account and w.draft = d.draft)`

const columns = sql`d.draft, d.policy, d.base_version as "baseVersion", d.words, d.author, p.name as by, d.at, ${warning} as warning`

/** A draft on which nobody has decided yet. */
export function findDraft(db: Db, account: string, draft: number): Promise<Draft | undefined> {
  return maybe(db, sql<Draft>`${openDrafts(account)} and d.draft = ${draft}`)
}

export function listDrafts(db: Db, account: string): Promise<Draft[]> {
  return many(db, sql<Draft>`${openDrafts(account)} order by d.draft desc limit 50`)
}

const openDrafts = (account: string) => sql`
  select ${columns} from policy_drafts d left join people p on p.account = d.account and p.id = d.author
  where d.account = ${account} and not exists (select 1 from policy_judgements j where j.account = d.account and j.draft = d.draft)`

export interface Judgement {
  draft: number
  judgement: 'approved' | 'rejected'
  person: string | null
  words: string
  alone: boolean
  untried: boolean
  version: number | null
}

export async function saveJudgement(db: Db, account: string, { draft, judgement, person, words, alone, untried, version }: Judgement): Promise<void> {
  await sql`
    insert into policy_judgements (account, draft, judgement, person, words, alone, untried, version)
    values (${account}, ${draft}, ${judgement}, ${person}, ${words}, ${alone}, ${untried}, ${version})`.execute(db)
}

export async function saveReturn(db: Db, account: string, of: { version: number; backTo: number; person: string | null }): Promise<void> {
  await sql`insert into policy_returns (account, version, back_to, person) values (${account}, ${of.version}, ${of.backTo}, ${of.person})`.execute(db)
}

export interface Version {
  version: number
  policy: Proposed
  at: Date
  by: string | null
  approvedBy: string | null
  alone: boolean | null
  untried: boolean | null
  backTo: number | null
  words: string | null
  warning: Warning | null
}

export async function findVersion(db: Db, account: string, version: number): Promise<Proposed | undefined> {
  const row = await maybe(db, sql<{ policy: Proposed }>`select policy from policies where account = ${account} and version = ${version}`)
  return row?.policy
}

/** Every version that was ever in force, newest first, with how it came to be. */
export function listVersions(db: Db, account: string): Promise<Version[]> {
  return many(
    db,
    sql<Version>`
      select v.version, v.policy, v.at, p.name as by, a.name as "approvedBy", j.alone, j.untried, r.back_to as "backTo", d.words, ${warning} as warning
      from policies v
      left join people p on p.account = v.account and p.id = v.person
      left join policy_judgements j on j.account = v.account and j.version = v.version
      left join people a on a.account = j.account and a.id = j.person
      left join policy_drafts d on d.account = j.account and d.draft = j.draft
      left join policy_returns r on r.account = v.account and r.version = v.version
      where v.account = ${account} order by v.version desc limit 200`,
  )
}

export interface Rejected {
  draft: number
  policy: Proposed
  baseVersion: number
  at: Date
  by: string | null
  rejectedBy: string | null
  words: string
  warning: Warning | null
}

export function listRejected(db: Db, account: string): Promise<Rejected[]> {
  return many(
    db,
    sql<Rejected>`
      select d.draft, d.policy, d.base_version as "baseVersion", j.at, p.name as by, a.name as "rejectedBy", j.words, ${warning} as warning
      from policy_judgements j
      join policy_drafts d on d.account = j.account and d.draft = j.draft
      left join people p on p.account = d.account and p.id = d.author
      left join people a on a.account = j.account and a.id = j.person
      where j.account = ${account} and j.judgement = 'rejected' order by j.at desc limit 50`,
  )
}

/** Whether this version was told to do worse than that one before; the caller has locked the policy. */
export async function isWarned(db: Db, account: string, { version, before }: Pick<Warning, 'version' | 'before'>): Promise<boolean> {
  return (
    (await maybe(db, sql`select 1 from policy_warnings where account = ${account} and version = ${version} and before = ${before}`)) !== undefined
  )
}

export async function saveWarning(db: Db, account: string, { version, before, worse }: Warning, draft: number): Promise<void> {
  await sql`
    insert into policy_warnings (account, version, before, draft, reason)
    values (${account}, ${version}, ${before}, ${draft}, ${JSON.stringify(worse)}::jsonb)`.execute(db)
}

/** Since when a version is, or was, in force. */
export async function findSince(db: Db, account: string, version: number): Promise<Date | undefined> {
  const row = await maybe(db, sql<{ at: Date }>`select at from policies where account = ${account} and version = ${version}`)
  return row?.at
}
