import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { pack } from '../../core/understanding/packed.ts'
import { segmenterFeatures } from '../../core/understanding/segmenter/features.ts'
import { type Lexicon, longestWord, readLexicon, wordName } from '../../core/understanding/segmenter/lexicon.ts'
import { registerFeatures, registerOf } from '../../core/understanding/segmenter/register.ts'
import { bordersOf, readSegmenter, type Segmenter } from '../../core/understanding/segmenter/segmenter.ts'
import { fold } from '../../core/understanding/words.ts'
import { type Example, placesOf, trainBoundaries } from './segmenter/boundary-training.ts'
import { foldedBorders, readCuts } from './segmenter/gold.ts'
import { quantise } from './segmenter/quantise.ts'
import { spanF1 } from './segmenter/span-f1.ts'

/**
 * Trains weights/segmenter-share-alike.bin: `node lab/understanding/train-segmenter.ts <data folder> [--held-out <file>]`.
 * With --held-out every fifth text is kept back and measured, and the weights go to the named file.
 */
const [folder = '../shared/data', flag, into = 'weights/segmenter-share-alike.bin'] = process.argv.slice(2)
const heldOut = flag === '--held-out'

const sets = {
  th: [
    { file: 'segmentation/wisesight-840.label.gz', register: 1 },
    { file: 'segmentation/th_pud-first-800.jsonl.gz', register: -1 },
  ],
  zh: [{ file: 'segmentation/zh_gsdsimp-ud-dev.jsonl.gz', register: 0 }],
} as const

/** Text without marks: from it the lexicon is made. */
const unmarked = {
  th: ['wisesight/train.jsonl.gz', 'iapp_wiki_qa_th/train_docs.jsonl.gz', 'sib200/tha_Thai_train.jsonl.gz', 'truevoice/train.jsonl.gz'],
  zh: ['cmrc2018_zh/trial_docs.jsonl.gz', 'sib200/zho_Hans_train.jsonl.gz', 'xsid/zh_valid.jsonl.gz'],
} as const

const bits = 18
const registerSize = 2048

type Arrays = Parameters<typeof pack>[1]
interface Trained {
  head: Record<string, number>
  arrays: Arrays
}

function main(): void {
  const trained = { th: trainScript('th'), zh: trainScript('zh') }
  const bytes = pack({ features: segmenterFeatures, ...trained.th.head, ...trained.zh.head }, { ...trained.th.arrays, ...trained.zh.arrays })
  if (heldOut) measure(readSegmenter(bytes))
  mkdirSync('weights', { recursive: true })
  writeFileSync(into, bytes)
  console.log(`${into}: ${bytes.length} bytes`)
}

/** Two rounds: the first cuts the unmarked text, its words make the lexicon, and the second learns with it (self-training). */
function trainScript(script: 'th' | 'zh'): Trained {
  const examples = sets[script].flatMap(({ file, register }) =>
    split(readCuts(`${folder}/${file}`)).training.map((cut) => ({ ...foldedBorders(cut), register })),
  )
  const register = trainRegister(script, examples)
  let words = wordList(new Map())
  let trained = trainRound(script, examples, words, register)
  for (let round = 0; round < rounds; round++) {
    const segmenter = readSegmenter(
      pack({ features: segmenterFeatures, ...trained.head, ...mirrored(trained.head) }, { ...trained.arrays, ...mirrored(trained.arrays) }),
    )
    words = wordList(countWords(segmenter, script, examples))
    trained = trainRound(script, examples, words, register)
  }
  console.log(`${script}: ${examples.length} texts, ${words.names.length} words in the lexicon`)
  return trained
}
const rounds = 2

/** A segmenter needs both scripts; while one is trained it stands for both. */
function mirrored<T>(named: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name.replace(/^\w+/, (script) => (script === 'th' ? 'zh' : 'th')), value]))
}

function trainRound(script: 'th' | 'zh', examples: Example[], words: WordList, register: Trained): Trained {
  const lexicon: Lexicon = readLexicon(words.names, words.levels)
  const { shared, chatted } = trainBoundaries(
    examples.map((example) => placesOf(example, script, lexicon, bits)),
    bits,
  )
  const weights = quantise(shared)
  const change = quantise(chatted)
  return {
    head: { ...register.head, [`${script}.scale`]: weights.scale, [`${script}.chattedScale`]: change.scale },
    arrays: {
      ...register.arrays,
      [`${script}.weights`]: Int8Array.from(
        { length: 2 * weights.numbers.length },
        (_, index) => (index % 2 ? change : weights).numbers[index >> 1] ?? 0,
      ),
      [`${script}.words`]: words.names,
      [`${script}.levels`]: words.levels,
    },
  }
}

