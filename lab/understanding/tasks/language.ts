import { detectLanguage } from '../../../core/understanding/language.ts'
import { weights } from '../../../server/understanding/weights.ts'
import { accuracy, type Figures, macroF1, percentile, type TaskOptions } from '../figures.ts'
import { BadFile, readLabelled } from '../lines.ts'

const six = new Set(['en', 'ms', 'id', 'th', 'zh', 'et'])
const lengths = [
  [1, 10],
  [10, 20],
  [20, 50],
  [50, Number.POSITIVE_INFINITY],
] as const

/** Row 44: the language of texts; any language but the six counts as "other". */
export async function run({ test }: TaskOptions): Promise<Figures> {
  if (!test) throw new BadFile('--task language needs --test with lines {"text","label"}.')
  const lines = await readLabelled(test)
  const milliseconds: number[] = []
  const pairs = lines.map(({ text, label }) => {
    const started = performance.now()
    const guess = detectLanguage(text, weights.language).is
    milliseconds.push(performance.now() - started)
    return { text, truth: six.has(label) ? label : 'other', guess }
  })
  const figures: Figures = { texts: lines.length, 'accuracy %': accuracy(pairs), 'macro-F1 %': macroF1(pairs) }
  for (const [least, most] of lengths) {
    const some = pairs.filter(({ text }) => text.length >= least && text.length < most)
    if (some.length > 0)
      figures[`accuracy, ${least < 10 ? 3 : least}${most === Number.POSITIVE_INFINITY ? '+' : `–${most}`} characters %`] = accuracy(some)
  }
  const near = pairs.filter(({ truth, guess }) => ['ms', 'id'].includes(truth) && ['ms', 'id'].includes(guess))
  if (new Set(near.map(({ truth }) => truth)).size === 2) {
    figures['Malay against Indonesian %'] = accuracy(near)
    figures['the same, 50+ characters %'] = accuracy(near.filter(({ text }) => text.length >= 50))
  }
  figures['median ms'] = percentile(milliseconds, 0.5)
  return figures
}
