import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { languages } from '../../core/language.ts'
import type { Evidence } from '../../core/understanding/judge/evidence.ts'
import { packPersonModel } from '../../core/understanding/person/model.ts'
import { personEvidence, scoreOf } from '../../core/understanding/person/score.ts'
import { percent } from './figures.ts'
import { fitPlatt, thresholdForFalseShare } from './judge/calibration.ts'
import { folds, MoodLine, PersonLine, readCorpora } from './judge/corpora.ts'
import { plainRequests, plainTalk } from './judge/plain-talk.ts'
import { smallTalk } from './judge/small-talk.ts'
import { fitJudge } from './judge/training.ts'

/**
 * Trains weights/person.bin on the project's own corpora; prints recall and false positives of each language, held back by fifths. The
 * sentences of the demo teach too, some plain talk about persons, and of the messages about other matters two fifths.
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

const scored: { score: number; positive: boolean; language: string }[] = []
for (let fold = 0; fold < folds; fold++) {
  const shown = lines.flatMap((line, index) => (line.fold === fold ? [] : [index]))
  const judge = train(shown)
  lines.forEach(({ text, fold: own, person, language }) => {
    if (own !== fold) return
    scored.push({ score: scoreOf(judge, { text, at: 0 }).score, positive: person, language })
  })
}

const platt = fitPlatt(scored)
const limit = thresholdForFalseShare(scored, 0.035)
for (const [language, own] of Map.groupBy(scored, (line) => line.language)) {
  const share = (positive: boolean) => {
    const of = own.filter((line) => line.positive === positive)
    return percent(of.filter(({ score }) => score >= limit).length, of.length).toFixed(1)
  }
  console.log(`${language}  recall ${share(true)} %  false ${share(false)} %  of ${own.length}`)
}
const threshold = 1 / (1 + Math.exp(-(platt.slope * limit + platt.offset)))
const bytes = packPersonModel({ judge: train([...lines.keys()]), ...platt, threshold })
writeFileSync('weights/person.bin', bytes)
console.log(`threshold ${threshold.toFixed(3)}, ${bytes.length} bytes, ${lines.length} messages`)

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
