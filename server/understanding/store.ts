import type { IntentModel } from '../../core/understanding/intent.ts'
import type { Reading } from '../../core/understanding/reading.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

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

export async function findLanguages(db: Db, account: string, conversation: string): Promise<{ before: string | null; hint: string | null }> {
  return one(
    db,
    sql<{ before: string | null; hint: string | null }>`
      select language as before, language_hint as hint from conversations where account = ${account} and id = ${conversation}`,
  )
}

const models = new Map<string, { version: number; model: IntentModel }>()

/** The newest intent model of an account; kept in memory until a newer version is there. */
export async function findModel(db: Db, account: string): Promise<IntentModel | null> {
  const { version } = await one(db, sql<{ version: number | null }>`select max(version) as version from intent_models where account = ${account}`)
  if (version === null) return null
  const kept = models.get(account)
  if (kept?.version === version) return kept.model
  const { model } = await one(db, sql<{ model: IntentModel }>`select model from intent_models where account = ${account} and version = ${version}`)
  models.set(account, { version, model })
  return model
}

export async function saveModel(db: Db, account: string, model: IntentModel, of: { examples: number; accuracy: number | null }): Promise<number> {
  const { version } = await one(
    db,
    sql<{ version: number }>`
      insert into intent_models (account, version, model, examples, accuracy)
      select ${account}, coalesce(max(version), 0) + 1, ${JSON.stringify(model)}::jsonb, ${of.examples}, ${of.accuracy}
      from intent_models where account = ${account}
      returning version`,
  )
  return version
}

export async function findModelCard(
  db: Db,
  account: string,
): Promise<{ version: number; trainedAt: Date; examples: number; accuracy: number | null } | undefined> {
  return maybe(
    db,
    sql<{ version: number; trainedAt: Date; examples: number; accuracy: number | null }>`
      select version, trained_at as "trainedAt", examples, accuracy from intent_models where account = ${account} order by version desc limit 1`,
  )
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

export async function saveExamples(db: Db, account: string, examples: LabelledExample[], source: string): Promise<void> {
  const rows = examples.map((example) => ({ ...example, id: newId() }))
  await sql`
    insert into intent_examples (account, id, intent, text, language, source)
    select ${account}, id, intent, text, language, ${source}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, intent text, text text, language text)`.execute(db)
}

export async function removeExamples(db: Db, account: string, intent: string): Promise<void> {
  await sql`delete from intent_examples where account = ${account} and intent = ${intent}`.execute(db)
}
