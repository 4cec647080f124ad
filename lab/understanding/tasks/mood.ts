import { detectLanguage } from '../../../core/understanding/language.ts'
import { readMood } from '../../../core/understanding/mood.ts'
import type { Mood } from '../../../core/understanding/reading.ts'
import { weights } from '../../../server/understanding/weights.ts'
import { type Figures, f1, macroF1, percentile, type TaskOptions } from '../figures.ts'
import { MoodLine } from '../judge/corpora.ts'
import { BadFile, readLines } from '../lines.ts'

/** Row 5: polarity, frustrated and confused on the shipped model. */
export async function run({ test }: TaskOptions): Promise<Figures> {
  if (!test) throw new BadFile('--task mood needs --test with lines {"text","mood","frustrated","confused"}.')
  const lines = await readLines(test, MoodLine)
  const read = lines.map((line) => {
    const from = performance.now()
    const { is } = readMood(line.text, weights.mood)
    return { line, is, ms: performance.now() - from, language: detectLanguage(line.text, weights.language).is }
  })
  const figures: Figures = { texts: lines.length }
  add(figures, '', read)
  for (const [language, own] of Map.groupBy(read, ({ language }) => language)) add(figures, ` (${language})`, own)
  const times = read.map(({ ms }) => ms)
  return { ...figures, 'ms a text, p50': percentile(times, 0.5), 'ms a text, p95': percentile(times, 0.95) }
}

function add(figures: Figures, where: string, read: readonly { line: MoodLine; is: Mood }[]): void {
  figures[`macro-F1 %${where}`] = macroF1(read.map(({ line, is }) => ({ truth: line.mood, guess: is.polarity })))
  figures[`F1 frustrated %${where}`] = f1(read.map(({ line, is }) => ({ truth: line.frustrated, guess: is.frustrated })))
  figures[`F1 confused %${where}`] = f1(read.map(({ line, is }) => ({ truth: line.confused, guess: is.confused })))
}
