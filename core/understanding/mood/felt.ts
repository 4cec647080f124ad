import type { Wording } from '../judge/evidence.ts'
import { findHits, type Hit, type Hits } from '../phrases/lexicon.ts'
import { type Token, wordWidth } from '../phrases/tokens.ts'
import type { Finding, Mood, Span } from '../reading.ts'
import { vocabulary } from './vocabulary.ts'

/** The mood by the lexicon alone, where no model is at hand: words of feeling are counted, turned by "not", made stronger by "very". */
export function feltMood({ text, tokens }: Pick<Wording, 'text' | 'tokens'>): Finding<Mood> {
  const hits = findHits(vocabulary, tokens)
  const felt = longestOnly([...feelings(hits, tokens), ...emoji(text, tokens)])
  const again = hits.get('again') ?? []
  const lost = hits.get('lost') ?? []
  const sum = felt.reduce((total, { weight }) => total + weight, 0) - 0.45 * Math.min(again.length, 2)
  // Loudness has no direction of its own: it makes what is felt stronger, and with repetition it is anger.
  const loud = loudness(text)
  const strength = sum < 0 || again.length > 0 ? sum - loud * 0.5 : sum * (1 + loud * 0.3)
  const score = Math.round(Math.tanh(strength / 1.6) * 100) / 100
  const polarity = score <= -bound ? 'negative' : score >= bound ? 'positive' : 'neutral'
  const frustrated = score <= -0.55 || (polarity === 'negative' && (again.length > 0 || loud >= 0.5))
  const confused = lost.length > 0 || (/[?？]{2,}/.test(text) && polarity !== 'positive' && !frustrated)
  const mood: Mood = { polarity, score, frustrated, confused }
  const because = [...felt, ...again.map((hit) => ({ ...hit, weight: -0.45 })), ...lost.map((hit) => ({ ...hit, weight: 0 }))]
    .map((part) => spanOf(text, tokens, part))
    .filter((span) => span !== undefined)
    .sort((a, b) => a.from - b.from)
  const confidence = polarity === 'neutral' ? 0.85 - Math.abs(score) : 0.5 + Math.abs(score) / 2
  return { is: mood, confidence, because }
}

/** One mild word of feeling is enough to leave neutral. */
const bound = 0.25

interface Felt extends Hit {
  weight: number
}

const strengths: readonly [string, number][] = [
  ['bad1', -0.5],
  ['bad2', -1],
  ['bad3', -1.7],
  ['good1', 0.45],
  ['good2', 0.9],
  ['good3', 1.4],
]

function feelings(hits: Hits, tokens: readonly Token[]): Felt[] {
  const very = hits.get('very') ?? []
  const not = hits.get('not') ?? []
  const enders = new Map(very.map((hit) => [hit.last, hit]))
  const deniers = new Map(not.map((hit) => [hit.last, hit]))
  const starters = new Map(very.map((hit) => [hit.first, hit]))
  return strengths.flatMap(([name, strength]) =>
    (hits.get(name) ?? []).map(({ first, last }) => {
      const stronger = enders.has(first - 1) || starters.has(last + 1) ? 1.4 : 1
      const denied = wordsBefore(tokens, first, 1).some((index) => deniers.has(index))
      // "not good" is bad, but "not bad" is hardly good.
      const turned = denied ? (strength > 0 ? -1 : -0.4) : 1
      return { first, last, weight: strength * stronger * turned }
    }),
  )
}

/** Tokens of the same sentence that end at most so many words before this one starts. */
function wordsBefore(tokens: readonly Token[], first: number, words: number): number[] {
  const start = tokens[first]?.place ?? 0
  const near: number[] = []
  for (let index = first - 1; index >= 0 && index >= first - 6; index--) {
    const token = tokens[index]
    if (!token || token.stop || start - token.place - token.width > words * wordWidth) break
    near.push(index)
  }
  return near
}

const happy =
  /[\u{1F600}-\u{1F606}\u{1F60A}\u{1F60D}\u{1F970}\u{1F929}\u{1F44D}\u{1F64F}\u{1F389}\u{2764}\u{1F496}\u{1F495}\u{1F917}\u{263A}]|(?<!\w)[:;]-?[)D]/gu
const angry =
  /[\u{1F620}-\u{1F622}\u{1F624}\u{1F62D}\u{1F92C}\u{1F612}\u{1F61E}\u{1F61F}\u{1F641}\u{2639}\u{1F44E}\u{1F621}\u{1F92E}\u{1F644}\u{1F629}\u{1F62B}\u{1F494}]|(?<!\w):-?[(/]/gu

function emoji(text: string, tokens: readonly Token[]): Felt[] {
  const count = (signs: RegExp) => Math.min(text.match(signs)?.length ?? 0, 3)
  const weight = 0.5 * count(happy) - 0.7 * count(angry)
  return weight === 0 ? [] : [{ first: tokens.length, last: tokens.length, weight }]
}

/** Of phrases that overlap the longest speaks: "not happy" and "happy" are one feeling, not two. */
function longestOnly(felt: Felt[]): Felt[] {
  const taken = new Set<number>()
  return felt
    .toSorted((a, b) => b.last - b.first - (a.last - a.first) || Math.abs(b.weight) - Math.abs(a.weight))
    .filter(({ first, last }) => {
      for (let index = first; index <= last; index++) if (taken.has(index)) return false
      for (let index = first; index <= last; index++) taken.add(index)
      return true
    })
}

/** 0 to 1: exclamation marks and words in capitals. */
function loudness(text: string): number {
  const marks = Math.min((text.match(/[!！]/g)?.length ?? 0) / 3, 1)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const shouted = letters >= 8 && capitals / letters > 0.6 ? 1 : 0
  return Math.max(marks, shouted)
}

function spanOf(text: string, tokens: readonly Token[], { first, last, weight }: Felt): Span | undefined {
  const from = tokens[first]?.from
  const to = tokens[last]?.to
  return from === undefined || to === undefined ? undefined : { text: text.slice(from, to), from, to, weight }
}
