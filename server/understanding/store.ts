import { decodeModel, type IntentModel } from '../../core/understanding/intent.ts'
import { noMatter } from '../../core/understanding/intent-limits.ts'
import { type UnreadableCode, UnreadableModel } from '../../core/understanding/packed.ts'
import type { Reading } from '../../core/understanding/reading.ts'
import { type Database, type Db, many, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { recent } from '../platform/recent.ts'
import { findVersionBefore } from './versions.ts'
import { weights } from './weights.ts'

export async function saveReading(
  db: Db,
  account: string,
  of: { customer: string; seq: number; conversation: string },
  reading: Reading,
): Promise<void> {
  await sql`
    insert into readings (account, customer, seq, conversation, reading, intent, mood)
    values (${account}, ${of.customer}, ${of.seq}, ${of.conversation}, ${JSON.stringify(reading)}::jsonb, ${reading.intent.is}, ${reading.mood.is.score})
    on conflict (account, customer, seq) do update set reading = excluded.reading, intent = excluded.intent, mood = excluded.mood`.execute(db)
}

export async function findReading(db: Db, account: string, customer: string, seq: number): Promise<Reading | undefined> {
  const row = await maybe(
    db,
    sql<{ reading: Reading }>`select reading from readings where account = ${account} and customer = ${customer} and seq = ${seq}`,
  )
  return row?.reading
}

/** The last readings of a conversation up to this message, in their order; twenty tell enough. */
export async function listReadings(db: Db, account: string, { conversation, upTo }: { conversation: string; upTo: number }): Promise<Reading[]> {
  const rows = await many(
    db,
    sql<{ reading: Reading }>`
      select reading from readings where account = ${account} and conversation = ${conversation} and seq <= ${upTo} order by seq desc limit 20`,
  )
  return rows.map(({ reading }) => reading).reverse()
}

export async function findLanguages(db: Db, account: string, conversation: string): Promise<{ before: string | null; hint: string | null }> {
  return one(
    db,
    sql<{ before: string | null; hint: string | null }>`
      select language as before, language_hint as hint from conversations where account = ${account} and id = ${conversation}`,
  )
}

/** A stored model, or why it cannot be used. */
export type StoredModel = { ok: true; model: IntentModel } | { ok: false; code: UnreadableCode | 'missing'; field: string }

/** Some megabytes each: of a server's accounts, those that wrote lately. */
const models = recent<StoredModel>(100)

/**
 * The intent model that messages are read with: the one in force, or while that cannot be read the one that was in force before it. `null`:
 * there is neither, and rules read alone.
 */
export async function findModel(db: Db, account: string): Promise<IntentModel | null> {
  const { version, stored } = await findInForce(db, account)
  if (version === null || stored?.ok) return stored?.ok ? stored.model : null
  const before = await findVersionBefore(db, account, version)
  const former = before === null ? null : await findStored(db, account, before)
  return former?.ok ? former.model : null
}

/** The version in force, and whether this release can read it; kept in memory until another version is. */
export async function findInForce(db: Db, account: string): Promise<{ version: number | null; stored: StoredModel | null }> {
  const version = await findVersionInForce(db, account)
  return { version, stored: version === null ? null : await findStored(db, account, version) }
}

export async function findVersionInForce(db: Db, account: string): Promise<number | null> {
  const row = await maybe(db, sql<{ version: number }>`select version from model_adoptions where account = ${account} order by nth desc limit 1`)
  return row?.version ?? null
}

async function findStored(db: Db, account: string, version: number): Promise<StoredModel> {
  const name = `${account} ${version}`
  const kept = models.get(name)
  if (kept) return kept
  const read = await readModel(db, account, version)
  models.set(name, read)
  return read
}

export async function readModel(db: Db, account: string, version: number): Promise<StoredModel> {
  const row = await maybe(db, sql<{ model: Buffer }>`select model from intent_models where account = ${account} and version = ${version}`)
  if (!row) return { ok: false, code: 'missing', field: 'model' }
  try {
    return { ok: true, model: decodeModel(row.model, weights.meaning) }
  } catch (error) {
    if (error instanceof UnreadableModel) return { ok: false, code: error.code, field: error.field }
    throw error
  }
}

export interface LabelledExample {
  intent: string
  text: string
  language: string | null
}

export function listExamples(db: Db, account: string, intent?: string): Promise<LabelledExample[]> {
  return many(
    db,
    sql<LabelledExample>`
      select intent, text, language from intent_examples
      where account = ${account} ${intent === undefined ? sql`` : sql`and intent = ${intent}`} order by at, id`,
  )
}

/** How many examples each intent has in each language. */
export function countExamples(db: Db, account: string): Promise<{ intent: string; language: string | null; examples: number }[]> {
  return many(
    db,
    sql<{ intent: string; language: string | null; examples: number }>`
      select intent, language, count(*)::int as examples from intent_examples
      where account = ${account} group by intent, language order by min(at), min(id::text)`,
  )
}

/** The accounts that have something to learn; asked by the platform, across the walls. */
export async function listTeachingAccounts(database: Database): Promise<string[]> {
  const rows = await many(
    database.platform,
    sql<{ account: string }>`select account from intent_examples where intent <> ${noMatter} group by account having count(distinct intent) > 1`,
  )
  return rows.map(({ account }) => account)
}

export async function saveExamples(db: Db, account: string, examples: readonly LabelledExample[], source: string): Promise<void> {
  const rows = examples.map((example) => ({ ...example, id: newId() }))
  await sql`
    insert into intent_examples (account, id, intent, text, language, source)
    select ${account}, id, intent, text, language, ${source}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, intent text, text text, language text)`.execute(db)
}

export async function removeExamples(db: Db, account: string, intent: string): Promise<void> {
  await sql`delete from intent_examples where account = ${account} and intent = ${intent}`.execute(db)
}

/** What the team has said of this text before. */
export async function removeCorrection(db: Db, account: string, text: string): Promise<void> {
  await sql`delete from intent_examples where account = ${account} and source = 'correction' and text = ${text}`.execute(db)
}

export async function removeAllExamples(db: Db, account: string): Promise<void> {
  await sql`delete from intent_examples where account = ${account}`.execute(db)
}
