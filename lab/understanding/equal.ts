import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languages } from '../../core/language.ts'
import { readIntent } from '../../core/understanding/intent.ts'
import { trainIntents } from '../../core/understanding/intent-training.ts'
import { readMood } from '../../core/understanding/mood.ts'
import { wantsPerson } from '../../core/understanding/person.ts'
import { weights } from '../../server/understanding/weights.ts'
import { f1, macroF1, percent } from './figures.ts'
import { MoodLine } from './judge/corpora.ts'
import { readLines, Text } from './lines.ts'

/**
 * `node lab/understanding/equal.ts`: are the six languages treated alike? The same situations, told by the same customers in all six, so
 * that a difference is the reader's and not the text's. Intents are learnt from the project's own messages of all languages together.
 */
const corpora = join(import.meta.dirname, '..', 'corpora')
const Situation = z.object({
  intent: z.string(),
  mood: MoodLine.shape.mood,
  frustrated: z.boolean(),
  confused: z.boolean(),
  person: z.boolean(),
  text: z.object({ en: Text, ms: Text, id: Text, th: Text, zh: Text, et: Text }),
})
const situations = await readLines(join(corpora, 'equal', 'situations.jsonl'), Situation)
const taught = await Promise.all(
  languages.map((language) => readLines(join(corpora, language, 'messages.jsonl'), z.object({ text: Text, intent: z.string() }))),
)
const intents = trainIntents(taught.flat(), { seed: 1, meaning: weights.meaning })

const rows = languages.map((language) => ({ language, figures: figuresOf(language) }))
const names = Object.keys(rows[0]?.figures ?? {})
console.log(`| % | ${languages.join(' | ')} | gap |\n|---|${'--:|'.repeat(languages.length + 1)}`)
for (const name of names) {
  const values = rows.map(({ figures }) => figures[name] ?? 0)
  console.log(`| ${[name, ...values.map((value) => value.toFixed(1)), (Math.max(...values) - Math.min(...values)).toFixed(1)].join(' | ')} |`)
}

function figuresOf(language: Language): Record<string, number> {
  const read = situations.map(({ text, ...truth }) => {
    const told = text[language]
    return {
      truth,
      intent: readIntent(intents, told, language).intent.is,
      mood: readMood(told, weights.mood).is,
      person: wantsPerson(told, weights.person).is,
    }
  })
  const matters = read.filter(({ truth }) => truth.intent !== 'nothing')
  const asking = read.filter(({ truth }) => truth.person)
  const others = read.filter(({ truth }) => !truth.person)
  return {
    'intents, accuracy': percent(matters.filter(({ truth, intent }) => intent === truth.intent).length, matters.length),
    'polarity, macro-F1': macroF1(read.map(({ truth, mood }) => ({ truth: truth.mood, guess: mood.polarity }))),
    'frustrated, F1': f1(read.map(({ truth, mood }) => ({ truth: truth.frustrated, guess: mood.frustrated }))),
    'confused, F1': f1(read.map(({ truth, mood }) => ({ truth: truth.confused, guess: mood.confused }))),
    'asks for a person, recall': percent(asking.filter(({ person }) => person).length, asking.length),
    'asks for a person, false': percent(others.filter(({ person }) => person).length, others.length),
  }
}
