import type { ResultsView } from '../../contract/metrics.ts'
import { changed, type Db, many, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export interface ViewRow {
  id: string
  name: string
  shared: boolean
  mine: boolean
  by: string | null
  view: ResultsView
}

/** One's own looks at the results, and those that colleagues share. */
export function listViews(db: Db, account: string, person: string): Promise<ViewRow[]> {
  return many(
    db,
    sql<ViewRow>`
      select v.id, v.name, v.shared, v.person = ${person} as mine, p.name as by, v.view
      from result_views v left join people p on p.account = v.account and p.id = v.person
      where v.account = ${account} and (v.person = ${person} or v.shared) order by lower(v.name), v.id`,
  )
}

export async function saveView(db: Db, account: string, person: string, view: { name: string; shared: boolean; view: ResultsView }): Promise<string> {
  const id = newId()
  await sql`
    insert into result_views (account, id, person, name, shared, view)
    values (${account}, ${id}, ${person}, ${view.name}, ${view.shared}, ${JSON.stringify(view.view)}::jsonb)`.execute(db)
  return id
}

/** False when it is not there, or not one's own. */
export async function removeView(db: Db, account: string, person: string, id: string): Promise<boolean> {
  return (await changed(db, sql`delete from result_views where account = ${account} and id = ${id} and person = ${person}`)) > 0
}
