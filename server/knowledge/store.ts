import type { Language } from '../../core/language.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export interface ArticleText {
  language: Language
  title: string
  body: string
}

export interface ArticleRow {
  id: string
  slug: string
  published: boolean
  author: string | null
  updatedAt: Date
  answered: number
  solved: number
  texts: ArticleText[]
}

const articles = sql`
  select a.id, a.slug, a.published_at is not null as published, p.name as author, a.updated_at as "updatedAt",
    (select count(*)::int from help h where h.account = a.account and h.article = a.id) as answered,
    (select count(*)::int from help h where h.account = a.account and h.article = a.id and h.solved) as solved,
    coalesce((select jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'body', t.body) order by t.language)
      from article_texts t where t.account = a.account and t.article = a.id), '[]') as texts
  from articles a left join people p on p.account = a.account and p.id = a.author`

export function listArticles(db: Db, account: string): Promise<ArticleRow[]> {
  return many(db, sql<ArticleRow>`${articles} where a.account = ${account} order by a.slug`)
}

export function findArticle(db: Db, account: string, article: string): Promise<ArticleRow | undefined> {
  return maybe(db, sql<ArticleRow>`${articles} where a.account = ${account} and a.id = ${article}`)
}

export interface PublishedText extends ArticleText {
  id: string
}

export function listPublished(db: Db, account: string): Promise<PublishedText[]> {
  return many(
    db,
    sql<PublishedText>`
      select a.id, t.language, t.title, t.body from articles a join article_texts t on t.account = a.account and t.article = a.id
      where a.account = ${account} and a.published_at is not null order by a.id, t.language`,
  )
}

/** Changes whenever anything that search may find has changed. */
export async function findPublishedStamp(db: Db, account: string): Promise<string> {
  const { stamp } = await one(
    db,
    sql<{ stamp: string }>`
      select count(*) filter (where published_at is not null) || ' ' || coalesce(max(updated_at)::text, '') as stamp from articles where account = ${account}`,
  )
  return stamp
}

export async function saveArticle(
  db: Db,
  account: string,
  article: { id: string | null; slug: string; author: string | null; texts: ArticleText[] },
): Promise<string> {
  const id = article.id ?? newId()
  await sql`
    insert into articles (account, id, slug, author) values (${account}, ${id}, ${article.slug}, ${article.author})
    on conflict (account, id) do update set updated_at = clock_timestamp()`.execute(db)
  await sql`delete from article_texts where account = ${account} and article = ${id}`.execute(db)
  await sql`
    insert into article_texts (account, article, language, title, body)
    select ${account}, ${id}, language, title, body from jsonb_to_recordset(${JSON.stringify(article.texts)}::jsonb) as t(language text, title text, body text)`.execute(
    db,
  )
  return id
}

/** True when it changed. */
export async function savePublication(db: Db, account: string, article: string, published: boolean): Promise<boolean> {
  const changed = await maybe(
    db,
    sql`
      update articles set published_at = case when ${published} then clock_timestamp() end, updated_at = clock_timestamp()
      where account = ${account} and id = ${article} and (published_at is null) = ${published} returning 1`,
  )
  return changed !== undefined
}
