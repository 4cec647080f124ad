import type { Language } from '../language.ts'
import { type LanguageSigns, languageSigns, malayAndIndonesian, malayOrIndonesian } from './language-words.ts'
import { type Token, tokenise } from './phrases/tokens.ts'
import type { Finding, Span } from './reading.ts'
import { plain } from './words.ts'

export type FoundLanguage = Language | 'other' | 'unknown'

/** Row 44: the language of a message, by script first, then by its function words and letter sequences. */
export function detectLanguage(text: string): Finding<FoundLanguage> {
  const tokens = tokenise(text.slice(0, longest)).filter(({ stop }) => !stop)
  const script = detectScript(text.slice(0, longest))
  if (script) return script
  const words = tokens.filter(({ text: word }) => /^\p{Script=Latin}/u.test(word))
  if (words.length === 0) return { is: 'unknown', confidence: 1, because: [] }
  return weigh(text, words)
}

/** Row 44: what went before, or the browser's language, settles a message too short or too even to tell. */
export function settleLanguage(
  finding: Finding<FoundLanguage>,
  { before, hint }: { before: Language | null; hint: Language | null },
): Finding<FoundLanguage> {
  const known = before ?? hint
  if (!known || finding.is === known) return finding
  const between = near.has(finding.is) && near.has(known)
  const weak = finding.is === 'unknown' || finding.confidence < (between ? 0.9 : 0.7)
  return weak ? { is: known, confidence: before ? 0.8 : 0.6, because: finding.because } : finding
}

const longest = 2000
const near = new Set<FoundLanguage>(['ms', 'id'])
const latin = ['en', 'ms', 'id', 'et', 'other'] as const
type Latin = (typeof latin)[number]

function detectScript(text: string): Finding<FoundLanguage> | undefined {
  const counts = { th: count(text, /\p{Script=Thai}/gu), zh: count(text, /\p{Script=Han}/gu) * 2, latin: count(text, /\p{Script=Latin}/gu) }
  const foreign = count(text, /[\p{L}--\p{Script=Thai}--\p{Script=Han}--\p{Script=Latin}]/gv)
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)
  const total = counts.th + counts.zh + counts.latin + foreign
  if (total === 0) return { is: 'unknown', confidence: 1, because: [] }
  if (kana * 6 > counts.zh && kana > 1) return { is: 'other', confidence: 0.95, because: [] }
  if (foreign > total / 2) return { is: 'other', confidence: 0.95, because: [] }
  // Names of products and "agent" or "refund" stand in Latin letters in the midst of Thai and Chinese.
  for (const language of ['th', 'zh'] as const) {
    if (counts[language] < 2 || counts[language] * 3 < counts.latin) continue
    const run = (language === 'th' ? /\p{Script=Thai}+/u : /\p{Script=Han}+/u).exec(text)
    const because = run ? [{ text: run[0], from: run.index, to: run.index + run[0].length, weight: 1 }] : []
    return { is: language, confidence: Math.min(0.99, 0.6 + (0.4 * counts[language]) / total), because }
  }
  return undefined
}

function weigh(text: string, words: Token[]): Finding<FoundLanguage> {
  const scores: Record<Latin, number> = { en: 0, ms: 0, id: 0, et: 0, other: 0 }
  const spans: (Span & { language: Latin })[] = []
  for (const token of words) {
    const written = text.slice(token.from, token.to).toLowerCase()
    for (const language of latin) {
      const weight = wordWeight(language, token.text) + piecesWeight(language, `_${written}_`)
      scores[language] += weight
      if (weight >= 1) spans.push({ text: text.slice(token.from, token.to), from: token.from, to: token.to, weight, language })
    }
  }
  const ranked = [...latin].sort((a, b) => scores[b] - scores[a])
  const best = ranked[0] ?? 'other'
  if (scores[best] < 1.2) return { is: 'unknown', confidence: 0.5, because: [] }
  const total = latin.reduce((sum, language) => sum + Math.exp(Math.max(scores[language] - scores[best], -30)), 0)
  const because = spans.filter(({ language }) => language === best).map(({ language: _, ...span }) => span)
  return { is: best, confidence: (0.99 / total) * (1 - Math.exp(-scores[best] / 1.5)), because: because.slice(0, 12) }
}

const wordWeights = new Map(latin.map((language) => [language, weightsOf(language)]))
const pieceWeights = new Map(latin.map((language) => [language, Object.entries(languageSigns[language].pieces)]))

function wordWeight(language: Latin, word: string): number {
  return wordWeights.get(language)?.get(word) ?? 0
}

function piecesWeight(language: Latin, framed: string): number {
  let sum = 0
  for (const [piece, weight] of pieceWeights.get(language) ?? []) if (framed.includes(piece)) sum += weight
  return Math.min(sum, 2.5)
}

function weightsOf(language: Latin): Map<string, number> {
  const weights = new Map<string, number>()
  const { words }: LanguageSigns = languageSigns[language]
  for (const weight of [1, 2, 3] as const) for (const word of words[weight].split(/\s+/)) if (word) weights.set(plain(word), weight)
  if (language === 'ms' || language === 'id') {
    const mine = new Set(malayOrIndonesian[language].split(/\s+/))
    const theirs = new Set(malayOrIndonesian[language === 'ms' ? 'id' : 'ms'].split(/\s+/))
    const shared = new Set(malayAndIndonesian.split(/\s+/))
    for (const word of shared) weights.set(word, 2)
    for (const word of mine) if (!theirs.has(word) && !shared.has(word)) weights.set(word, 4)
    for (const word of theirs) if (!mine.has(word) && !shared.has(word)) weights.set(word, 0.5)
  }
  return weights
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0
}
