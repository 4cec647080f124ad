import { z } from 'zod'
import { noMatter } from '../../core/understanding/intent-limits.ts'
import { classifiers } from '../libraries/classifiers.ts'
import { detectors } from '../libraries/detectors.ts'
import { moods } from '../libraries/moods.ts'
import { searches } from '../libraries/searches.ts'
import type { DevelopmentSet } from './development.ts'
import { accuracy, macroF1, percent } from './figures.ts'
import { readLabelled, readLines } from './lines.ts'

export interface LibraryFigure {
  library: string
  what: string
  value: number
}

/** What the libraries that people use reach on the same files. Empty for tasks that none of them offers. */
export async function compare({ task, files }: DevelopmentSet): Promise<LibraryFigure[]> {
  if ((task === 'intent' || task === 'sentiment') && files.train && files.test) return classify(files.train, files.test)
  if (task === 'language' && files.test) return detect(files.test)
  if (task === 'mood' && files.test) return feel(files.test)
  if (task === 'retrieval' && files.docs && files.questions) return find(files.docs, files.questions)
  if (task === 'answer' && files.docs && files.questions) return findArticle(files.docs, files.questions)
  return []
}

/** Out-of-scope texts are left out: none of these libraries knows them. */
async function classify(train: string, test: string): Promise<LibraryFigure[]> {
  const examples = (await readLabelled(train)).filter(({ label }) => label !== noMatter)
  const asked = (await readLabelled(test)).filter(({ label }) => label !== noMatter)
  const figures: LibraryFigure[] = []
  for (const { name, train: learn } of classifiers) {
    const guess = await learn(examples)
    const pairs: { truth: string; guess: string }[] = []
    for (const { text, label } of asked) pairs.push({ truth: label, guess: await guess(text) })
    figures.push({ library: name, what: 'accuracy', value: accuracy(pairs) })
  }
  return figures
}

const six = new Set(['en', 'ms', 'id', 'th', 'zh', 'et'])

async function detect(test: string): Promise<LibraryFigure[]> {
  const asked = await readLabelled(test)
  const figures: LibraryFigure[] = []
  for (const { name, open } of detectors) {
    const guess = await open()
    const pairs = asked.map(({ text, label }) => {
      const found = guess(text)
      return { truth: label, guess: six.has(found) ? found : 'other' }
    })
    figures.push({ library: name, what: 'accuracy', value: accuracy(pairs) })
  }
  return figures
}

const Mood = z.object({ text: z.string(), mood: z.string() })

async function feel(test: string): Promise<LibraryFigure[]> {
  const asked = await readLines(test, Mood)
  const figures: LibraryFigure[] = []
  for (const { name, open } of moods) {
    const guess = await open()
    figures.push({ library: name, what: 'macro-F1', value: macroF1(asked.map(({ text, mood }) => ({ truth: mood, guess: guess(text) }))) })
  }
  return figures
}

const Name = z.union([z.string(), z.number()]).transform(String)
const Doc = z.object({ id: Name, title: z.string().nullish(), text: z.string() })
const Question = z.object({ text: z.string(), doc: Name })

async function find(docsFile: string, questionsFile: string): Promise<LibraryFigure[]> {
  const docs = (await readLines(docsFile, Doc)).map(({ id, title, text }) => ({ id, title: title ?? '', text }))
  return first(
    docs,
    (await readLines(questionsFile, Question)).map(({ text, doc }) => ({ text, doc })),
  )
}

const Article = z.object({ id: Name, title: z.string(), body: z.string() })
const Asked = z.object({ q: z.string(), article: Name.nullish(), answerable: z.boolean() })

async function findArticle(docsFile: string, questionsFile: string): Promise<LibraryFigure[]> {
  const docs = (await readLines(docsFile, Article)).map(({ id, title, body }) => ({ id, title, text: body }))
  const questions = (await readLines(questionsFile, Asked)).filter(({ answerable }) => answerable)
  return first(
    docs,
    questions.map(({ q, article }) => ({ text: q, doc: article ?? '' })),
  )
}

async function first(docs: { id: string; title: string; text: string }[], questions: { text: string; doc: string }[]): Promise<LibraryFigure[]> {
  const figures: LibraryFigure[] = []
  for (const { name, open } of searches) {
    const search = await open(docs)
    let hits = 0
    for (const { text, doc } of questions) if ((await search(text))[0] === doc) hits++
    figures.push({ library: name, what: 'R@1', value: percent(hits, questions.length) })
  }
  return figures
}