interface WordList {
  names: Int32Array
  levels: Uint8Array
}

/** Words met at least three times; each level of frequency is three times the one below. */
function wordList(counts: Map<string, number>): WordList {
  const kept = [...counts].filter(([, count]) => count >= least)
  return {
    names: Int32Array.from(kept, ([word]) => wordName(word)),
    levels: Uint8Array.from(kept, ([, count]) => Math.min(7, 1 + Math.floor(Math.log(count / least) / Math.log(3)))),
  }
}
const least = 3

function countWords(segmenter: Segmenter, script: 'th' | 'zh', examples: Example[]): Map<string, number> {
  const counts = new Map<string, number>()
  const marked = new Set([...sets[script]].flatMap(({ file }) => readCuts(`${folder}/${file}`).map((cut) => fold(cut.text).text.trim())))
  for (const example of examples) marked.add(example.text.trim())
  const inside = script === 'th' ? /^[\u0e01-\u0e4e]+$/ : /^[\u3400-\u9fff]+$/
  for (const text of unmarked[script].flatMap(readTexts)) {
    if (marked.has(text.trim())) continue
    const borders = bordersOf(segmenter, text, script)
    for (let index = 1; index < borders.length; index++) {
      const word = text.slice(borders[index - 1], borders[index])
      if (word.length > 1 && word.length <= longestWord && inside.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}

function readTexts(file: string): string[] {
  const lines = gunzipSync(readFileSync(`${folder}/${file}`))
    .toString('utf8')
    .split('\n')
  return lines.filter((line) => line !== '').map((line) => fold((JSON.parse(line) as { text: string }).text.slice(0, 2000)).text)
}

/** Logistic regression over pairs of characters, scaled by the root of their number. */
function trainRegister(script: 'th' | 'zh', examples: Example[]): Trained {
  if (examples.every(({ register }) => register === 0)) return { head: {}, arrays: {} }
  const weights = new Float32Array(registerSize)
  const rows = examples.map(({ text, register }) => ({ features: registerFeatures(text, registerSize), register }))
  for (let epoch = 0; epoch < 30; epoch++) {
    for (const { features, register } of rows) {
      const scale = 1 / Math.sqrt(features.length)
      let sum = 0
      for (const feature of features) sum += weights[feature] ?? 0
      const wrong = 1 / (1 + Math.exp(-sum * scale)) - (register > 0 ? 1 : 0)
      for (const feature of features) weights[feature] = (weights[feature] ?? 0) * (1 - 1e-5) - 0.3 * wrong * scale
    }
  }
  const { numbers, scale } = quantise(weights)
  return { head: { [`${script}.registerScale`]: scale }, arrays: { [`${script}.register`]: numbers } }
}

function measure(segmenter: Segmenter): void {
  for (const script of ['th', 'zh'] as const) {
    for (const { file, register } of sets[script]) {
      const kept = split(readCuts(`${folder}/${file}`)).kept
      const known = segmenter[script].register
      const seen = kept.filter((cut) => known && registerOf(known, fold(cut.text).text) * register > 0).length
      console.log(
        file,
        spanF1(kept, (text) => segmenterSpans(segmenter, text, script)),
        known ? `register right ${seen} of ${kept.length}` : '',
      )
    }
  }
}

function segmenterSpans(segmenter: Segmenter, text: string, script: 'th' | 'zh'): [number, number][] {
  const folded = fold(text)
  const borders = bordersOf(segmenter, folded.text, script)
  return borders.slice(1).map((end, index) => [folded.at[borders[index] ?? 0] ?? 0, folded.at[end] ?? 0])
}

function split<T>(list: T[]): { training: T[]; kept: T[] } {
  if (!heldOut) return { training: list, kept: [] }
  return { training: list.filter((_, index) => index % 5 !== 4), kept: list.filter((_, index) => index % 5 === 4) }
}

main()
