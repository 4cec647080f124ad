import { detectLanguage } from '../../../core/understanding/language.ts'
import { wantsPerson } from '../../../core/understanding/person.ts'
import { weights } from '../../../server/understanding/weights.ts'
import { type Figures, percent, percentile, type TaskOptions } from '../figures.ts'
import { PersonLine } from '../judge/corpora.ts'
import { BadFile, readLines } from '../lines.ts'

/** Row 4, promise 1: the share of requests for a person that is heard, and of other messages wrongly taken for one. */
export async function run({ test }: TaskOptions): Promise<Figures> {
  if (!test) throw new BadFile('--task person needs --test with lines {"text","person"}.')
  const lines = await readLines(test, PersonLine)
  const read = lines.map(({ text, person }) => {
    const from = performance.now()
    const { is } = wantsPerson(text, weights.person)
    return { is, person, byRules: wantsPerson(text, null).is, ms: performance.now() - from, language: detectLanguage(text, weights.language).is }
  })
  const figures: Figures = { texts: lines.length }
  add(figures, '', read)
  add(
    figures,
    ' by rules alone',
    read.map((one) => ({ ...one, is: one.byRules })),
  )
  for (const [language, own] of Map.groupBy(read, ({ language }) => language)) add(figures, ` (${language})`, own)
  const times = read.map(({ ms }) => ms)
  return { ...figures, 'ms a text, p50': percentile(times, 0.5), 'ms a text, p95': percentile(times, 0.95) }
}

function add(figures: Figures, where: string, read: readonly { is: boolean; person: boolean }[]): void {
  const asked = read.filter(({ person }) => person)
  const others = read.filter(({ person }) => !person)
  if (asked.length > 0) figures[`recall %${where}`] = percent(asked.filter(({ is }) => is).length, asked.length)
  if (others.length > 0) figures[`false %${where}`] = percent(others.filter(({ is }) => is).length, others.length)
}
