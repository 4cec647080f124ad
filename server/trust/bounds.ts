import { type Bounds, startBounds } from '../../core/trust/fairness.ts'
import { type Db, maybe, sql } from '../platform/db.ts'

/** By how much groups may differ: the owner's last word, or the starting figures. */
export async function findBounds(db: Db, account: string): Promise<{ bounds: Bounds; by: string | null }> {
  const row = await maybe(
    db,
    sql<{ bounds: Bounds; by: string | null }>`
      select b.bounds, p.name as by from fairness_bounds b left join people p on p.account = b.account and p.id = b.person
      where b.account = ${account} order by b.nth desc limit 1`,
  )
  return row ?? { bounds: startBounds, by: null }
}

export async function saveBounds(db: Db, account: string, bounds: Bounds, person: string | null): Promise<void> {
  await sql`
    insert into fairness_bounds (account, nth, bounds, person)
    select ${account}, coalesce(max(nth), 0) + 1, ${JSON.stringify(bounds)}::jsonb, ${person} from fairness_bounds where account = ${account}`.execute(
    db,
  )
}
