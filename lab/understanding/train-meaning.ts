import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSources } from './meaning/sources.ts'
import { trainMeaning } from './meaning/training.ts'

// Writes weights/meaning-share-alike.bin. With --without SETS it leaves sets out and writes to --out, to measure what a stranger's set gains.
const { values } = parseArgs({
  options: {
    without: { type: 'string', default: '' },
    out: { type: 'string', default: join(import.meta.dirname, '..', '..', 'weights', 'meaning-share-alike.bin') },
    epochs: { type: 'string', default: '9' },
    size: { type: 'string', default: '96' },
    rows: { type: 'string', default: '140000' },
  },
})

const sources = readSources(values.without.split(',').filter(Boolean))
for (const { name, texts } of sources) console.log(`${name}: ${texts.length} texts, ${new Set(texts.map(({ label }) => label)).size} labels`)
const started = performance.now()
const bytes = trainMeaning(sources, {
  size: Number(values.size),
  rows: Number(values.rows),
  epochs: Number(values.epochs),
  seed: 1,
  onEpoch: (epoch, loss) => console.log(`pass ${epoch + 1}: loss ${loss.toFixed(3)}, ${((performance.now() - started) / 1000).toFixed(0)} s`),
})
writeFileSync(values.out, bytes)
console.log(`${(bytes.length / 2 ** 20).toFixed(1)} MB`)
