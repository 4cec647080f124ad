import { setImmediate as breathe } from 'node:timers/promises'
import { answer } from '../../core/knowledge/answer.ts'
import type { Answer, Hit } from '../../core/knowledge/passage.ts'
import { createIndex, type SearchIndex } from '../../core/knowledge/search-index.ts'
import type { Language } from '../../core/language.ts'
import type { Db } from '../platform/db.ts'
import { recent } from '../platform/recent.ts'
import { weights } from '../understanding/weights.ts'
import { findPublishedStamp, listPublished, type PublishedText } from './store.ts'

interface Kept {
  stamp: string
  index: SearchIndex
  /** What stands in the index, by article and language. */
  texts: Map<string, PublishedText>
}

/** Of a server's accounts those that were searched lately: an index holds all their articles. */
const kept = recent<Kept>(100)

/** Searches the published articles of an account. Every node keeps the index in memory and takes in what changed. */
export async function search(db: Db, account: string, query: string, options: { language: Language; limit: number }): Promise<Hit[]> {
  return (await findIndex(db, account)).search(query, options)
}

/** Row 3: an answer in the article's own words with its source, or the honest absence of one. */
export async function findAnswer(db: Db, account: string, query: string, language: Language): Promise<Answer> {
  return answer(await search(db, account, query, { language, limit: 5 }), query)
}

/** One at a time for each account: articles that are being taken in are not taken in twice. */
const underWay = new Map<string, Promise<SearchIndex>>()

async function findIndex(db: Db, account: string): Promise<SearchIndex> {
  const stamp = await findPublishedStamp(db, account)
  const before = kept.get(account)
  if (before?.stamp === stamp) return before.index
  const published = await listPublished(db, account)
  const name = `${account} ${stamp}`
  const taking = underWay.get(name) ?? takeIn(account, { stamp, published }).finally(() => underWay.delete(name))
  underWay.set(name, taking)
  return taking
}

/** Some milliseconds an article: customers who write meanwhile wait for one, not for a thousand. */
async function takeIn(account: string, { stamp, published }: { stamp: string; published: readonly PublishedText[] }): Promise<SearchIndex> {
  const before = kept.get(account)
  const now = new Map(published.map((text) => [`${text.id} ${text.language}`, text]))
  const { index, texts } = before ?? { index: createIndex(weights.meaning), texts: new Map<string, PublishedText>() }
  for (const [key, { id, language }] of texts) if (!now.has(key)) index.remove(id, language)
  for (const [key, text] of now) {
    const old = texts.get(key)
    if (old?.title === text.title && old.body === text.body) continue
    index.add(text)
    await breathe()
  }
  kept.set(account, { stamp, index, texts: now })
  return index
}
