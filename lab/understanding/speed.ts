import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { trainIntents } from '../../core/understanding/intent-training.ts'
import { readMessage } from '../../core/understanding/read.ts'
import { readers, weightFiles } from '../../core/understanding/weights.ts'
import { weights } from '../../server/understanding/weights.ts'
import { publicSets } from './development.ts'
import { percentile } from './figures.ts'

// What it costs to read a whole message, a pasted 100 kB, and texts that broke others: `node lab/understanding/speed.ts`.
const languages = ['en', 'ms', 'id', 'th', 'zh', 'et'] as const
const root = join(import.meta.dirname, '..', '..')

const examples = languages.flatMap((language) => {
  const file = join(root, 'server', 'demo', 'content', language, 'examples.json')
  return Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>).flatMap(([intent, texts]) =>
    texts.map((text) => ({ intent, text })),
  )
})
const model = trainIntents(examples, { seed: 1, meaning: weights.meaning })
const beside = { weights, model, before: null, hint: null, today: '2026-11-25' }

const messages = languages.flatMap((language) =>
  readFileSync(join(root, 'lab', 'corpora', language, 'messages.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text),
)
for (const text of messages.slice(0, 1500)) readMessage(text, beside)
const times = messages.map((text) => timed(() => readMessage(text, beside)))
console.log(
  `| a whole message (${messages.length}, six languages) | p50 ${ms(percentile(times, 0.5))} | p95 ${ms(percentile(times, 0.95))} | p99 ${ms(percentile(times, 0.99))} |`,
)

const hostile: [string, string][] = [
  ['one letter', 'a'],
  ['plain English', 'I want to talk to a human about the refund of my order. '],
  ['"agent human"', 'agent human '],
  ['Thai without a break', 'ขอคุยกับเจ้าหน้าที่'],
  ['Chinese without a break', '我要转人工客服退款'],
  ['one Chinese letter', '退'],
  ['marks', 'e\u0301\u0302\u0303'],
  ['digits', '1234 '],
  ['emoji', '😀😡'],
  ['Estonian', 'tahan rääkida inimesega, raha tagasi. '],
]
for (const [name, piece] of hostile) {
  const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000)
  readMessage(text.slice(0, 5000), beside)
  const half = timed(() => readMessage(text.slice(0, 50_000), beside))
  const whole = timed(() => readMessage(text, beside))
  console.log(`| 100,000 of ${name} | ${ms(whole)} | half of it ${ms(half)} |`)
}

const odd = ['blns', 'unicode-bidi-trojan', 'unicode-confusables', 'own-contactcentre', 'prompt-injection-giskard'].flatMap((set) =>
  textsOf(join(publicSets, '..', 'badinput', set)),
)
let longest = 0
for (const text of odd)
  longest = Math.max(
    longest,
    timed(() => readMessage(text, beside)),
  )
console.log(odd.length === 0 ? 'The sets of odd texts are not here.' : `| ${odd.length} odd texts, none refused | longest ${ms(longest)} |`)

const sizes = Object.values(weightFiles).map((name) => readFileSync(join(root, 'weights', `${name}.bin`)).length)
const started = performance.now()
for (const name of Object.keys(weightFiles) as (keyof typeof weightFiles)[])
  readers[name](readFileSync(join(root, 'weights', `${weightFiles[name]}.bin`)))
console.log(`| loading all weights | ${ms(performance.now() - started)} |`)
console.log(`| weights | ${(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20).toFixed(1)} MB |`)

function textsOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      const text = (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
      return [text.slice(0, 100_000), ...text.split('\n').slice(0, 3000)]
    })
}

function timed(run: () => unknown): number {
  const from = performance.now()
  run()
  return performance.now() - from
}

function ms(value: number): string {
  return `${value.toPrecision(3)} ms`
}
