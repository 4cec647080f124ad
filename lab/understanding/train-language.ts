import { mkdirSync, writeFileSync } from 'node:fs'
import { languageFeatures } from '../../core/understanding/language/features.ts'
import { bucketBits, damping } from '../../core/understanding/language/latin-model.ts'
import { latinWords } from '../../core/understanding/language/latin-words.ts'
import { pack } from '../../core/understanding/packed.ts'
import { bucketsOf, type Drawn, randomFrom, softmax, sums, type Trained, trainSoftmax } from './language/softmax-training.ts'
import { classes, readSources } from './language/sources.ts'
import { quantise } from './segmenter/quantise.ts'

/**
 * Trains weights/language-share-alike.bin: `node lab/understanding/train-language.ts <data folder> [--held-out <file>]`. With --held-out
 * every fifth text is kept back and the weights go to the named file, for measuring.
 */
const [folder = '../shared/data', flag, into = 'weights/language-share-alike.bin'] = process.argv.slice(2)
const heldOut = flag === '--held-out'

const kept = 60_000
const steps = { selection: 400_000, training: 1_500_000 }

function main(): void {
  const sources = readSources(folder)
  const drawn = sources.map(({ class: name, weight, texts }): Drawn => {
    const rows = texts.map((text) => latinWords(text).map((word) => word.text)).filter((words) => words.length > 0)
    return { column: classes.indexOf(name as (typeof classes)[number]), weight, rows }
  })
  const training = drawn.map((source) => ({ ...source, rows: source.rows.filter((_, index) => source.rows.length < 50 || index % 5 !== 4) }))
  const keptBack = drawn
    .filter(({ rows }) => rows.length >= 50)
    .map((source) => ({ ...source, rows: source.rows.filter((_, index) => index % 5 === 4) }))
  const part = train(training)
  const temperature = fitTemperature(part.trained, keptBack)
  console.log(`temperature ${temperature.base} + ${temperature.slope} ln n`)
  save(heldOut ? part : train(drawn), temperature)
}

interface Selected {
  trained: Trained
  buckets: Uint32Array
}

/** Trains on all buckets, keeps those that carry most (weight squared times use), and trains again on these alone. */
function train(drawn: Drawn[]): Selected {
  const first = trainSoftmax(drawn, steps.selection)
  const size = classes.length
  const carried = first.used.map((used, bucket) => {
    let energy = 0
    for (let column = 0; column < size; column++) energy += (first.weights[bucket * size + column] ?? 0) ** 2
    return used < 3 ? 0 : energy * used
  })
  const border = carried.toSorted().at(-kept) ?? 0
  const allowed = new Uint8Array(1 << bucketBits)
  const buckets: number[] = []
  for (let bucket = 0; bucket < carried.length; bucket++) {
    if ((carried[bucket] ?? 0) <= border) continue
    allowed[bucket] = 1
    buckets.push(bucket)
  }
  return { trained: trainSoftmax(drawn, steps.training, allowed), buckets: Uint32Array.from(buckets) }
}

/** The temperature with the least log loss on texts kept back (Guo et al., ICML 2017), as a line over the logarithm of the words. */
function fitTemperature({ weights }: Trained, keptBack: Drawn[]): { base: number; slope: number } {
  const random = randomFrom(99)
  const samples = Array.from({ length: 8000 }, () => {
    const source = keptBack[Math.floor(random() * keptBack.length)] as Drawn
    const row = source.rows[Math.floor(random() * source.rows.length)] ?? []
    const from = Math.floor(random() * row.length)
    const words = row.slice(from, from + 1 + Math.floor(random() * 14))
    return { logits: sums(weights, bucketsOf(words), 1 / words.length ** damping), words: words.length, column: source.column }
  })
  let best = { base: 1, slope: 0, loss: Number.POSITIVE_INFINITY }
  for (let base = 0.3; base <= 1.5; base += 0.1) {
    for (let slope = -0.2; slope <= 0.5; slope += 0.1) {
      const loss = samples.reduce(
        (sum, { logits, words, column }) =>
          sum - Math.log(1e-9 + (softmax(logits.map((logit) => logit * Math.max(0.1, base + slope * Math.log(words))))[column] ?? 0)),
        0,
      )
      if (loss < best.loss) best = { base, slope, loss }
    }
  }
  return { base: Number(best.base.toFixed(2)), slope: Number(best.slope.toFixed(2)) }
}

function save({ trained, buckets }: Selected, temperature: { base: number; slope: number }): void {
  const size = classes.length
  const rows = new Float32Array(buckets.length * size)
  for (const [index, bucket] of buckets.entries()) rows.set(trained.weights.subarray(bucket * size, (bucket + 1) * size), index * size)
  const { numbers, scale } = quantise(rows)
  const bytes = pack({ features: languageFeatures, classes: [...classes], scale, ...temperature }, { buckets, weights: numbers })
  mkdirSync('weights', { recursive: true })
  writeFileSync(into, bytes)
  console.log(`${into}: ${bytes.length} bytes`)
}

main()
