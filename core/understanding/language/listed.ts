import { type LanguageSigns, languageSigns, malayAndIndonesian, malayOrIndonesian } from '../language-words.ts'
import type { Finding, Span } from '../reading.ts'
import { plain } from '../words.ts'
import type { LatinWord } from './latin-words.ts'

const latin = ['en', 'ms', 'id', 'et', 'other'] as const
type Latin = (typeof latin)[number]

/** The language of words in Latin letters by lists of function words and letter sequences, where no model is given. */
export function listedLanguage(text: string, words: readonly LatinWord[]): Finding<Latin | 'unknown'> {
  const scores: Record<Latin, number> = { en: 0, ms: 0, id: 0, et: 0, other: 0 }
  const spans: (Span & { language: Latin })[] = []
  for (const token of words) {
    const written = text.slice(token.from, token.to).toLowerCase()
    for (const language of latin) {
      const weight = wordWeight(language, plain(token.text).replaceAll("'", '')) + piecesWeight(language, `_${written}_`)
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
