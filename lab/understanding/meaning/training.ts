import { type Chance, chance } from '../../../core/chance.ts'
import { featuresOf } from '../../../core/understanding/classifier/features.ts'
import { addRow, createTable, keysOf, type RowTable, rowOf, tableOf } from '../../../core/understanding/classifier/vocabulary.ts'
import { packMeaning } from '../../../core/understanding/meaning.ts'
import type { Source } from './sources.ts'

export interface MeaningPlan {
  size: number
  rows: number
  epochs: number
  seed: number
  onEpoch?: (epoch: number, loss: number) => void
}

/**
 * Learns places of features such that texts of one label lie together, for all sources at once, as `readMeaning` reads it: an averaging network (Iyyer et al.,
 * "Deep Unordered Composition", ACL 2015) under a softmax over cosines (Wang et al., "NormFace", 2017), features dropped at random,
 * steps by AdaGrad (Duchi, Hazan and Singer 2011). Of labels beyond some hundreds a sample is compared.
 */
export function trainMeaning(sources: readonly Source[], { size, rows, epochs, seed, onEpoch }: MeaningPlan): Uint8Array {
  const random = chance(seed)
  const read = readAll(sources, rows)
  const space = createSpace(read.keys.length, size, random)
  const heads = read.sources.map(({ labels }) => createHead(labels, size, random))
  for (let epoch = 0; epoch < epochs; epoch++) {
    const turns = shuffle(turnsOf(read.sources, random), random)
    // The step falls off towards the end, so that the last passes settle.
    const rate = 0.12 * Math.min(1, (2 * (epochs - epoch)) / epochs)
    let loss = 0
    for (const { source, text } of turns) {
      const example = read.sources[source]?.texts[text]
      const head = heads[source]
      if (example && head) loss += learn(space, head, example, { rate, random })
    }
    onEpoch?.(epoch, loss / turns.length)
  }
  return packMeaning({ keys: read.keys, ...rounded(read.keys, space) })
}

interface ReadSource {
  share: number
  labels: number
  texts: { rows: Int32Array; label: number }[]
}

/** Only features that stand in several texts can be learnt; of these the most frequent. */
function readAll(sources: readonly Source[], most: number): { keys: Uint32Array; sources: ReadSource[] } {
  const counting = createTable(1 << 16)
  const counts: number[] = []
  const hashed = sources.map(({ texts }) => texts.map(({ text }) => new Set(featuresOf(text).hashes)))
  for (const set of hashed)
    for (const text of set)
      for (const hash of text) {
        const row = addRow(counting, hash)
        counts[row] = (counts[row] ?? 0) + 1
      }
  const keys = frequent(counting, counts, most)
  const table = tableOf(keys)
  return {
    keys,
    sources: sources.map(({ share, texts }, index) => {
      const places = new Map<string, number>()
      for (const { label } of texts) if (!places.has(label)) places.set(label, places.size)
      const read = texts.map(({ label }, text) => {
        const found = [...(hashed[index]?.[text] ?? [])].map((hash) => rowOf(table, hash)).filter((row) => row >= 0)
        return { rows: Int32Array.from(found), label: places.get(label) ?? 0 }
      })
      return { share, labels: places.size, texts: read.filter((text) => text.rows.length > 0) }
    }),
  }
}

function frequent(table: RowTable, counts: readonly number[], most: number): Uint32Array {
  const hashes = keysOf(table)
  const rows = Array.from(hashes, (_, row) => row).filter((row) => (counts[row] ?? 0) >= 2)
  rows.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  return Uint32Array.from(rows.slice(0, most), (row) => hashes[row] ?? 0)
}

interface Space {
  size: number
  vectors: Float32Array
  /** Sum of squared slopes, one a row. */
  heat: Float32Array
}

interface Head {
  labels: number
  vectors: Float32Array
  heat: Float32Array
}

function createSpace(rows: number, size: number, random: Chance): Space {
  return { size, vectors: Float32Array.from({ length: rows * size }, () => (random.next() - 0.5) / size), heat: new Float32Array(rows).fill(1e-4) }
}

function createHead(labels: number, size: number, random: Chance): Head {
  return {
    labels,
    vectors: Float32Array.from({ length: labels * size }, () => random.normal() / Math.sqrt(size)),
    heat: new Float32Array(labels).fill(1e-3),
  }
}

function turnsOf(sources: readonly ReadSource[], random: Chance): { source: number; text: number }[] {
  return sources.flatMap(({ share, texts }, source) =>
    texts.flatMap((_, text) => {
      const times = Math.floor(share) + (random.next() < share % 1 ? 1 : 0)
      return Array.from({ length: times }, () => ({ source, text }))
    }),
  )
}

function shuffle<T>(items: T[], random: Chance): T[] {
  for (let index = items.length - 1; index > 0; index--) {
    const other = random.whole(0, index)
    const [a, b] = [items[index], items[other]]
    if (a !== undefined && b !== undefined) [items[index], items[other]] = [b, a]
  }
  return items
}

