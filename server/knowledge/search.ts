import { answer } from '../../core/knowledge/answer.ts'
import type { Answer, Hit } from '../../core/knowledge/passage.ts'
import { createIndex, type SearchIndex } from '../../core/knowledge/search-index.ts'
import type { Language } from '../../core/language.ts'
import type { Db } from '../platform/db.ts'
import { findPublishedStamp, listPublished } from './store.ts'

const indexes = new Map<string, { stamp: string; index: SearchIndex }>()

/** Searches the published articles of an account. Every node keeps the index in memory and makes it anew when the articles changed. */
export async function search(db: Db, account: string, query: string, options: { language: Language; limit: number }): Promise<Hit[]> {
  return (await findIndex(db, account)).search(query, options)
}

/** Row 3: an answer in the article's own words with its source, or the honest absence of one. */
export async function findAnswer(db: Db, account: string, query: string, language: Language): Promise<Answer> {
  return answer(await search(db, account, query, { language, limit: 5 }), query)
}

async function findIndex(db: Db, account: string): Promise<SearchIndex> {
  const stamp = await findPublishedStamp(db, account)
  const kept = indexes.get(account)
  if (kept?.stamp === stamp) return kept.index
  const index = createIndex()
  for (const article of await listPublished(db, account)) index.add(article)
  indexes.set(account, { stamp, index })
  return index
}
