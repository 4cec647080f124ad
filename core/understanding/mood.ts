import { decisivePlaces } from './judge/because.ts'
import { type Evidence, evidenceOf, type Wording, wordingOf } from './judge/evidence.ts'
import { type Judged, scoresOf, vectorOf } from './judge/judge.ts'
import { feltMood } from './mood/felt.ts'
import { columns, type MoodModel, polarities } from './mood/model.ts'
import { vocabulary } from './mood/vocabulary.ts'
import { findHits } from './phrases/lexicon.ts'
import type { Finding, Mood, Span } from './reading.ts'

/** Row 5: the mood of one message: polarity, frustrated, confused, each with the words that made it. Without a model by the lexicon alone. */
export function readMood(text: string, model: MoodModel | null, wording = wordingOf(text)): Finding<Mood> {
  if (!model) return feltMood(wording)
  const evidence = moodEvidence(text, wording)
  const vector = vectorOf(evidence, model.judge)
  const scores = scoresOf(model.judge, vector)
  const chances = softmax([...scores.subarray(0, polarities.length)].map((score) => score / model.temperature))
  const best = chances.indexOf(Math.max(...chances))
  const mood: Mood = {
    polarity: polarities[best] ?? 'neutral',
    score: Math.round(((chances[columns.positive] ?? 0) - (chances[columns.negative] ?? 0)) * 100) / 100,
    frustrated: (scores[columns.frustrated] ?? 0) >= model.frustratedFrom,
    confused: (scores[columns.confused] ?? 0) >= model.confusedFrom,
  }
  return { is: mood, confidence: chances[best] ?? 0, because: reasons(mood, model, { text, judged: { evidence, vector } }) }
}

/** What the model weighs of a text: its words and signs, and the row of words of feeling, negation and repetition. */
export function moodEvidence(text: string, wording: Wording = wordingOf(text)): Evidence {
  return evidenceOf({ wording, hits: findHits(vocabulary, wording.tokens) })
}

/** What speaks for a feeling against none, with the sign of its direction, and what speaks for frustrated and confused. */
function reasons({ polarity, frustrated, confused }: Mood, { judge }: MoodModel, { text, judged }: { text: string; judged: Judged }): Span[] {
  const places = (column: number, against?: number) => decisivePlaces(judge, judged, { text, column, against, most: 5 })
  const felt = polarity === 'neutral' ? [] : places(columns[polarity], columns.neutral)
  const signed = polarity === 'negative' ? felt.map((span) => ({ ...span, weight: -span.weight })) : felt
  const more = [...(frustrated ? places(columns.frustrated) : []), ...(confused ? places(columns.confused) : [])]
  const known = new Set(signed.map(({ from }) => from))
  const others = more.filter(({ from }) => !known.has(from)).map((span) => ({ ...span, weight: 0 }))
  return [...new Map([...signed, ...others].map((span) => [span.from, span])).values()].sort((a, b) => a.from - b.from)
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}
