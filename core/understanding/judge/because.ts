import type { Span } from '../reading.ts'
import type { Evidence } from './evidence.ts'
import { type Judge, type Judged, type Sides, sharesOf } from './judge.ts'

export interface Sought extends Sides {
  text: string
  most?: number
  /** How much it takes to turn the outcome; without it, all that the words add together. */
  lead?: number
}

/**
 * Row 37: the words that speak most for a column, exactly (the model is a sum): strongest first until without them the score would have
 * turned, then in the order of the text. What a phrase of several words adds is shown as one stretch.
 */
export function decisivePlaces(judge: Judge, judged: Judged, { text, column, against, most = 8, lead }: Sought): Span[] {
  const shares = sharesOf(judge, judged, { column, against })
  const spans = sumByWord(judged.evidence, shares)
  const strongest = spans.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  const enough = lead === undefined ? spans.reduce((sum, { weight }) => sum + weight, 0) : lead * margin
  const cited: Stretch[] = []
  let carried = 0
  for (const span of strongest) {
    if (cited.length >= most || (carried >= enough && cited.length > 0)) break
    cited.push(span)
    carried += span.weight
  }
  return joined(cited).map((span) => ({ text: text.slice(span.from, span.to), ...span }))
}

/** Without a word the others count a little more, for each group of features is scaled to its share. */
const margin = 1.3

interface Stretch {
  from: number
  to: number
  weight: number
}

/** Shares of letters and phrases come together on the stretches of the text that they cover: overlapping ones are one. */
function sumByWord({ places }: Evidence, shares: Float64Array): Stretch[] {
  const sorted = places
    .flatMap(({ from, to }, index) => (to > from ? [{ from, to, weight: shares[index] ?? 0 }] : []))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const stretches: Stretch[] = []
  for (const { from, to, weight } of sorted) {
    const last = stretches.at(-1)
    if (last && from < last.to) {
      last.to = Math.max(last.to, to)
      last.weight += weight
    } else stretches.push({ from, to, weight })
  }
  return stretches
}

/** Letters of a script without spaces that stand side by side are one stretch. */
function joined(cited: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = []
  for (const { from, to, weight } of cited.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last?.to === from) {
      last.to = to
      last.weight += weight
    } else whole.push({ from, to, weight })
  }
  return whole
}
