import type { Measured, ModelVersion } from '../../contract/understanding.ts'
import { changed, type Db, many, maybe, one, sql } from '../platform/db.ts'
import { shareOf } from './adoption.ts'

/** What a version is trained from: the rows themselves, so that they can be put back, and one hash of what they say. */
export interface Snapshot {
  examples: { id: string; intent: string; text: string; language: string | null; source: string; at: string }[]
  hash: string
  /** The adoption that was the last one then. */
  adoption: number
}

const hash = sql<string>`md5(coalesce(string_agg(intent || chr(10) || text, chr(10) order by intent, text), ''))`
const lastAdoption = (account: string) => sql<number>`(select coalesce(max(nth), 0) from model_adoptions where account = ${account})`

/** One statement, so that rows and hash are of the same moment. */
export function takeSnapshot(db: Db, account: string): Promise<Snapshot> {
  return one(
    db,
    sql<Snapshot>`
      select coalesce(jsonb_agg(to_jsonb(e) - 'account' order by at, id), '[]') as examples, ${hash} as hash, ${lastAdoption(account)} as adoption
      from intent_examples e where account = ${account}`,
  )
}

/** This transaction may be silent for longer than others: while a model is trained in it. */
export async function allowSilence(db: Db): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', '0', true)`.execute(db)
}

/** The version in force was trained from the same. */
export async function isLearnt(db: Db, account: string, of: Snapshot): Promise<boolean> {
  const row = await maybe(
    db,
    sql<{ hash: string }>`
      select m.examples_hash as hash from intent_models m join model_adoptions a on a.account = m.account and a.version = m.version
      where m.account = ${account} and a.nth = ${of.adoption}`,
  )
  return row?.hash === of.hash
}

/** What the version was trained from. */
export function findSnapshot(db: Db, account: string, version: number): Promise<Snapshot | undefined> {
  return maybe(
    db,
    sql<Snapshot>`
      select examples, examples_hash as hash, ${lastAdoption(account)} as adoption from intent_models
      where account = ${account} and version = ${version}`,
  )
}

/** Somebody went back to another version meanwhile, and the examples are no longer those of the snapshot. */
export async function isOutlived(db: Db, account: string, of: Snapshot): Promise<boolean> {
  const now = await one(
    db,
    sql<{ hash: string; adoption: number }>`
      select ${hash} as hash, ${lastAdoption(account)} as adoption from intent_examples where account = ${account}`,
  )
  return now.adoption !== of.adoption && now.hash !== of.hash
}

export interface NewVersion {
  becauseOf: number | null
  bytes: Uint8Array
  byIntent: Record<string, Measured>
  snapshot: Snapshot
}

/** The number of the new version; undefined when this fact made one already. */
export async function saveVersion(db: Db, account: string, { becauseOf, bytes, byIntent, snapshot }: NewVersion): Promise<number | undefined> {
  const heldBack = Object.values(byIntent).reduce((sum, { of }) => sum + of, 0)
  const saved = await maybe(
    db,
    sql<{ version: number }>`
      insert into intent_models (account, version, because_of, model, examples, examples_hash, example_count, accuracy, held_back, by_intent)
      select ${account}, coalesce(max(version), 0) + 1, ${becauseOf}, ${Buffer.from(bytes)}, ${JSON.stringify(snapshot.examples)}::jsonb, ${snapshot.hash},
        ${snapshot.examples.length}, ${heldBack === 0 ? null : shareOf(byIntent)}, ${heldBack}, ${JSON.stringify(byIntent)}::jsonb
      from intent_models where account = ${account}
      on conflict (account, because_of) do nothing
      returning version`,
  )
  return saved?.version
}

export interface Adoption {
  version: number
  insteadOf: number | null
  reason: 'trained' | 'chosen' | 'back'
  person: string | null
}

/** Two at once meet at the number: the second is refused. */
export async function saveAdoption(db: Db, account: string, { version, insteadOf, reason, person }: Adoption): Promise<void> {
  await sql`
    insert into model_adoptions (account, nth, version, instead_of, reason, person)
    values (${account}, ${lastAdoption(account)} + 1, ${version}, ${insteadOf}, ${reason}, ${person})`.execute(db)
}

export interface Version extends ModelVersion {
  byIntent: Record<string, Measured>
  inForce: boolean
}

/** The kept versions, the newest first, each with its last adoption. */
export async function listVersions(db: Db, account: string): Promise<Version[]> {
  const rows = await many(
    db,
    sql<Omit<Version, 'trainedAt' | 'adopted'> & { trainedAt: Date; at: Date | null; person: string | null; reason: Adoption['reason'] | null }>`
      select m.version, m.trained_at as "trainedAt", m.example_count as examples, m.accuracy, m.held_back as "heldBack", m.by_intent as "byIntent",
        a.at, a.person, a.reason, coalesce(a.nth = ${lastAdoption(account)}, false) as "inForce"
      from intent_models m left join lateral (
        select * from model_adoptions a where a.account = m.account and a.version = m.version order by nth desc limit 1) a on true
      where m.account = ${account} order by m.version desc`,
  )
  return rows.map(({ at, person, reason, trainedAt, ...row }) => ({
    ...row,
    trainedAt: trainedAt.toISOString(),
    adopted: at && reason ? { at: at.toISOString(), person, reason } : null,
  }))
}

/** Trained after the last adoption and not put in force: a person is to decide. */
export function proposedOf(versions: readonly Version[]): Version | undefined {
  const [newest] = versions
  const inForce = versions.find((version) => version.inForce)
  return newest && inForce?.adopted && newest.version !== inForce.version && newest.trainedAt > inForce.adopted.at ? newest : undefined
}

/** Where undoing leads: to what was in force before the version first came. Going back does not count, so that undoing twice goes further. */
export async function findVersionBefore(db: Db, account: string, version: number): Promise<number | null> {
  const row = await maybe(
    db,
    sql<{ version: number }>`
      select m.version from intent_models m join (
        select instead_of from model_adoptions where account = ${account} and version = ${version} and reason <> 'back' order by nth desc limit 1
      ) a on a.instead_of = m.version
      where m.account = ${account}`,
  )
  return row?.version ?? null
}

/** The examples become those that the version was trained from. */
export async function restoreExamples(db: Db, account: string, version: number): Promise<void> {
  await sql`delete from intent_examples where account = ${account}`.execute(db)
  await sql`
    insert into intent_examples (account, id, intent, text, language, source, at)
    select m.account, e.id, e.intent, e.text, e.language, e.source, e.at
    from intent_models m,
      jsonb_to_recordset(m.examples) as e(id uuid, intent text, text text, language text, source text, at timestamptz)
    where m.account = ${account} and m.version = ${version}`.execute(db)
}

const mostKept = 10

/** The last ten are kept, and always the one in force and the one that undoing leads to. */
export async function removeOldVersions(db: Db, account: string, keep: (number | null)[]): Promise<number> {
  return changed(
    db,
    sql`
      delete from intent_models where account = ${account} and version <> all(${keep.filter((version) => version !== null)}::int[])
        and version not in (select version from intent_models where account = ${account} order by version desc limit ${mostKept})`,
  )
}
