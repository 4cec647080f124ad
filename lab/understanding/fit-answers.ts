import { join } from 'node:path'
import { z } from 'zod'
import { createIndex } from '../../core/knowledge/search-index.ts'
import { languages } from '../../core/language.ts'
import { weights } from '../../server/understanding/weights.ts'
import { areaUnderCurve, mean, percent } from './figures.ts'
import { readDocuments, readQuestions, Text } from './lines.ts'

/**
 * Fits how sure the search is that its best article answers (core/knowledge/answer.ts): a logistic regression over the questions of all
 * help centres, those with an answer against those without. Each base is also read by a fit of all the others: only this tells what a
 * company nobody has read may expect.
 */
const bases = ['paraphrases', ...['shop', 'courier', 'clothes', 'appliances', 'bikes'].map((trade) => join('answers', trade))]
const kinds = ['coverage', 'missing', 'near'] as const
type Kind = (typeof kinds)[number]
/** Of the questions with an answer, the share that may meet silence. */
const falseSilence = 0.32

interface Asked {
  base: string
  language: string
  evidence: Record<Kind, number>
  answerable: boolean
}

interface Line {
  base: number
  weights: Record<Kind, number>
}

const Doc = z.object({ id: z.string(), title: z.string(), body: z.string() })
const Question = z.object({ q: Text, answerable: z.boolean() })

const asked = (await Promise.all(bases.flatMap((base) => languages.map((language) => askAll(base, language))))).flat()
for (const base of bases) {
  const line = fit(asked.filter((one) => one.base !== base))
  const own = asked.filter((one) => one.base === base)
  const curves = [...Map.groupBy(own, ({ language }) => language).values()].map(
    (some) => areaUnderCurve(some.map((one) => ({ score: oddsOf(line, one), positive: one.answerable }))) ?? Number.NaN,
  )
  const silent = (answerable: boolean) => {
    const some = own.filter((one) => one.answerable === answerable)
    return percent(some.filter((one) => oddsOf(line, one) < thresholdOf(line, base)).length, some.length).toFixed(0)
  }
  console.log(
    `${base}: AUC ${mean(curves).toFixed(1)} (worst ${Math.min(...curves).toFixed(1)}), silent on ${silent(false)} % without and ${silent(true)} % with an answer`,
  )
}
const all = fit(asked)
console.log(JSON.stringify({ ...all.weights, base: all.base, threshold: 1 / (1 + Math.exp(-thresholdOf(all, ''))) }, null, 2))

async function askAll(base: string, language: (typeof languages)[number]): Promise<Asked[]> {
  const folder = join(import.meta.dirname, '..', 'corpora', base)
  const docs = await readDocuments(join(folder, `docs.${language}.jsonl`), Doc)
  const questions = await readQuestions(join(folder, `questions.${language}.jsonl`), Question, { documents: docs, named: () => null })
  const index = createIndex(weights.meaning)
  for (const doc of docs) index.add({ ...doc, language })
  return questions.map(({ q, answerable }) => {
    const [best] = index.search(q, { language, limit: 1 })
    // Nothing found is silence too: as far from an answer as can be.
    const { coverage, missing, near } = best?.evidence ?? { coverage: 0, missing: 1, near: 0 }
    return { base, language, evidence: { coverage, missing, near: near ?? 0 }, answerable }
  })
}

/** By gradient over evidence in units of its spread; every base weighs the same, whether it has 60 questions or 150. */
function fit(some: readonly Asked[]): Line {
  const sizes = new Map([...Map.groupBy(some, ({ base }) => base)].map(([base, own]) => [base, own.length]))
  const centre = perKind((kind) => mean(some.map(({ evidence }) => evidence[kind])))
  const spread = perKind((kind) => Math.sqrt(mean(some.map(({ evidence }) => (evidence[kind] - centre[kind]) ** 2))))
  const scaled = some.map((one) => ({ ...one, evidence: perKind((kind) => (one.evidence[kind] - centre[kind]) / spread[kind]) }))
  const line: Line = { base: 0, weights: perKind(() => 0) }
  for (let step = 0; step < 600; step++) {
    const slope: Line = { base: 0, weights: perKind(() => 0) }
    for (const one of scaled) {
      const share = 1 / (sizes.size * (sizes.get(one.base) ?? 1))
      const error = share * (1 / (1 + Math.exp(-oddsOf(line, one))) - (one.answerable ? 1 : 0))
      slope.base += error
      for (const kind of kinds) slope.weights[kind] += error * one.evidence[kind]
    }
    line.base -= 2 * slope.base
    for (const kind of kinds) line.weights[kind] -= 2 * slope.weights[kind]
  }
  const plain = perKind((kind) => line.weights[kind] / spread[kind])
  return { base: kinds.reduce((base, kind) => base - plain[kind] * centre[kind], line.base), weights: plain }
}

function perKind(value: (kind: Kind) => number): Record<Kind, number> {
  return { coverage: value('coverage'), missing: value('missing'), near: value('near') }
}

function oddsOf({ base, weights: of }: Line, { evidence }: Asked): number {
  return kinds.reduce((sum, kind) => sum + of[kind] * evidence[kind], base)
}

/** The odds below which the assistant keeps silent, set without the base that is measured. */
function thresholdOf(line: Line, without: string): number {
  const odds = asked.filter((one) => one.answerable && one.base !== without).map((one) => oddsOf(line, one))
  return odds.sort((a, b) => a - b)[Math.floor(falseSilence * odds.length)] ?? 0
}
