import { chance } from '../../../core/chance.ts'
import { addRow, createTable, tableOf } from '../../../core/understanding/classifier/vocabulary.ts'
import type { Evidence } from '../../../core/understanding/judge/evidence.ts'
import { type Judge, type Vector, vectorOf } from '../../../core/understanding/judge/judge.ts'
import { groups } from '../../../core/understanding/judge/words.ts'

/** One question: columns that exclude each other (several: multinomial) or one column that is so or not. */
export interface Question {
  columns: number
  /** The column that is true; for one column 1 or 0; `null`: this text teaches nothing here. */
  answers: (number | null)[]
}

export interface Fitting {
  epochs: number
  rate: number
  shrink: number
}

export const usual: Fitting = { epochs: 8, rate: 0.2, shrink: 3e-3 }

/** Fits a judge to all questions over the same texts. Deterministic. */
export function fitJudge(texts: readonly Evidence[], questions: readonly Question[], fitting: Fitting = usual): Judge {
  const vocabulary = vocabularyOf(texts)
  const vectors = texts.map((text) => vectorOf(text, vocabulary))
  const fits = questions.map((question) => fit(vectors, question, vocabulary.keys.length, fitting))
  return rounded(vocabulary, fits)
}

interface Vocabulary {
  table: Judge['table']
  keys: Uint32Array
  rarity: Uint8Array
}

/** Words are kept however rare, everything else from two texts on. */
function vocabularyOf(texts: readonly Evidence[]): Vocabulary {
  const table = createTable(1 << 18)
  const [counts, last, group, hashOfRow]: number[][] = [[], [], [], []]
  texts.forEach(({ hashes, groups: kinds }, text) => {
    for (let index = 0; index < hashes.length; index++) {
      const row = addRow(table, hashes[index] ?? 0)
      if (last?.[row] === text) continue
      if (last) last[row] = text
      if (counts) counts[row] = (counts[row] ?? 0) + 1
      if (group) group[row] = kinds[index] ?? 0
      if (hashOfRow) hashOfRow[row] = hashes[index] ?? 0
    }
  })
  const kept = (hashOfRow ?? []).flatMap((_, row) => ((counts?.[row] ?? 0) >= (group?.[row] === groups.word ? 1 : 2) ? [row] : []))
  const keys = Uint32Array.from(kept, (row) => hashOfRow?.[row] ?? 0)
  const rarity = Uint8Array.from(kept, (row) => Math.round(20 * (1 + Math.log((1 + texts.length) / (1 + (counts?.[row] ?? 0))))))
  return { table: tableOf(keys), keys, rarity }
}

interface Fit {
  columns: number
  weights: Float64Array
  bias: number[]
}

/** Logistic regression, one or several columns, by AdaGrad (Duchi, Hazan, Singer 2011) with a pull towards none. */
function fit(vectors: readonly Vector[], { columns, answers }: Question, rows: number, { epochs, rate, shrink }: Fitting): Fit {
  const weights = new Float64Array(rows * columns)
  const steep = new Float64Array(rows * columns).fill(0.01)
  const bias = new Array<number>(columns).fill(0)
  const taught = vectors.flatMap((_, index) => (answers[index] === null || answers[index] === undefined ? [] : [index]))
  for (let epoch = 1; epoch <= epochs; epoch++)
    for (const place of shuffled(taught.length, epoch)) {
      const index = taught[place] ?? 0
      const { rows: own, values } = vectors[index] as Vector
      const errors = errorsOf(scoresFor(weights, bias, { rows: own, values }), answers[index] ?? 0)
      for (let at = 0; at < own.length; at++)
        for (let column = 0; column < columns; column++) {
          const cell = (own[at] as number) * columns + column
          const slope = (errors[column] as number) * (values[at] as number) + shrink * (weights[cell] as number)
          steep[cell] = (steep[cell] as number) + slope * slope
          weights[cell] = (weights[cell] as number) - (rate * slope) / Math.sqrt(steep[cell] as number)
        }
      for (let column = 0; column < columns; column++) bias[column] = (bias[column] ?? 0) - 0.02 * (errors[column] ?? 0)
    }
  return { columns, weights, bias }
}

function scoresFor(weights: Float64Array, bias: readonly number[], { rows, values }: Vector): number[] {
  const scores = [...bias]
  for (let at = 0; at < rows.length; at++)
    for (let column = 0; column < scores.length; column++)
      scores[column] = (scores[column] as number) + (weights[(rows[at] as number) * scores.length + column] as number) * (values[at] as number)
  return scores
}

function errorsOf(scores: readonly number[], truth: number): number[] {
  if (scores.length === 1) return [1 / (1 + Math.exp(-(scores[0] ?? 0))) - truth]
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power, column) => power / total - (column === truth ? 1 : 0))
}

/** Two bytes a weight: the largest of each column becomes 32767. Rows that say next to nothing are left out. */
function rounded({ keys, rarity }: Vocabulary, fits: readonly Fit[]): Judge {
  const columns = fits.reduce((sum, fit) => sum + fit.columns, 0)
  const column = fits.flatMap((fit) => Array.from({ length: fit.columns }, (_, own) => (row: number) => fit.weights[row * fit.columns + own] ?? 0))
  const scales = column.map((of) => keys.reduce((most, _, row) => Math.max(most, Math.abs(of(row))), 1e-9) / 32767)
  const kept = [...keys.keys()].filter((row) => column.some((of) => Math.abs(of(row)) > quiet))
  return {
    columns,
    scales,
    bias: fits.flatMap(({ bias }) => bias),
    keys: Uint32Array.from(kept, (row) => keys[row] ?? 0),
    table: tableOf(Uint32Array.from(kept, (row) => keys[row] ?? 0)),
    rarity: Uint8Array.from(kept, (row) => rarity[row] ?? 0),
    weights: Int16Array.from(kept.flatMap((row) => column.map((of, place) => Math.round(of(row) / (scales[place] ?? 1))))),
  }
}

const quiet = 1e-4

function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, index) => index)
  const { whole } = chance(seed)
  for (let last = length - 1; last > 0; last--) {
    const other = whole(0, last)
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
