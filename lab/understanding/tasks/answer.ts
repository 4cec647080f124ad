import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { answer, confidenceIn } from '../../../core/knowledge/answer.ts'
import { createIndex } from '../../../core/knowledge/search-index.ts'
import { weights } from '../../../server/understanding/weights.ts'
import { areaUnderCurve, type Figures, percentile, share, type TaskOptions } from '../figures.ts'
import { BadFile, readDocuments, readQuestions, Text } from '../lines.ts'
import { mainLanguage } from './retrieval.ts'

const Name = z.union([z.string(), z.number()]).transform(String)
const Doc = z.object({ id: Name, title: z.string(), body: z.string() })
const Question = z.object({ q: Text, article: Name.nullish(), answer: z.string().nullish(), answerable: z.boolean() })

/** Row 3: how often a question is answered from the right article, with the fact that was asked for, and kept silent on when no article says it. */
export async function run({ docs: docsFile, questions: questionsFile }: TaskOptions): Promise<Figures> {
  if (!docsFile || !questionsFile) throw new BadFile('This task needs --docs and --questions.')
  const docs = await readDocs(docsFile)
  const questions = await readQuestions(questionsFile, Question, {
    documents: docs,
    // Only of an answerable question is the article ever looked at.
    named: ({ answerable, article }) => (answerable ? article : undefined),
  })
  const language = mainLanguage(docs.map(({ title, body }) => `${title}\n${body}`))
  const index = createIndex(weights.meaning)
  for (const { id, title, body } of docs) index.add({ id, language, title, body })
  const asked = questions.map((question) => {
    const from = performance.now()
    const hits = index.search(question.q, { language, limit: 10 })
    const said = answer(hits, question.q)
    return { ...question, hits, said, confidence: confidenceIn(hits), ms: performance.now() - from }
  })
  const answerable = asked.filter((one) => one.answerable)
  const not = asked.filter((one) => !one.answerable)
  const withArticle = answerable.filter(({ article }) => article != null)
  const withFact = answerable.filter((one) => one.answer)
  return {
    language,
    docs: docs.length,
    questions: questions.length,
    'right article first %': share(withArticle, ({ hits, article }) => hits[0]?.passage.article === article),
    'right article in first 3 %': share(withArticle, ({ hits, article }) => hits.slice(0, 3).some(({ passage }) => passage.article === article)),
    'answered from the right article %': share(withArticle, ({ said, article }) => said.kind === 'answer' && said.article === article),
    'fact in the answer %': share(withFact, ({ said, answer: fact }) => said.kind === 'answer' && holds(said.text, fact ?? '')),
    'silent on unanswerable %': share(not, ({ said }) => said.kind === 'none'),
    'silent on answerable %': share(answerable, ({ said }) => said.kind === 'none'),
    'confidence AUC': areaUnderCurve(asked.map(({ confidence, answerable: positive }) => ({ score: confidence, positive }))),
    'ms a question, p95': percentile(
      asked.map(({ ms }) => ms),
      0.95,
    ),
  }
}

/** Articles from a file, or from a folder with one Markdown file each, its name the id and its first heading the title. */
async function readDocs(path: string): Promise<z.infer<typeof Doc>[]> {
  if (!existsSync(path) || !statSync(path).isDirectory()) return readDocuments(path, Doc)
  const names = readdirSync(path).filter((name) => name.endsWith('.md'))
  if (names.length === 0) throw new BadFile(`${path}: the folder holds no Markdown file.`)
  return names.map((name) => {
    const body = readFileSync(join(path, name), 'utf8')
    return { id: name.slice(0, -3), title: /^#\s+(.+)$/m.exec(body)?.[1] ?? name, body }
  })
}

/** The fact stands in the answer, whatever the spaces and the letters' case. */
function holds(text: string, fact: string): boolean {
  const plain = (one: string): string => one.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  return plain(text).includes(plain(fact))
}
