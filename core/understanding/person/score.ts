import { type Evidence, evidenceOf, type Wording, wordingOf } from '../judge/evidence.ts'
import { type Judge, type Judged, scoresOf, vectorOf } from '../judge/judge.ts'
import { askedIn, hitsIn } from './asked.ts'
import { partsOf, type Window } from './windows.ts'

/** How much speaks for a request (log-odds before calibration), and the part of the text that made it. */
export interface Score {
  score: number
  window: Window
  judged: Judged
}

/** The whole window, or one of its parts that asks so clearly by itself that it outweighs what stands around it. */
export function scoreOf(judge: Judge, window: Window): Score {
  const whole = scorePart(judge, window)
  return partsOf(window)
    .map((part) => scorePart(judge, part))
    .map((part) => ({ ...part, score: part.score - apart }))
    .reduce((best, part) => (part.score > best.score ? part : best), whole)
}

/** A part is read without what stands around it: it must speak this much more clearly. */
const apart = 1

function scorePart(judge: Judge, window: Window): Score {
  const evidence = personEvidence(window.text, window.wording)
  const vector = vectorOf(evidence, judge)
  return { score: scoresOf(judge, vector)[0] ?? 0, window, judged: { evidence, vector } }
}

/** What the model weighs of a text: its words, the classes they belong to, and what the rules found. */
export function personEvidence(text: string, wording: Wording = wordingOf(text)): Evidence {
  const { tokens } = wording
  const hits = hitsIn(tokens)
  return evidenceOf({ wording, hits, flags: { ...askedIn(tokens, hits) }, ordered: true })
}
