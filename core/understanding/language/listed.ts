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
  for (const { text: word, from, to } of words) {
    const written = text.slice(from, to)
    const whole = wordWeights.get(plain(word).replaceAll("'", ''))
    const parts = piecesWeights(`_${written.toLowerCase()}_`)
    latin.forEach((language, column) => {
      const weight = (whole?.[column] ?? 0) + (parts[column] ?? 0)
      scores[language] += weight
      if (weight >= 1) spans.push({ text: written, from, to, weight, language })
    })
  }
  const ranked = [...latin].sort((a, b) => scores[b] - scores[a])
  const best = ranked[0] ?? 'other'
  if (scores[best] < 1.2) return { is: 'unknown', confidence: 0.5, because: [] }
  const total = latin.reduce((sum, language) => sum + Math.exp(Math.max(scores[language] - scores[best], -30)), 0)
  const because = spans.filter(({ language }) => language === best).map(({ language: _, ...span }) => span)
  return { is: best, confidence: (0.99 / total) * (1 - Math.exp(-scores[best] / 1.5)), because: because.slice(0, 12) }
}

/** What each language gives for a word, in the order of `latin`. */
const wordWeights = new Map<string, number[]>()
for (const [column, language] of latin.entries())
  for (const [word, weight] of weightsOf(language)) {
    const weights = wordWeights.get(word) ?? latin.map(() => 0)
    weights[column] = weight
    wordWeights.set(word, weights)
  }

/** The letter sequences of all languages by their first letter, so that a word is gone through once. */
const pieces = latin.flatMap((language, column) => Object.entries(languageSigns[language].pieces).map(([text, weight]) => ({ text, weight, column })))
const piecesByFirst = new Map<number, number[]>()
for (const [index, { text }] of pieces.entries()) {
  const first = text.charCodeAt(0)
  piecesByFirst.set(first, [...(piecesByFirst.get(first) ?? []), index])
}

/** Each sequence counts once a word, and all of a language's so much at most. */
function piecesWeights(framed: string): number[] {
  const found = new Set<number>()
  for (let at = 0; at < framed.length; at++)
    for (const index of piecesByFirst.get(framed.charCodeAt(at)) ?? []) if (framed.startsWith(pieces[index]?.text ?? '', at)) found.add(index)
  const sums = latin.map(() => 0)
  // In their own order, for sums of fractions depend on it.
  for (const index of [...found].sort((a, b) => a - b)) {
    const piece = pieces[index]
    if (piece) sums[piece.column] = (sums[piece.column] ?? 0) + piece.weight
  }
  return sums.map((sum) => Math.min(sum, 2.5))
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
