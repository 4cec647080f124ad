import { z } from 'zod'
import { createIndex } from '../../../core/knowledge/search-index.ts'
import { type Language, toLanguage } from '../../../core/language.ts'
import { detectLanguage } from '../../../core/understanding/language.ts'
import { weights } from '../../../server/understanding/weights.ts'
import { type Figures, mean, percent, percentile, type TaskOptions } from '../figures.ts'
import { BadFile, readDocuments, readQuestions, Text } from '../lines.ts'

const Name = z.union([z.string(), z.number()]).transform(String)
const Doc = z.object({ id: Name, title: z.string().nullish(), text: z.string() })
const Question = z.object({ text: Text, doc: Name })

/** Row 26: how often the search puts the document that answers first, among all documents of the file. */
export async function run({ docs: docsFile, questions: questionsFile }: TaskOptions): Promise<Figures> {
  if (!docsFile || !questionsFile) throw new BadFile('This task needs --docs and --questions.')
  const docs = await readDocuments(docsFile, Doc)
  const questions = await readQuestions(questionsFile, Question, { documents: docs, named: ({ doc }) => doc })
  const language = mainLanguage(docs.map(({ text }) => text))
  const index = createIndex(weights.meaning)
  const started = performance.now()
  for (const { id, title, text } of docs) index.add({ id, language, title: title ?? '', body: text })
  const indexing = performance.now() - started
  const asked = questions.map(({ text, doc }) => {
    const from = performance.now()
    const hits = index.search(text, { language, limit: 10 })
    return { place: hits.findIndex(({ passage }) => passage.article === doc), ms: performance.now() - from }
  })
  return {
    docs: docs.length,
    questions: questions.length,
    language,
    'R@1 %': percent(asked.filter(({ place }) => place === 0).length, asked.length),
    'R@5 %': percent(asked.filter(({ place }) => place >= 0 && place < 5).length, asked.length),
    'MRR@10': mean(asked.map(({ place }) => (place < 0 ? 0 : 1 / (place + 1)))),
    'ms a query': mean(asked.map(({ ms }) => ms)),
    'ms a query, p95': percentile(
      asked.map(({ ms }) => ms),
      0.95,
    ),
    'index ms': indexing,
  }
}

/** The language of most documents: a collection is searched in its own language, whatever one short question looks like. */
export function mainLanguage(texts: readonly string[]): Language {
  const votes = new Map<Language, number>()
  for (const text of texts.slice(0, 500)) {
    const language = toLanguage(detectLanguage(text.slice(0, 1000), weights.language).is)
    if (language) votes.set(language, (votes.get(language) ?? 0) + 1)
  }
  return [...votes].sort(([, a], [, z]) => z - a)[0]?.[0] ?? 'en'
}