/** How sharply cosines tell labels apart, how many labels are compared at once, and how many features are left out. */
const sharpness = 14
const compared = 250
const dropped = 0.6

/** One step on one text; its loss. */
function learn(
  space: Space,
  head: Head,
  { rows, label }: { rows: Int32Array; label: number },
  { rate, random }: { rate: number; random: Chance },
): number {
  const { size, vectors } = space
  const shown = rows.filter(() => random.next() >= dropped)
  const kept = shown.length > 0 ? shown : rows
  const place = new Float32Array(size)
  for (const row of kept) for (let column = 0; column < size; column++) place[column] = (place[column] ?? 0) + (vectors[row * size + column] ?? 0)
  const length = Math.sqrt(place.reduce((sum, value) => sum + value * value, 1e-12))
  for (let column = 0; column < size; column++) place[column] = (place[column] ?? 0) / length

  const labels = head.labels <= compared ? undefined : sample(head.labels, label, random)
  const { slope, loss } = compareLabels(head, { place, label, labels, size, rate })

  // Only what turns the place counts, not what makes it longer.
  let along = 0
  for (let column = 0; column < size; column++) along += (slope[column] ?? 0) * (place[column] ?? 0)
  let squares = 0
  for (let column = 0; column < size; column++) {
    const across = ((slope[column] ?? 0) - along * (place[column] ?? 0)) / length
    slope[column] = across
    squares += across * across
  }
  const heat = squares / size
  for (const row of kept) {
    space.heat[row] = (space.heat[row] ?? 0) + heat
    const step = rate / Math.sqrt(space.heat[row] ?? 1)
    for (let column = 0; column < size; column++) vectors[row * size + column] = (vectors[row * size + column] ?? 0) - step * (slope[column] ?? 0)
  }
  return loss
}

function sample(labels: number, label: number, random: Chance): Int32Array {
  const some = new Int32Array(compared)
  some[0] = label
  for (let index = 1; index < compared; index++) some[index] = random.whole(0, labels - 1)
  return some
}

/** Softmax over the cosines with the labels' own places, which take their step at once; the slope at the text's place. */
function compareLabels(
  head: Head,
  { place, label, labels, size, rate }: { place: Float32Array; label: number; labels: Int32Array | undefined; size: number; rate: number },
): { slope: Float32Array; loss: number } {
  const count = labels?.length ?? head.labels
  const scores = new Float32Array(count)
  const lengths = new Float32Array(count)
  let highest = Number.NEGATIVE_INFINITY
  for (let index = 0; index < count; index++) {
    const start = (labels?.[index] ?? index) * size
    let dot = 0
    let squares = 1e-12
    for (let column = 0; column < size; column++) {
      const value = head.vectors[start + column] ?? 0
      dot += value * (place[column] ?? 0)
      squares += value * value
    }
    lengths[index] = Math.sqrt(squares)
    scores[index] = (sharpness * dot) / (lengths[index] ?? 1)
    highest = Math.max(highest, scores[index] ?? 0)
  }
  let total = 0
  for (let index = 0; index < count; index++) total += Math.exp((scores[index] ?? 0) - highest)
  const slope = new Float32Array(size)
  let loss = 0
  for (let index = 0; index < count; index++) {
    const own = labels?.[index] ?? index
    const isIt = labels ? index === 0 : own === label
    // The label itself may be drawn into the sample: it is no other.
    if (labels && index > 0 && own === label) continue
    const probability = Math.exp((scores[index] ?? 0) - highest) / total
    if (isIt) loss = -Math.log(Math.max(probability, 1e-9))
    const error = sharpness * (probability - (isIt ? 1 : 0))
    if (Math.abs(error) < 1e-4) continue
    const start = own * size
    const length = lengths[index] ?? 1
    const cosine = (scores[index] ?? 0) / sharpness
    head.heat[own] = (head.heat[own] ?? 0) + (error * error) / size
    const step = rate / Math.sqrt(head.heat[own] ?? 1)
    for (let column = 0; column < size; column++) {
      const value = head.vectors[start + column] ?? 0
      slope[column] = (slope[column] ?? 0) + (error * value) / length
      head.vectors[start + column] = value - step * error * ((place[column] ?? 0) - (cosine * value) / length)
    }
  }
  return { slope, loss }
}

/** One byte a number: the largest of each feature becomes 127. */
function rounded(keys: Uint32Array, { size, vectors }: Space): { size: number; vectors: Int8Array; scales: Float32Array } {
  const whole = new Int8Array(vectors.length)
  const scales = new Float32Array(keys.length)
  for (let row = 0; row < keys.length; row++) {
    let highest = 1e-9
    for (let column = 0; column < size; column++) highest = Math.max(highest, Math.abs(vectors[row * size + column] ?? 0))
    scales[row] = highest / 127
    for (let column = 0; column < size; column++) whole[row * size + column] = Math.round(((vectors[row * size + column] ?? 0) / highest) * 127)
  }
  return { size, vectors: whole, scales }
}
