import type { Features } from './features.ts'
import { blocks } from './features.ts'

/** The features a classifier knows: hash to row, and how much each says. */
export interface Vocabulary {
  /** Hash of each row. */
  keys: Uint32Array
  /** Inverse document frequency times the weight of the row's block. */
  rarity: Float32Array
  /** Whether the row is a single word. */
  isWord: Uint8Array
  table: RowTable
}

/** Open addressing over typed arrays: some ten times as fast to fill as a Map of numbers. */
export interface RowTable {
  keys: Uint32Array
  rows: Int32Array
  size: number
}

export function createTable(capacity: number): RowTable {
  let length = 16
  while (length < capacity * 2) length *= 2
  return { keys: new Uint32Array(length), rows: new Int32Array(length).fill(-1), size: 0 }
}

/** The row of a hash, or -1. */
export function rowOf({ keys, rows }: RowTable, key: number): number {
  const mask = keys.length - 1
  let slot = (key ^ (key >>> 15)) & mask
  while (rows[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
  return rows[slot] ?? -1
}

/** The row of a hash, a new one if it has none yet. */
export function addRow(table: RowTable, key: number): number {
  if (table.size * 2 >= table.keys.length) grow(table)
  const { keys, rows } = table
  const mask = keys.length - 1
  let slot = (key ^ (key >>> 15)) & mask
  while (rows[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
  const known = rows[slot] ?? -1
  if (known >= 0) return known
  keys[slot] = key
  rows[slot] = table.size
  return table.size++
}

export function tableOf(keys: Uint32Array): RowTable {
  const table = createTable(keys.length)
  for (const key of keys) addRow(table, key)
  return table
}

/**
 * What the texts have in common: each feature with its inverse document frequency (Spärck Jones 1972). Words are kept however rare;
 * in large sets sequences and letters only from two texts on, and only the most frequent.
 */
export function vocabularyOf(texts: readonly Features[], labels: number): Vocabulary {
  const weightOfBlock = weightsOfBlocks(texts.length / labels)
  const { table, counts, blockOf } = countTexts(texts)
  const least = texts.length < largeFrom ? 1 : 2
  const kept: number[] = []
  for (let row = 0; row < table.size; row++) if (blockOf[row] === blocks.word || (counts[row] ?? 0) >= least) kept.push(row)
  kept.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  kept.length = Math.min(kept.length, mostRows)
  const hashes = new Uint32Array(table.size)
  for (let slot = 0; slot < table.keys.length; slot++) if ((table.rows[slot] ?? -1) >= 0) hashes[table.rows[slot] ?? 0] = table.keys[slot] ?? 0
  const keys = Uint32Array.from(kept, (row) => hashes[row] ?? 0)
  const rarity = Float32Array.from(
    kept,
    (row) => (weightOfBlock[blockOf[row] ?? 0] ?? 1) * (1 + Math.log((1 + texts.length) / (1 + (counts[row] ?? 0)))),
  )
  return { keys, rarity, isWord: Uint8Array.from(kept, (row) => (blockOf[row] === blocks.word ? 1 : 0)), table: tableOf(keys) }
}

const largeFrom = 2000
const mostRows = 120_000

/** Letters stand in for words that were never seen; the more examples a label has, the less they are needed. */
function weightsOfBlocks(textsALabel: number): number[] {
  const letters = Math.min(1, Math.max(0.25, (100 / textsALabel) ** 0.35))
  return [1.2, 1.2, letters, 1, 1.6]
}

function countTexts(texts: readonly Features[]): { table: RowTable; counts: Int32Array; blockOf: Uint8Array } {
  const table = createTable(1 << 15)
  const total = texts.reduce((sum, { hashes }) => sum + hashes.length, 0)
  const counts = new Int32Array(total)
  const lastSeen = new Int32Array(total).fill(-1)
  const blockOf = new Uint8Array(total)
  texts.forEach(({ hashes, blocks: kinds }, text) => {
    for (let index = 0; index < hashes.length; index++) {
      const row = addRow(table, hashes[index] ?? 0)
      if (lastSeen[row] === text) continue
      lastSeen[row] = text
      counts[row] = (counts[row] ?? 0) + 1
      blockOf[row] = kinds[index] ?? 0
    }
  })
  return { table, counts, blockOf }
}

function grow(table: RowTable): void {
  const { keys, rows } = table
  const larger = createTable(keys.length)
  const mask = larger.keys.length - 1
  for (let slot = 0; slot < keys.length; slot++) {
    const row = rows[slot] ?? -1
    if (row < 0) continue
    const key = keys[slot] ?? 0
    let place = (key ^ (key >>> 15)) & mask
    while (larger.rows[place] !== -1) place = (place + 1) & mask
    larger.keys[place] = key
    larger.rows[place] = row
  }
  table.keys = larger.keys
  table.rows = larger.rows
}
