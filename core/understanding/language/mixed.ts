import type { Language } from '../../language.ts'
import { damping, type LanguageModel, scoreAt, type WordScores } from './latin-model.ts'
import type { LatinWord } from './latin-words.ts'

/** Another of the six languages in the midst of a message, and its share of the words (0–1). */
export interface Mixed {
  is: Language
  share: number
}

/** A borrowed word is no other language: two words at least, and this share of all. */
const leastWords = 2
const leastShare = 0.15
/** In logits, between the language of the message and the other one. */
const clear = 1.5

interface Read {
  is: Language
  /** Words in the message's own script. */
  own: number
  /** Of each word, as `wordScores` gives them. */
  scores: WordScores
}

/** Row 44: code-mixing. Each word is read with its neighbours, for alone it says little. */
export function mixedIn(model: LanguageModel, words: readonly LatinWord[], { is, own, scores }: Read): Mixed | null {
  const others = (['en', 'ms', 'id', 'et'] as const).filter((language) => language !== is && !(pair.has(is) && pair.has(language)))
  const counts = new Map<Language, number>()
  for (const { language } of otherWords(model, words, { is, own, scores, others })) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  if (!most || (most[1] < leastWords && own === 0)) return null
  const share = most[1] / (words.length + own)
  return share >= leastShare ? { is: most[0], share } : null
}

/** These two share most of their words: one in the midst of the other cannot be told. */
const pair = new Set<Language>(['ms', 'id'])

function* otherWords(
  model: LanguageModel,
  words: readonly LatinWord[],
  { is, own, scores, others }: Read & { others: readonly Language[] },
): Generator<{ language: Language }> {
  const back = words.length ** damping
  for (let index = 0; index < words.length; index++) {
    const scoreOf = (language: Language) => {
      const column = model.classes.indexOf(language)
      return back * (scoreAt(scores, index, column) + 0.5 * (scoreAt(scores, index - 1, column) + scoreAt(scores, index + 1, column)))
    }
    // The message's own script is not the model's: there any clear English word counts.
    const mine = own > 0 ? 0 : pair.has(is) ? Math.max(scoreOf('ms'), scoreOf('id')) : scoreOf(is)
    const language = others.reduce<Language | null>((best, other) => (best && scoreOf(best) >= scoreOf(other) ? best : other), null)
    if (language && scoreOf(language) - mine > clear) yield { language }
  }
}
