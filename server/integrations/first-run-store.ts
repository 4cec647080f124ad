import type { FirstStep } from '../../contract/integrations.ts'
import { type Db, many, one, sql } from '../platform/db.ts'

/** A step that somebody settled; the last word counts. */
export async function saveStep(
  db: Db,
  account: string,
  { step, state, person }: { step: FirstStep; state: 'done' | 'skipped'; person: string | null },
): Promise<void> {
  await sql`
    insert into first_steps (account, step, state, person) values (${account}, ${step}, ${state}, ${person})
    on conflict (account, step) do update set state = excluded.state, person = excluded.person, at = clock_timestamp()`.execute(db)
}

/** What was settled by hand, and what the facts show by themselves: a second person, a published article, a visit from a page. */
export async function findStepFacts(
  db: Db,
  account: string,
): Promise<{ settled: Partial<Record<FirstStep, 'done' | 'skipped'>>; seen: FirstStep[] }> {
  const rows = await many(db, sql<{ step: FirstStep; state: 'done' | 'skipped' }>`select step, state from first_steps where account = ${account}`)
  const { people, articles, snippet } = await one(
    db,
    sql<{ people: boolean; articles: boolean; snippet: boolean }>`
      select (select count(*) from people where account = ${account} and removed_at is null) > 1 as people,
        exists (select 1 from articles where account = ${account} and published_at is not null) as articles,
        exists (select 1 from conversations where account = ${account} and channel = 'web' and page is not null and page !~ '^https?://[^/]+/try/') as snippet`,
  )
  const seen: [FirstStep, boolean][] = [
    ['people', people],
    ['articles', articles],
    ['snippet', snippet],
  ]
  return {
    settled: Object.fromEntries(rows.map(({ step, state }) => [step, state])),
    seen: seen.filter(([, isSeen]) => isSeen).map(([step]) => step),
  }
}
