import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { type Language, languages } from '../../core/language.ts'
import type { Evidence } from '../../core/understanding/judge/evidence.ts'
import { packPersonModel } from '../../core/understanding/person/model.ts'
import { personEvidence, scoreOf } from '../../core/understanding/person/score.ts'
import { percent } from './figures.ts'
import { fitPlatt, thresholdForFalseShare } from './judge/calibration.ts'
import { firstWriter, MoodLine, PersonLine, readCorpora } from './judge/corpora.ts'
import { matterTalk } from './judge/matter-talk.ts'
import { plainRequests, plainTalk } from './judge/plain-talk.ts'
import { smallTalk } from './judge/small-talk.ts'
import { fitJudge } from './judge/training.ts'

/** Of messages that are no request, most of them hard on purpose, so many may be taken for one: a person too many costs minutes, one too few a promise. */
const falseShare = 0.03
const DemoFile = z.object({ wants: z.array(z.string()), not: z.array(z.string()) })

/**
 * Trains weights/person.bin on the project's own corpora. Each of the other writers is read by a model that has learnt from all but them:
 * on these scores the threshold is set. Then all that stands in the corpora teaches. The sentences of the demo teach too, some plain talk
 * about persons, and of the messages about other matters two fifths.
 */
const lines = await readCorpora('person', PersonLine)
const evidence = lines.map(({ text }) => personEvidence(text))
const beside = [
  ...demoLines(),
  ...[...plainTalk, ...smallTalk, ...matterTalk].map((text) => taught(text, 0)),
  ...plainRequests.map((text) => taught(text, 1)),
  ...(await otherMatters()),
]

// What a threshold costs shows only on writers that the model has not read.
const scored: { score: number; positive: boolean; language: Language; writer: string }[] = []
for (const writer of new Set(lines.map((line) => line.writer))) {
  if (writer === firstWriter) continue
  const judge = train([...lines.keys()].filter((index) => lines[index]?.writer !== writer))
  const known = knownTo([...lines].filter((line) => line.writer !== writer))
  const unread = lines.filter((line) => line.writer === writer && !known.has(plain(line.text)))
  scored.push(...unread.map((line) => ({ score: scoreOf(judge, { text: line.text, at: 0 }).score, positive: line.person, ...line })))
}
const judgeOfAll = train([...lines.keys()])
const platt = fitPlatt(scored)
const limit = thresholdForFalseShare(scored, falseShare)
for (const [name, own] of [...Map.groupBy(scored, (line) => line.language), ...Map.groupBy(scored, (line) => line.writer)]) {
  const share = (positive: boolean) => {
    const of = own.filter((line) => line.positive === positive)
    return percent(of.filter(({ score }) => score > limit).length, of.length).toFixed(1)
  }
  console.log(`${name}  recall ${share(true)} %  false ${share(false)} %  of ${own.length}`)
}
const threshold = 1 / (1 + Math.exp(-(platt.slope * limit + platt.offset)))
const bytes = packPersonModel({ judge: judgeOfAll, ...platt, threshold })
writeFileSync('weights/person.bin', bytes)
console.log(`threshold ${threshold.toFixed(3)}, ${bytes.length} bytes, ${lines.length} messages`)

function knownTo(some: readonly { text: string }[]): Set<string> {
  return new Set(some.map(({ text }) => plain(text)))
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
