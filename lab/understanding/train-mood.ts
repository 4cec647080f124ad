import { writeFileSync } from 'node:fs'
import { foreignTexts } from '../../core/understanding/foreign-texts.ts'
import type { Evidence } from '../../core/understanding/judge/evidence.ts'
import { scoresOf, vectorOf } from '../../core/understanding/judge/judge.ts'
import { packMoodModel, polarities } from '../../core/understanding/mood/model.ts'
import { moodEvidence } from '../../core/understanding/mood.ts'
import { f1, macroF1 } from './figures.ts'
import { thresholdForF1 } from './judge/calibration.ts'
import { firstWriter, MoodLine, readCorpora } from './judge/corpora.ts'
import { plainMoods } from './judge/plain-moods.ts'
import { plainNeutral } from './judge/plain-neutral.ts'
import { fitJudge } from './judge/training.ts'

/**
 * Trains weights/mood.bin on the project's own corpora; prints the figures of each language and writer. Each of the other writers is read by
 * a model that has learnt from all but them: thresholds and temperature are set on these scores. Then all that stands in the corpora teaches.
 * Plain questions and chatter teach that what is no matter is no bad mood either.
 */
const lines = await readCorpora('messages', MoodLine)
const evidence = lines.map(({ text }) => moodEvidence(text))
const neutral = [...plainNeutral, ...Object.values(foreignTexts).flat()].map((text) => MoodLine.parse({ text, mood: 'neutral' }))
const beside = [...plainMoods, ...neutral].map((line) => ({ line, evidence: moodEvidence(line.text) }))

const scored: { line: (typeof lines)[number]; scores: Float64Array }[] = []
for (const writer of new Set(lines.map((line) => line.writer))) {
  if (writer === firstWriter) continue
  const judge = train([...lines.keys()].filter((index) => lines[index]?.writer !== writer))
  lines.forEach((line, index) => {
    if (line.writer === writer) scored.push({ line, scores: scoresOf(judge, vectorOf(evidence[index] as Evidence, judge)) })
  })
}

const frustratedFrom = thresholdForF1(scored.map(({ line, scores }) => ({ score: scores[3] ?? 0, positive: line.frustrated })))
const confusedFrom = thresholdForF1(scored.map(({ line, scores }) => ({ score: scores[4] ?? 0, positive: line.confused })))
const temperature = fitTemperature()
for (const [name, own] of [...Map.groupBy(scored, ({ line }) => line.language), ...Map.groupBy(scored, ({ line }) => line.writer)]) {
  const mood = macroF1(own.map(({ line, scores }) => ({ truth: line.mood, guess: polarities[bestOf(scores)] ?? '' })))
  const frustrated = f1(own.map(({ line, scores }) => ({ truth: line.frustrated, guess: (scores[3] ?? 0) >= frustratedFrom })))
  const confused = f1(own.map(({ line, scores }) => ({ truth: line.confused, guess: (scores[4] ?? 0) >= confusedFrom })))
  console.log(`${name}  macro-F1 ${mood.toFixed(1)}  frustrated ${frustrated.toFixed(1)}  confused ${confused.toFixed(1)}  of ${own.length}`)
}
const bytes = packMoodModel({ judge: train([...lines.keys()]), temperature, frustratedFrom, confusedFrom })
writeFileSync('weights/mood.bin', bytes)
console.log(`temperature ${temperature.toFixed(2)}, ${bytes.length} bytes, ${lines.length} messages`)

function train(shown: readonly number[]) {
  const taught = [...shown.map((index) => ({ line: lines[index] as MoodLine, evidence: evidence[index] as Evidence })), ...beside]
  return fitJudge(
    taught.map((one) => one.evidence),
    [
      { columns: 3, answers: taught.map(({ line }) => polarities.indexOf(line.mood)) },
      { columns: 1, answers: taught.map(({ line }) => (line.frustrated ? 1 : 0)) },
      { columns: 1, answers: taught.map(({ line }) => (line.confused ? 1 : 0)) },
    ],
  )
}

function bestOf(scores: Float64Array): number {
  const own = scores.subarray(0, polarities.length)
  return own.indexOf(Math.max(...own))
}

/** The temperature with the least surprise on the held-back messages (Guo et al. 2017). */
function fitTemperature(): number {
  const surprise = (of: number) =>
    scored.reduce((sum, { line, scores }) => {
      const powers = [...scores.subarray(0, polarities.length)].map((score) => Math.exp(score / of))
      return sum - Math.log((powers[polarities.indexOf(line.mood)] ?? 0) / powers.reduce((all, power) => all + power, 0))
    }, 0)
  const grid = Array.from({ length: 30 }, (_, step) => 0.3 * 1.07 ** step)
  return grid.reduce((best, next) => (surprise(next) < surprise(best) ? next : best), 1)
}
