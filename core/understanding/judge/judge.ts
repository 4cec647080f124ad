import { type RowTable, rowOf, tableOf } from '../classifier/vocabulary.ts'
import type { Json, Numbers } from '../packed.ts'
import type { Evidence } from './evidence.ts'

/** A linear model over hashed features: several questions (columns) asked of the same text. */
export interface Judge {
  table: RowTable
  keys: Uint32Array
  /** Inverse document frequency, in steps of 1/20. */
  rarity: Uint8Array
  columns: number
  /** One row a feature, one column a question, in steps of the column's scale. */
  weights: Int16Array
  scales: number[]
  bias: number[]
}

/** The rows of a text with their values; `values` are of length `groupShares` in each group. */
export interface Vector {
  rows: Int32Array
  values: Float32Array
}

/** What each group of features counts: words, sequences, letters, manner, classes. */
const groupShares: readonly number[] = [1, 1, 1, 0.5, 1.2]

/** Known features with sublinear frequency times inverse document frequency (Salton and Buckley 1988), each group scaled to its share. */
export function vectorOf({ hashes, groups }: Evidence, { table, rarity }: Pick<Judge, 'table' | 'rarity'>): Vector {
  const places = new Map<number, number>()
  const rows = new Int32Array(hashes.length)
  const counts = new Uint16Array(hashes.length)
  const groupOf = new Uint8Array(hashes.length)
  for (let index = 0; index < hashes.length; index++) {
    const row = rowOf(table, hashes[index] as number)
    if (row < 0) continue
    let place = places.get(row)
    if (place === undefined) {
      place = places.size
      places.set(row, place)
      rows[place] = row
      groupOf[place] = groups[index] as number
    }
    ;(counts[place] as number) += 1
  }
  const size = places.size
  const values = new Float32Array(size)
  const squares = new Float64Array(groupShares.length)
  for (let place = 0; place < size; place++) {
    const value = ((1 + Math.log(counts[place] as number)) * (rarity[rows[place] as number] as number)) / 20
    values[place] = value
    ;(squares[groupOf[place] as number] as number) += value * value
  }
  for (let place = 0; place < size; place++) {
    const group = groupOf[place] as number
    ;(values[place] as number) *= (groupShares[group] ?? 1) / Math.sqrt(squares[group] || 1)
  }
  return { rows: rows.subarray(0, size), values }
}

/** The log-odds of each question. */
export function scoresOf(judge: Judge, { rows, values }: Vector): Float64Array {
  const { columns, weights, scales, bias } = judge
  const scores = new Float64Array(columns)
  for (let index = 0; index < rows.length; index++) {
    const start = (rows[index] as number) * columns
    for (let column = 0; column < columns; column++)
      scores[column] = (scores[column] as number) + (weights[start + column] as number) * (values[index] as number)
  }
  return scores.map((score, column) => score * (scales[column] ?? 0) + (bias[column] ?? 0))
}

/** What each place of the text adds to a question's score, exactly: with the bias they are the score. */
export function sharesOf(judge: Judge, evidence: Evidence, column: number): Float64Array {
  const { rows, values } = vectorOf(evidence, judge)
  const { columns, weights, scales, table } = judge
  const ofRow = new Map<number, number>()
  rows.forEach((row, index) => {
    ofRow.set(row, (weights[row * columns + column] ?? 0) * (scales[column] ?? 0) * (values[index] ?? 0))
  })
  const found = Int32Array.from(evidence.hashes, (hash) => rowOf(table, hash))
  const times = new Map<number, number>()
  for (const row of found) times.set(row, (times.get(row) ?? 0) + 1)
  const shares = new Float64Array(evidence.places.length)
  found.forEach((row, index) => {
    const half = (ofRow.get(row) ?? 0) / (times.get(row) ?? 1) / 2
    for (const place of [evidence.first[index] ?? 0, evidence.second[index] ?? 0]) shares[place] = (shares[place] ?? 0) + half
  })
  return shares
}

export function judgeOf(head: { columns: number; scales: number[]; bias: number[] }, arrays: Record<string, Numbers>): Judge {
  const { keys, rarity, weights } = arrays
  if (!(keys instanceof Uint32Array && rarity instanceof Uint8Array && weights instanceof Int16Array))
    throw new Error('These are no weights of a judge.')
  return { ...head, table: tableOf(keys), keys, rarity, weights }
}

/** A judge as the head and the arrays of a packed file. */
export function packedJudge({ columns, scales, bias, keys, rarity, weights }: Judge): {
  head: { [key: string]: Json }
  arrays: Record<string, Numbers>
} {
  return { head: { columns, scales, bias }, arrays: { keys, rarity, weights } }
}
