import type { Language } from '../language.ts'
import { type LanguageModel, probabilities, scoreAt, type WordScores, wordScores } from './language/latin-model.ts'
import { type LatinWord, latinWords, longestRead } from './language/latin-words.ts'
import { listedLanguage } from './language/listed.ts'
import { type Mixed, mixedIn } from './language/mixed.ts'
import { countScripts, languageOfScript, type Scripts } from './language/script.ts'
import type { Finding, Span } from './reading.ts'

export type FoundLanguage = Language | 'other' | 'unknown'

/** A language with what else is spoken in the same message, if anything: "refund saya tak masuk lagi, this is ridiculous". */
export interface LanguageFinding extends Finding<FoundLanguage> {
  mixed?: Mixed
}

/** Row 44: the language of a message, by its script first, then by its words and letter sequences. Linear in the length of the text. */
export function detectLanguage(text: string, model: LanguageModel | null = null): LanguageFinding {
  const read = text.slice(0, longestRead)
  const words = latinWords(read)
  const scripts = countScripts(words.length === 0 ? read : readable(read))
  const script = languageOfScript(scripts)
  if (script) return byScript(read, script, { model, words, scripts })
  if (words.length === 0) return { is: 'unknown', confidence: 1, because: [] }
  return model ? byWords(model, read, words) : listedLanguage(read, words)
}

/** Row 44: what went before, or the browser's language, settles a message too short or too even to tell. */
export function settleLanguage(finding: LanguageFinding, { before, hint }: { before: Language | null; hint: Language | null }): LanguageFinding {
  const known = before ?? hint
  if (!known || finding.is === known) return finding
  const between = near.has(finding.is) && near.has(known)
  const weak = finding.is === 'unknown' || finding.confidence < (between ? 0.9 : 0.7)
  return weak ? { ...finding, is: known, confidence: before ? 0.8 : 0.6 } : finding
}

const near = new Set<FoundLanguage>(['ms', 'id'])

/** Names after @, addresses and codes are Latin in every language. */
function readable(text: string): string {
  return text.replace(/https?:\/\/\S{1,300}|[@#][\w.]{1,100}|\b[A-Za-z]{0,6}[-_]?\d[\w-]{0,40}/g, ' ')
}

function byScript(
  text: string,
  { is, share }: { is: Language | 'other'; share: number },
  { model, words, scripts }: { model: LanguageModel | null; words: LatinWord[]; scripts: Scripts },
): LanguageFinding {
  const finding = { is, confidence: Math.min(0.99, 0.6 + 0.4 * share), because: runOf(text, is) }
  if (is === 'other' || !model || words.length === 0) return finding
  // A word of Thai is some four letters, one of Chinese two.
  const own = is === 'th' ? scripts.thai / 4 : scripts.han / 2
  const mixed = mixedIn(model, words, { is, own, scores: wordScores(model, words) })
  return mixed ? { ...finding, mixed } : finding
}

function runOf(text: string, is: Language | 'other'): Span[] {
  const run = (is === 'th' ? /\p{Script=Thai}+/u : is === 'zh' ? /\p{Script=Han}+/u : /(?!)/).exec(text)
  return run ? [{ text: run[0], from: run.index, to: run.index + run[0].length, weight: 1 }] : []
}

/** Below this the model knows as little as the reader of a name: nothing is claimed. */
const leastConfidence = 0.3

function byWords(model: LanguageModel, text: string, words: LatinWord[]): LanguageFinding {
  const scores = wordScores(model, words)
  const chances = probabilities(scores)
  const spoken = ['en', 'ms', 'id', 'et'] as const
  const chanceOf = (language: string) => chances[model.classes.indexOf(language)] ?? 0
  const other = 1 - spoken.reduce((sum, language) => sum + chanceOf(language), 0)
  const best = spoken.reduce((most, language) => (chanceOf(language) > chanceOf(most) ? language : most), spoken[0])
  const is: Language | 'other' = other > chanceOf(best) ? 'other' : best
  const confidence = is === 'other' ? other : chanceOf(best)
  if (confidence < leastConfidence) return { is: 'unknown', confidence: 1 - confidence, because: [] }
  const mixed = is === 'other' ? null : mixedIn(model, words, { is, own: 0, scores })
  const finding = { is, confidence, because: reasons(text, words, scores, chances) }
  return mixed ? { ...finding, mixed } : finding
}

/** The words that spoke for the first class against the second, strongest first; in units of the logit. */
function reasons(text: string, words: LatinWord[], scores: WordScores, chances: number[]): Span[] {
  const [first = 0, second = 0] = chances.map((_, column) => column).sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0))
  const weighed = words.map(({ from, to }, index) => {
    const weight = scoreAt(scores, index, first) - scoreAt(scores, index, second)
    return { text: text.slice(from, to), from, to, weight }
  })
  return weighed
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 12)
}
