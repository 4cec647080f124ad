import { type Language, toLanguage } from '../language.ts'
import { asideOf } from './aside.ts'
import { type FactsBeside, findFacts } from './facts.ts'
import { type IntentModel, readIntent } from './intent.ts'
import { wordingOf } from './judge/evidence.ts'
import { detectLanguage, settleLanguage } from './language.ts'
import { readMood } from './mood.ts'
import { asksForPersonAlone } from './person/asked.ts'
import { wantsPerson } from './person.ts'
import type { Finding, Reading } from './reading.ts'
import { isVulnerable } from './vulnerable.ts'
import type { Weights } from './weights.ts'

/** What is known beside the words: what ships with the product, the account's model, the language spoken before, the browser's. */
export interface ReadBeside extends FactsBeside {
  /** `null` where none are at hand: rules and word lists read alone. */
  weights: Pick<Weights, 'language' | 'person' | 'mood'> | null
  model: IntentModel | null
  before: Language | null
  hint: Language | null
}

/** Row 8: everything that is read from one message. A request for a person is looked for in all of it, words of danger far into it. */
export function readMessage(text: string, { weights, model, before, hint, today, products }: ReadBeside): Reading {
  const ends = endsOf(text, 4000)
  const far = endsOf(text, 16_000)
  const wording = wordingOf(ends.text)
  // Whoever reads the text as far as the others needs not take it apart again.
  const whole = text === ends.text ? wording : undefined
  const person = wantsPerson(text, weights?.person ?? null, whole)
  const aside = asideOf(ends.text)
  // "I want to talk to a person" is about nothing yet, whatever its words stand beside in the examples.
  const isOnlyAsking = person.is && asksForPersonAlone(ends.text, wording.tokens)
  const language = detectLanguage(ends.text, weights?.language)
  const about = { isAside: aside !== null, language: toLanguage(language.is) }
  const reading = model && !isOnlyAsking ? readMatter(model, ends.text, about) : unread
  return {
    language: placedBack(settleLanguage(language, { before, hint }), ends),
    wantsPerson: person,
    intent: placedBack(reading.intent, ends),
    intents: reading.intents,
    mood: placedBack(readMood(ends.text, weights?.mood ?? null, wording), ends),
    vulnerable: placedBack(isVulnerable(far.text, whole?.tokens), far),
    facts: findFacts(text, { today, products }),
    ...(aside && { aside }),
  }
}

const unread: ReturnType<typeof readIntent> = { intent: { is: null, confidence: 0, because: [] }, intents: [] }

/** "Are you still there?" stands beside many matters in the examples and names none; only intents that are asides themselves may claim it. */
function readMatter(model: IntentModel, text: string, { isAside, language }: { isAside: boolean; language: Language | undefined }) {
  if (isAside && model.asides.length === 0) return unread
  const reading = readIntent(model, text, language)
  return isAside && !model.asides.includes(reading.intent.is ?? '') ? unread : reading
}

interface Ends {
  text: string
  /** From this unit on the text stood `skipped` units later. */
  cut: number
  skipped: number
}

/** What is longer is a pasted document: what is wanted stands at its start or its end. */
function endsOf(text: string, longest: number): Ends {
  if (text.length <= longest) return { text, cut: text.length, skipped: 0 }
  const head = text.slice(0, longest / 2)
  const tail = text.slice(-longest / 2)
  return { text: `${head}\n${tail}`, cut: head.length + 1, skipped: text.length - longest - 1 }
}

function placedBack<T>(finding: Finding<T>, { cut, skipped }: Ends): Finding<T> {
  if (skipped === 0) return finding
  const because = finding.because.map((span) => (span.from >= cut ? { ...span, from: span.from + skipped, to: span.to + skipped } : span))
  return { ...finding, because }
}
