import type { Change } from '../../core/changes.ts'
import { type Db, many, sql } from '../platform/db.ts'

export interface AuditRow {
  id: string
  at: Date
  personId: string | null
  personName: string | null
  key: string | null
  about: string
  action: string
  subject: string | null
  subjectName: string | null
  changes: Change[]
}

export interface AuditFilter {
  about?: string | undefined
  person?: string | undefined
  from?: string | undefined
  to?: string | undefined
  limit: number
}

/** Newest first; `after` is the last one of the page before. */
export function listAudit(db: Db, account: string, filter: AuditFilter, after: { at: string; id: string } | null): Promise<AuditRow[]> {
  return many(
    db,
    sql<AuditRow>`
      select a.id, a.at, a.person as "personId", p.name as "personName", a.key, a.about, a.action, a.subject,
        case when a.about = 'team' then (select name from people s where s.account = a.account and s.id::text = a.subject)
          when a.about = 'conversations' then (select '#' || number from conversations c where c.account = a.account and c.id::text = a.subject)
          when a.about = 'articles' then (select min(title) from article_texts t where t.account = a.account and t.article::text = a.subject) end as "subjectName",
        a.changes
      from audit a left join people p on p.account = a.account and p.id = a.person
      where a.account = ${account}
        and (${filter.about ?? null}::text is null or a.about = ${filter.about ?? null})
        and (${filter.person ?? null}::uuid is null or a.person = ${filter.person ?? null})
        and (${filter.from ?? null}::timestamptz is null or a.at >= ${filter.from ?? null})
        and (${filter.to ?? null}::timestamptz is null or a.at < ${filter.to ?? null})
        and (${after?.id ?? null}::uuid is null or (date_trunc('milliseconds', a.at), a.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by date_trunc('milliseconds', a.at) desc, a.id desc limit ${filter.limit + 1}`,
  )
}

export async function listAbouts(db: Db, account: string): Promise<string[]> {
  const rows = await many(db, sql<{ about: string }>`select distinct about from audit where account = ${account} order by about`)
  return rows.map((row) => row.about)
}
