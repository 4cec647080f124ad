import { addRow, createTable, type RowTable, rowsOf, tableOf } from '../classifier/vocabulary.ts'
import { type Json, type Numbers, type Packed, UnreadableModel } from '../packed.ts'
import { checkFeatures, fieldsOf, rowOfNumbers } from '../packed-fields.ts'
import { type Evidence, judgeFeatures } from './evidence.ts'

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

/** A vector that still knows which feature of the text became what. */
export interface Traced extends Vector {
  /** For each feature of the text its place among the rows, or -1; and how often each row was met. */
  seatOf: Int32Array
  counts: Uint16Array
}

/** What each group of features counts: words, sequences, letters, manner, classes, their order. */
const groupShares: readonly number[] = [1, 1, 1, 0.5, 1.2, 1]

/** Known features with sublinear frequency times inverse document frequency (Salton and Buckley 1988), each group scaled to its share. */
export function vectorOf({ hashes, groups }: Evidence, { table, rarity }: Pick<Judge, 'table' | 'rarity'>): Traced {
  const seats = createTable(hashes.length)
  const rows = new Int32Array(hashes.length)
  const counts = new Uint16Array(hashes.length)
  const groupOf = new Uint8Array(hashes.length)
  const seatOf = new Int32Array(hashes.length).fill(-1)
  // In a loop of its own, for then the visits to memory overlap.
  const known = rowsOf(table, hashes)
  for (let index = 0; index < known.length; index++) {
    const row = known[index] as number
    if (row < 0) continue
    const seat = addRow(seats, row)
    if (counts[seat] === 0) {
      rows[seat] = row
      groupOf[seat] = groups[index] as number
    }
    seatOf[index] = seat
    ;(counts[seat] as number) += 1
  }
  const size = seats.size
  const values = new Float32Array(size)
  const squares = new Float64Array(groupShares.length)
  for (let seat = 0; seat < size; seat++) {
    const value = ((1 + Math.log(counts[seat] as number)) * (rarity[rows[seat] as number] as number)) / 20
    values[seat] = value
    ;(squares[groupOf[seat] as number] as number) += value * value
  }
  for (let seat = 0; seat < size; seat++) {
    const group = groupOf[seat] as number
    ;(values[seat] as number) *= (groupShares[group] ?? 1) / Math.sqrt(squares[group] || 1)
  }
  return { rows: rows.subarray(0, size), values, seatOf, counts }
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

/** A text with the vector that was made of it. */
export interface Judged {
  evidence: Evidence
  vector: Traced
}

export interface Sides {
  column: number
  /** The column it is weighed against; none: the score itself. */
  against?: number | undefined
}

/** What each place of the text adds to a question's score, or to its lead over another's, exactly: with the bias they are the score. */
export function sharesOf(judge: Judge, { evidence, vector }: Judged, { column, against }: Sides): Float64Array {
  const { rows, values, seatOf, counts } = vector
  const { columns, weights, scales } = judge
  const [scale, scaleAgainst] = [scales[column] ?? 0, against === undefined ? 0 : (scales[against] ?? 0)]
  const shares = new Float64Array(evidence.places.length)
  for (let index = 0; index < seatOf.length; index++) {
    const seat = seatOf[index] as number
    if (seat < 0) continue
    const start = (rows[seat] as number) * columns
    const lead = (weights[start + column] as number) * scale - (against === undefined ? 0 : (weights[start + against] as number) * scaleAgainst)
    const half = (lead * (values[seat] as number)) / (counts[seat] as number) / 2
    ;(shares[evidence.first[index] as number] as number) += half
    ;(shares[evidence.second[index] as number] as number) += half
  }
  return shares
}

/** The judge in a packed file; throws `UnreadableModel` where it is none, or has not `columns` questions. */
export function judgeOf(packed: Packed, columns: number): Judge {
  checkFeatures(packed, judgeFeatures)
  const fields = fieldsOf(packed).within('judge')
  const [said, scales, bias] = [fields.number('columns'), fields.numbers('scales'), fields.numbers('bias')]
  if (said !== columns) throw new UnreadableModel('damaged', 'judge.columns', `are ${said} instead of ${columns}`)
  if (scales.length !== columns) throw new UnreadableModel('damaged', 'judge.scales', `are ${scales.length} instead of ${columns}`)
  if (bias.length !== columns) throw new UnreadableModel('damaged', 'judge.bias', `are ${bias.length} instead of ${columns}`)
  const keys = rowOfNumbers(packed, 'keys', { kind: Uint32Array })
  const rarity = rowOfNumbers(packed, 'rarity', { kind: Uint8Array, length: keys.length })
  const weights = rowOfNumbers(packed, 'weights', { kind: Int16Array, length: keys.length * columns })
  return { table: tableOf(keys), keys, rarity, columns, weights, scales, bias }
}

/** A judge as the head and the arrays of a packed file. */
export function packedJudge({ columns, scales, bias, keys, rarity, weights }: Judge): {
  head: { [key: string]: Json }
  arrays: Record<string, Numbers>
} {
  return { head: { columns, scales, bias }, arrays: { keys, rarity, weights } }
}
