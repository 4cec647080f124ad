import type { Features } from './features.ts'
import { blocks } from './features.ts'

/** The features a classifier knows: hash to row, and how much each says. */
export interface Vocabulary {
  /** Hash of each row. */
  keys: Uint32Array
  /** Inverse document frequency times the weight of the row's block. */
  rarity: Float32Array
  table: RowTable
}

/**
 * Open addressing over one typed array, key and row side by side (row + 1; 0 is an empty slot): some ten times as fast to fill as a Map of
 * numbers, and a key is looked up with one visit to memory, which is most of what reading a text costs.
 */
export interface RowTable {
  slots: Int32Array
  size: number
}

export function createTable(capacity: number): RowTable {
  let length = 16
  while (length < capacity * 2) length *= 2
  return { slots: new Int32Array(length * 2), size: 0 }
}

/** The row of a hash, or -1. */
export function rowOf({ slots }: RowTable, key: number): number {
  const at = slotOf(slots, key)
  return (slots[at + 1] as number) - 1
}

/** The rows of a text's features, -1 where one is not known. */
export function rowsOf(table: RowTable, hashes: Uint32Array): Int32Array {
  const rows = new Int32Array(hashes.length)
  for (let index = 0; index < hashes.length; index++) rows[index] = rowOf(table, hashes[index] as number)
  return rows
}

/** The hash of each row. */
export function keysOf({ slots, size }: RowTable): Uint32Array {
  const keys = new Uint32Array(size)
  for (let at = 0; at < slots.length; at += 2) if (slots[at + 1] !== 0) keys[(slots[at + 1] as number) - 1] = slots[at] as number
  return keys
}

/** The row of a hash, a new one if it has none yet. */
export function addRow(table: RowTable, key: number): number {
  if (table.size * 4 >= table.slots.length) grow(table)
  const { slots } = table
  const at = slotOf(slots, key)
  const known = slots[at + 1] as number
  if (known !== 0) return known - 1
  slots[at] = key
  slots[at + 1] = ++table.size
  return table.size - 1
}

/** Where the key stands, or the empty slot where it would. */
function slotOf(slots: Int32Array, key: number): number {
  const wanted = key | 0
  const mask = (slots.length >>> 1) - 1
  let slot = (key ^ (key >>> 15)) & mask
  while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== wanted) slot = (slot + 1) & mask
  return slot * 2
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
  const hashes = keysOf(table)
  const keys = Uint32Array.from(kept, (row) => hashes[row] ?? 0)
  const rarity = Float32Array.from(
    kept,
    (row) => (weightOfBlock[blockOf[row] ?? 0] ?? 1) * (1 + Math.log((1 + texts.length) / (1 + (counts[row] ?? 0)))),
  )
  return { keys, rarity, table: tableOf(keys) }
}

const largeFrom = 2000
const mostRows = 120_000

/** Letters stand in for words that were never seen; the more examples a label has, the less they are needed. */
function weightsOfBlocks(textsALabel: number): number[] {
  const letters = Math.min(1, Math.max(0.25, (100 / textsALabel) ** 0.35))
  return [1.2, 1.2, letters, 1, 1.6, 1.5, 1]
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
  const { slots } = table
  const larger = new Int32Array(slots.length * 2)
  for (let at = 0; at < slots.length; at += 2) {
    if (slots[at + 1] === 0) continue
    const place = slotOf(larger, slots[at] as number)
    larger[place] = slots[at] as number
    larger[place + 1] = slots[at + 1] as number
  }
  table.slots = larger
}
