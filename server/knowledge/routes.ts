import { z } from 'zod'
import { ArticleChange, ArticleImport, ArticleList, ArticleView, Imported, SearchQuery, SearchResult } from '../../contract/knowledge.ts'
import { Id } from '../../contract/shapes.ts'
import { answer } from '../../core/knowledge/answer.ts'
import { toLanguage } from '../../core/language.ts'
import { detectLanguage } from '../../core/understanding/language.ts'
import { findAccount } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import type { Api } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import { weights } from '../understanding/weights.ts'
import { search } from './search.ts'
import { type ArticleRow, findArticle, listArticles, saveArticle, savePublication } from './store.ts'

const ById = z.strictObject({ id: Id })

export function routes(api: Api): void {
  api.get('/v1/articles', 'read', { says: 'All articles with how often they answered and solved.', answer: ArticleList }, ({ account, read }) =>
    read(async (db) => ({
      articles: (await listArticles(db, account)).map(({ texts, ...article }) => ({
        ...article,
        updatedAt: article.updatedAt.toISOString(),
        titles: Object.fromEntries(texts.map((text) => [text.language, text.title])),
      })),
    })),
  )

  api.get('/v1/articles/:id', 'read', { says: 'One article in all its languages.', params: ById, answer: ArticleView }, ({ account, read, params }) =>
    read((db) => view(db, account, params.id)),
  )

  api.post(
    '/v1/articles',
    'lead',
    { says: 'A new article, not published yet.', body: ArticleChange, answer: ArticleView, status: 201 },
    ({ account, act, body, person }) =>
      act(async ({ db }) => {
        const id = await saveArticle(db, account, { id: null, slug: slugOf(body.texts[0]?.title ?? ''), author: person || null, texts: body.texts })
        return view(db, account, id)
      }),
  )

  api.post(
    '/v1/articles/imports',
    'lead',
    {
      says: 'Takes over articles that were written elsewhere, all of them or none.',
      body: ArticleImport,
      answer: Imported,
      status: 201,
      bodyLimit: 4 * 1024 * 1024,
    },
    ({ account, act, body, person }) =>
      act(async (work) => {
        for (const { title, body: words } of body.articles) {
          const texts = [{ language: body.language, title, body: words }]
          const id = await saveArticle(work.db, account, { id: null, slug: slugOf(title), author: person || null, texts })
          if (body.publish) await publish(work, id, true)
        }
        return { articles: body.articles.length }
      }),
  )

  api.put(
    '/v1/articles/:id',
    'lead',
    { says: 'Changes the texts of an article.', params: ById, body: ArticleChange, answer: ArticleView },
    ({ account, act, params, body }) =>
      act(async (work) => {
        const before = (await findArticle(work.db, account, params.id)) ?? refuse('not-found')
        await saveArticle(work.db, account, { id: before.id, slug: before.slug, author: null, texts: body.texts })
        if (before.published) work.tell('article.published', { article: before.id })
        return view(work.db, account, before.id)
      }),
  )

  api.post(
    '/v1/articles/:id/publication',
    'lead',
    { says: 'Publishes an article: the assistant may answer from it.', params: ById, status: 204 },
    ({ act, params }) => act((work) => publish(work, params.id, true)),
  )
  api.delete('/v1/articles/:id/publication', 'lead', { says: 'Withdraws an article.', params: ById, status: 204 }, ({ act, params }) =>
    act((work) => publish(work, params.id, false)),
  )

  api.get(
    '/v1/search',
    'read',
    { says: 'Searches the articles, and shows what the assistant would answer.', query: SearchQuery, answer: SearchResult },
    ({ account, read, query }) =>
      read(async (db) => {
        const language = query.language ?? toLanguage(detectLanguage(query.q, weights.language).is) ?? (await findAccount(db, account)).language
        const hits = await search(db, account, query.q, { language, limit: query.limit })
        const found = answer(hits, query.q)
        return {
          hits: hits.map(({ passage, score, matched }) => ({ ...passage, score, matched })),
          answer: {
            kind: found.kind,
            text: found.kind === 'answer' ? found.text : null,
            article: found.kind === 'answer' ? found.article : null,
            title: found.kind === 'answer' ? found.title : null,
            confidence: found.confidence,
            because: found.kind === 'answer' ? found.because : [found.because],
          },
        }
      }),
  )
}

async function publish(work: Work<'article.published' | 'article.withdrawn'>, article: string, published: boolean): Promise<void> {
  if (!(await findArticle(work.db, work.account, article))) refuse('not-found')
  if (!(await savePublication(work.db, work.account, article, published))) return
  work.tell(published ? 'article.published' : 'article.withdrawn', { article })
}

async function view(db: Db, account: string, id: string) {
  const row: ArticleRow = (await findArticle(db, account, id)) ?? refuse('not-found')
  return { ...row, updatedAt: row.updatedAt.toISOString() }
}

/** A readable part for people, and a unique one. */
function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `${words || 'article'}-${newId().slice(-6)}`
}
