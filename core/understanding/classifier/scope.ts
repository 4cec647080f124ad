import { blocks, type Features } from './features.ts'

/** What tells a text of the account's from any other, and the odds from which on it counts as one. */
export interface Scope {
  /** Mean and spread of each kind of evidence over the held-back examples. */
  centres: number[]
  spreads: number[]
  /** Makes odds of the evidence (Platt, "Probabilistic Outputs for Support Vector Machines", 1999). */
  slope: number
  intercept: number
  threshold: number
}

/** What speaks for a text being of one of the labels. */
export interface Evidence {
  /** Of the best label (Hendrycks and Gimpel, "A Baseline for Detecting Out-of-Distribution Examples", ICLR 2017). */
  probability: number
  /** Its log-odds before normalising: small where nothing known was said (Hendrycks et al., "Scaling Out-of-Distribution", 2022). */
  score: number
  /** Share of the words and sequences of words that the examples have too. */
  known: number
  /** By how much it exceeds the score of "none of these", where texts of none were shown; else `null`. */
  beyondOutside: number | null
}

export interface Judged {
  evidence: Evidence
  isInScope: boolean
  /** Whether the label was right; outside of scope no label is. */
  isRight: boolean
}

/** With too few examples to fit anything: what came out for small sets. */
export const presetScope: Scope = { centres: [-0.5, 2.5, 0.4, 0], spreads: [0.6, 1, 0.25, 1], slope: 1.5, intercept: 1, threshold: -2.5 }

export function inScopeOdds({ centres, spreads, slope, intercept }: Scope, evidence: Evidence): number {
  return intercept + slope * combined(evidence, { centres, spreads })
}

/** Share of the text's words and sequences of words that have a row in the vocabulary and that `counts` lets count. */
export function knownShare({ blocks: kinds }: Features, rows: Int32Array, counts = (_row: number) => true): number {
  let all = 0
  let known = 0
  for (let index = 0; index < rows.length; index++) {
    if (kinds[index] !== blocks.word && kinds[index] !== blocks.sequence) continue
    all++
    const row = rows[index] as number
    if (row >= 0 && counts(row)) known++
  }
  return all === 0 ? 0 : known / all
}

/** Odds by logistic regression on the evidence put together; the threshold keeps the share `keep` (0–1) of what was read right. */
export function fitScope(judged: readonly Judged[], keep: number): Scope {
  const inside = judged.filter(({ isInScope }) => isInScope)
  if (inside.length < fewest || judged.length - inside.length < fewest) return presetScope
  const points = judged.map(({ evidence }) => listed(evidence))
  const centres = (points[0] ?? []).map((_, kind) => mean(points.map((point) => point[kind] ?? 0)))
  const spreads = centres.map((centre, kind) => Math.sqrt(mean(points.map((point) => ((point[kind] ?? 0) - centre) ** 2))) || 1)
  const line = fitLine(judged.map(({ evidence, isInScope }) => ({ value: combined(evidence, { centres, spreads }), isInScope })))
  const scope: Scope = { centres, spreads, ...line, threshold: 0 }
  const kept = judged.filter(({ isRight }) => isRight).map(({ evidence }) => inScopeOdds(scope, evidence))
  kept.sort((a, b) => a - b)
  return { ...scope, threshold: quantile(kept, 1 - keep) }
}

/** The value below which the share `of` (0–1) of the sorted values lies, between two values in proportion; 0 of none. */
function quantile(sorted: readonly number[], of: number): number {
  const place = of * (sorted.length - 1)
  const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2)
  return below + (above - below) * (place - Math.floor(place))
}

const fewest = 10

/**
 * How much each kind of evidence weighs, in spreads. Chosen on development splits of CLINC150, BANKING77 and HWU64: a fit on stand-ins
 * for foreign texts gave too much to the score and nothing to unknown words.
 */
const weights = { withoutOutside: [0.2, 1, 0.3, 0], withOutside: [0, 0.5, 0.2, 1] }

function combined(evidence: Evidence, { centres, spreads }: Pick<Scope, 'centres' | 'spreads'>): number {
  const shares = evidence.beyondOutside === null ? weights.withoutOutside : weights.withOutside
  return listed(evidence).reduce((sum, value, kind) => sum + ((shares[kind] ?? 0) * (value - (centres[kind] ?? 0))) / (spreads[kind] ?? 1), 0)
}

/** Logistic regression with one feature, both sides counting the same, by gradient. */
function fitLine(points: readonly { value: number; isInScope: boolean }[]): Pick<Scope, 'slope' | 'intercept'> {
  const inside = points.filter(({ isInScope }) => isInScope).length
  const line = { slope: 1, intercept: 0 }
  for (let step = 0; step < 200; step++) {
    let bySlope = 0
    let byIntercept = 0
    for (const { value, isInScope } of points) {
      const odds = line.intercept + line.slope * value
      const error = (1 / (1 + Math.exp(-odds)) - (isInScope ? 1 : 0)) / (2 * (isInScope ? inside : points.length - inside))
      bySlope += error * value
      byIntercept += error
    }
    line.slope -= 2 * bySlope
    line.intercept -= 2 * byIntercept
  }
  return line
}

function listed({ probability, score, known, beyondOutside }: Evidence): number[] {
  return [Math.log(Math.max(probability, 1e-6)), score, known, beyondOutside ?? 0]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
}
