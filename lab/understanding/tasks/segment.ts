import { cut } from '../../../core/understanding/words.ts'
import { weights } from '../../../server/understanding/weights.ts'
import type { Figures, TaskOptions } from '../figures.ts'
import { BadFile } from '../lines.ts'
import { readCuts } from '../segmenter/gold.ts'
import { spanF1 } from '../segmenter/span-f1.ts'

/** Row 44: words as people cut them, against ours and against the platform's dictionary alone. */
export async function run({ test }: TaskOptions): Promise<Figures> {
  if (!test) throw new BadFile('--task segment needs --test with lines {"text","words"} or words between upright strokes.')
  const cuts = readCuts(test)
  const { segmenter } = weights
  const spans = (text: string) => cut(text, 'th', segmenter).map(({ from, to }): [number, number] => [from, to])
  const alone = (text: string) => cut(text, 'th').map(({ from, to }): [number, number] => [from, to])
  const ours = spanF1(cuts, spans)
  const characters = cuts.reduce((sum, { text }) => sum + text.length, 0)
  const bytes = cuts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const started = performance.now()
  for (const { text } of cuts) spans(text)
  const seconds = (performance.now() - started) / 1000
  return {
    texts: cuts.length,
    'precision %': ours.precision,
    'recall %': ours.recall,
    'F1 %': ours.f1,
    'F1 of the dictionary alone %': spanF1(cuts, alone).f1,
    'characters per second': Math.round(characters / seconds),
    'megabytes per second': bytes / seconds / 1e6,
  }
}
