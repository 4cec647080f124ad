import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languages } from '../../core/language.ts'
import type { Evidence } from '../../core/understanding/judge/evidence.ts'
import { packPersonModel } from '../../core/understanding/person/model.ts'
import { personEvidence, scoreOf } from '../../core/understanding/person/score.ts'
import { percent } from './figures.ts'
import { fitPlatt, thresholdForFalseShare } from './judge/calibration.ts'
import { MoodLine, PersonLine, readCorpora } from './judge/corpora.ts'
import { plainRequests, plainTalk } from './judge/plain-talk.ts'
import { smallTalk } from './judge/small-talk.ts'
import { fitJudge } from './judge/training.ts'
import { readLines } from './lines.ts'

/**
 * Trains weights/person.bin on the project's own corpora. The threshold is set on writers who were held back, and recall and false
 * positives on them are printed; then all that stands in the corpora teaches. The sentences of the demo teach too, some plain talk about
 * persons, and of the messages about other matters two fifths.
 */
const DemoFile = z.object({ wants: z.array(z.string()), not: z.array(z.string()) })
const lines = await readCorpora('person', PersonLine)
const evidence = lines.map(({ text }) => personEvidence(text))
const beside = [
  ...demoLines(),
  ...[...plainTalk, ...smallTalk].map((text) => taught(text, 0)),
  ...plainRequests.map((text) => taught(text, 1)),
  ...(await otherMatters()),
]

// What a threshold costs shows only on writers that the model has not read.
const judgeOfOne = train([...lines.keys()].filter((index) => !lines[index]?.byOther))
const scored = (await byOthers()).map(({ text, person, language }) => ({
  score: scoreOf(judgeOfOne, { text, at: 0 }).score,
  positive: person,
  language,
}))
const platt = fitPlatt(scored)
const limit = thresholdForFalseShare(scored, 0.035)
for (const [language, own] of Map.groupBy(scored, (line) => line.language)) {
  const share = (positive: boolean) => {
    const of = own.filter((line) => line.positive === positive)
    return percent(of.filter(({ score }) => score > limit).length, of.length).toFixed(1)
  }
  console.log(`${language}  recall ${share(true)} %  false ${share(false)} %  of ${own.length}`)
}
const threshold = 1 / (1 + Math.exp(-(platt.slope * limit + platt.offset)))
const bytes = packPersonModel({ judge: train([...lines.keys()]), ...platt, threshold })
writeFileSync('weights/person.bin', bytes)
console.log(`threshold ${threshold.toFixed(3)}, ${bytes.length} bytes, ${lines.length} messages`)

/** Messages of other writers, without those that stand in the first writer's corpora too: short ones are written alike by everybody. */
async function byOthers(): Promise<{ text: string; person: boolean; language: Language }[]> {
  const apart = await Promise.all(
    languages.flatMap((language) =>
      ['person', 'person-2'].map(async (name) => {
        const read = await readLines(join('lab', 'corpora', 'blind', `${name}.${language}.jsonl`), PersonLine)
        return read.map((line) => ({ ...line, language }))
      }),
    ),
  )
  const known = new Set(lines.filter(({ byOther }) => !byOther).map(({ text }) => plain(text)))
  return [...apart.flat(), ...lines.filter(({ byOther }) => byOther)].filter(({ text }) => !known.has(plain(text)))
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\p{P}\s]/gu, '')
}

interface Taught {
  evidence: Evidence
  answer: number
}

function train(shown: readonly number[]) {
  const own = shown.map((index): Taught => ({ evidence: evidence[index] as Evidence, answer: lines[index]?.person ? 1 : 0 }))
  const taught = [...own, ...beside]
  return fitJudge(
    taught.map((one) => one.evidence),
    [{ columns: 1, answers: taught.map(({ answer }) => answer) }],
  )
}

function demoLines(): Taught[] {
  return languages.flatMap((language) => {
    const { wants, not } = DemoFile.parse(JSON.parse(readFileSync(`server/demo/content/${language}/person.json`, 'utf8')))
    return [...wants.map((text) => taught(text, 1)), ...not.map((text) => taught(text, 0))]
  })
}

/** Matters in which a request for a person may be hidden teach nothing here. */
async function otherMatters(): Promise<Taught[]> {
  const messages = await readCorpora('messages', MoodLine.extend({ intent: z.string().default('nothing') }))
  const unclear = new Set(['complaint-service', 'greeting', 'nothing', 'thanks-bye'])
  return messages.filter(({ fold, intent }) => fold < 2 && !unclear.has(intent)).map(({ text }) => taught(text, 0))
}

function taught(text: string, answer: number): Taught {
  return { evidence: personEvidence(text), answer }
}
