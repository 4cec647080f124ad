import { readdirSync, readFileSync } from 'node:fs'
import { answer, confidenceIn } from '../../core/knowledge/answer.ts'
import type { Article } from '../../core/knowledge/passage.ts'
import { createIndex, type SearchIndex } from '../../core/knowledge/search-index.ts'
import { type Language, languages } from '../../core/language.ts'

/**
 * How well search and answers do on questions in everyday words. Weights and words were chosen on `questions.json`; `held-out.json` was
 * written afterwards: do not tune on it, write new ones instead.
 *   node lab/knowledge/bench.ts            a table by language for each of the two
 *   node lab/knowledge/bench.ts misses     also each question of the first that went wrong
 *   node lab/knowledge/bench.ts answers    also what was answered
 */
const root = new URL('../../', import.meta.url)
const wish = process.argv[2]

interface Question {
  q: string
  slug: string | null
}

interface Outcome {
  language: Language
  q: string
  slug: string | null
  place: number
  answered: string | null
  confidence: number
  coverage: number
  margin: number
  ms: number
  text: string
}

const questions = read('questions.json')
const heldOut = read('held-out.json')
const index = createIndex()
const started = performance.now()
for (const language of languages) for (const article of articlesIn(language)) index.add(article)
console.log(`indexed in ${(performance.now() - started).toFixed(0)} ms`)
for (const language of languages) for (const { q } of questions[language].slice(0, 3)) index.search(q, { language, limit: 10 })

const outcomes = languages.flatMap((language) => questions[language].map((question) => ask(index, language, question)))
table('questions that the weights were chosen on', outcomes)
const others = languages.flatMap((language) => heldOut[language].map((question) => ask(index, language, question)))
table('held out', others)
if (wish === 'misses') showMisses(outcomes)
if (wish === 'answers')
  for (const { language, q, answered, text } of outcomes)
    if (answered !== null) console.log(language, q, '→', answered, '\n     ', text.replaceAll('\n', ' / '))

function read(name: string): Record<Language, Question[]> {
  return JSON.parse(readFileSync(new URL(`lab/knowledge/${name}`, root), 'utf8')) as Record<Language, Question[]>
}

function articlesIn(language: Language): Article[] {
  const folder = new URL(`server/demo/content/${language}/articles/`, root)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const body = readFileSync(new URL(name, folder), 'utf8')
      return { id: name.slice(0, -3), language, title: /^#\s+(.+)$/m.exec(body)?.[1] ?? name, body }
    })
}

function ask(search: SearchIndex, language: Language, { q, slug }: Question): Outcome {
  const from = performance.now()
  const hits = search.search(q, { language, limit: 10 })
  const ms = performance.now() - from
  const said = answer(hits, q)
  return {
    language,
    q,
    slug,
    place: slug === null ? -1 : hits.findIndex(({ passage }) => passage.article === slug),
    answered: said.kind === 'answer' ? said.article : null,
    confidence: confidenceIn(hits),
    coverage: hits[0]?.coverage ?? 0,
    margin: 1 - (hits[1]?.score ?? 0) / (hits[0]?.score || 1),
    ms,
    text: said.kind === 'answer' ? said.text : '',
  }
}

function table(title: string, all: Outcome[]): void {
  console.log(`\n${title}`)
  console.table(
    Object.fromEntries(
      [...languages, 'all'].map((language) => [language, row(all.filter((one) => language === 'all' || one.language === language))]),
    ),
  )
}

function row(some: Outcome[]): Record<string, string | number> {
  const answerable = some.filter(({ slug }) => slug !== null)
  const not = some.filter(({ slug }) => slug === null)
  const answered = some.filter((one) => one.answered !== null)
  return {
    n: some.length,
    first: share(answerable, ({ place }) => place === 0),
    'top 3': share(answerable, ({ place }) => place >= 0 && place < 3),
    'recall@10': share(answerable, ({ place }) => place >= 0),
    abstained: share(not, (one) => one.answered === null),
    'false abstention': share(answerable, (one) => one.answered === null),
    'answers right': share(answered, (one) => one.answered === one.slug),
    'ms/search': (some.reduce((sum, { ms }) => sum + ms, 0) / Math.max(1, some.length)).toFixed(2),
  }
}

function share(of: Outcome[], is: (one: Outcome) => boolean): string {
  return of.length === 0 ? '–' : `${((100 * of.filter(is).length) / of.length).toFixed(0)} %`
}

function showMisses(some: Outcome[]): void {
  for (const one of some) {
    if (one.slug !== null && one.place !== 0) console.log(`${one.language} rank ${one.place + 1}: ${one.q} → wanted ${one.slug}, got ${first(one)}`)
    else if (one.slug !== null && one.answered === null)
      console.log(`${one.language} silent (${one.coverage.toFixed(2)}, ${one.margin.toFixed(2)}): ${one.q} (${one.slug})`)
    else if (one.slug === null && one.answered !== null)
      console.log(`${one.language} spoke (${one.coverage.toFixed(2)}, ${one.margin.toFixed(2)}): ${one.q} → ${one.answered}`)
  }
}

function first({ q, language }: Outcome): string {
  return index
    .search(q, { language, limit: 3 })
    .map(({ passage, score }) => `${passage.article} ${score.toFixed(1)}`)
    .join(', ')
}
