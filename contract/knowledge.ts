import { z } from 'zod'
import { Id, LanguageTag, Time, Words } from './shapes.ts'

export const ArticleWords = z.strictObject({ language: LanguageTag, title: Words(300).min(1), body: Words(100_000) })
/** One article in several languages. */
export const ArticleView = z.strictObject({
  id: Id,
  slug: z.string(),
  published: z.boolean(),
  author: z.string().nullable(),
  updatedAt: Time,
  /** How often it answered, and how often the customer said that it solved it. */
  answered: z.number().int(),
  solved: z.number().int(),
  texts: z.array(ArticleWords),
})
export type ArticleView = z.infer<typeof ArticleView>
export const ArticleList = z.strictObject({
  articles: z.array(ArticleView.omit({ texts: true }).extend({ titles: z.record(z.string(), z.string()) })),
})
export type ArticleList = z.infer<typeof ArticleList>
/** POST /v1/articles, PUT /v1/articles/:id ; POST and DELETE /v1/articles/:id/publication */
export const ArticleChange = z.strictObject({ texts: z.array(ArticleWords).min(1).max(6) })

/** POST /v1/articles/imports: all of them or none. */
export const ArticleImport = z.strictObject({
  language: LanguageTag,
  publish: z.boolean(),
  articles: z
    .array(ArticleWords.omit({ language: true }))
    .min(1)
    .max(200),
})
export const Imported = z.strictObject({ articles: z.number().int() })

/** GET /v1/search?q=…&language=… */
export const SearchQuery = z.strictObject({
  q: Words(1000).min(1),
  language: LanguageTag.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})
export const SearchResult = z.strictObject({
  hits: z.array(
    z.strictObject({
      article: Id,
      title: z.string(),
      heading: z.string(),
      text: z.string(),
      language: LanguageTag,
      score: z.number(),
      matched: z.array(z.string()),
    }),
  ),
  answer: z
    .strictObject({
      kind: z.enum(['answer', 'none']),
      text: z.string().nullable(),
      article: Id.nullable(),
      title: z.string().nullable(),
      confidence: z.number(),
      because: z.array(z.string()),
    })
    .nullable(),
})
export type SearchResult = z.infer<typeof SearchResult>

export interface KnowledgeEvents {
  'article.published': { article: string }
  'article.withdrawn': { article: string }
}
