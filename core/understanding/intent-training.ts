import { isBlank } from '../blank.ts'
import { type Language, languages, toLanguage } from '../language.ts'
import { asideOf } from './aside.ts'
import { trainClassifier } from './classifier/training.ts'
import { foreignTexts } from './foreign-texts.ts'
import type { IntentModel } from './intent.ts'
import { noMatter } from './intent-limits.ts'
import { detectLanguage } from './language.ts'
import { closeness, type Meaning, meaningOf } from './meaning.ts'

export interface Example {
  text: string
  intent: string
  /** Where it is known already. */
  language?: string | null
}

export interface IntentTraining {
  seed: number
  meaning: Meaning | null
  onProgress?: (share: number) => void
}

/** Rows 8 and 9: one model over all languages of an account, from its own examples. The same seed gives the same model. */
export function trainIntents(examples: readonly Example[], { seed, meaning, onProgress = () => {} }: IntentTraining): IntentModel {
  const usable = examples.filter(({ text }) => !isBlank(text))
  const [none, matters] = [usable.filter(isNone), usable.filter((example) => !isNone(example))]
  if (new Set(matters.map(({ intent }) => intent)).size < 2) return { classifier: null, examples: usable.length, asides: [] }
  const texts = matters.map(({ text, intent }) => ({ text, label: intent }))
  const outside = [...none.map(({ text }) => text), ...foreignTo(matters, meaning)]
  const classifier = trainClassifier(texts, { seed, meaning, outside, keep: keptOwn, onProgress })
  return { classifier, examples: usable.length, asides: asidesAmong(matters) }
}

const isNone = ({ intent }: Example): boolean => intent === noMatter

/** A message of the account's own taken for none costs more than chatter taken for a matter. */
const keptOwn = 0.99

/**
 * Texts foreign to any company, in the languages of this one's examples, without those that its own lie near to: a kitchen shop may be
 * asked for recipes.
 */
function foreignTo(examples: readonly Example[], meaning: Meaning | null): string[] {
  const foreign = languagesOf(examples).flatMap((language) => foreignTexts[language])
  if (!meaning) return foreign
  const places = examples.map(({ text }) => meaningOf(meaning, text))
  return foreign.filter((text) => {
    const place = meaningOf(meaning, text)
    return places.every((own) => closeness(place, own) < nearOwn)
  })
}

/** "Banana bread without eggs" lies at 0.86 from a kitchen shop’s own recipes, "tell me a joke" at 0.81 from "you people are a joke". */
const nearOwn = 0.82

function languagesOf(examples: readonly Example[]): Language[] {
  const spoken = examples.map(({ text, language }) => language ?? toLanguage(detectLanguage(text).is))
  return languages.filter((language) => spoken.filter((one) => one === language).length >= seldom * examples.length)
}

/** A language of fewer examples than this share is none the account is written to in. */
const seldom = 0.05

/** The intents of which at least this share of the examples says nothing but an aside. */
const mostly = 0.3

function asidesAmong(examples: readonly Example[]): string[] {
  const counts = new Map<string, { all: number; asides: number }>()
  for (const { text, intent } of examples) {
    const { all, asides } = counts.get(intent) ?? { all: 0, asides: 0 }
    counts.set(intent, { all: all + 1, asides: asides + (asideOf(text) ? 1 : 0) })
  }
  return [...counts].filter(([, { all, asides }]) => asides >= mostly * all).map(([intent]) => intent)
}
