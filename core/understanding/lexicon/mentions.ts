import type { Language } from '../../language.ts'
import { implied } from './concepts/question.ts'
import { type Branch, type DensePhrase, type PhraseWord, phrasesOf, type SpacedPhrase } from './phrases.ts'
import { longestQuery, type Token, tokenise } from './tokens.ts'

/** A concept found in a text, with the positions of the tokens that name it, in order. */
export interface Mention {
  concept: string
  tokens: number[]
}

/** A concept with its place in the text as it was written (UTF-16 units). Its name is the same in every language. */
export interface PlacedConcept {
  concept: string
  from: number
  to: number
}

/** What a text speaks of, in concepts that all languages share, with the words that say so. Reads as much as a long letter holds. */
export function conceptsIn(text: string, language: Language): PlacedConcept[] {
  const tokens = tokenise(text.slice(0, longestQuery.characters), language, longestQuery.words)
  return mentions(tokens, language).map(({ concept, tokens: at }) => ({
    concept,
    from: tokens[at[0] ?? 0]?.from ?? 0,
    to: tokens[at.at(-1) ?? 0]?.to ?? 0,
  }))
}

/** What a text speaks of in everyday concepts of customer service, whatever words it uses. Cost grows with the text's length alone. */
export function mentions(tokens: readonly Token[], language: Language): Mention[] {
  const found = new Map<string, Mention[]>()
  const { closed, open, starts, dense } = phrasesOf(language)
  tokens.forEach((token, at) => {
    if (token.dense) return
    addSpaced(closed.get(token.stem), tokens, at, found)
    const longest = starts.get(token.text.slice(0, 2)) ?? 0
    for (let length = 2; length <= Math.min(token.text.length, longest); length++) addSpaced(open.get(token.text.slice(0, length)), tokens, at, found)
  })
  addDense(tokens, dense, found)
  for (const [a, b, third] of implied) addImplied(found, a, b, third)
  return [...found.values()].flat()
}

function addSpaced(phrases: readonly SpacedPhrase[] | undefined, tokens: readonly Token[], at: number, found: Map<string, Mention[]>): void {
  if (phrases === undefined) return
  for (const phrase of phrases) {
    const places = placesOf(phrase, tokens, at)
    if (places !== undefined) addMention(found, phrase.concept, places)
  }
}

function placesOf(phrase: SpacedPhrase, tokens: readonly Token[], at: number): number[] | undefined {
  const places = [at]
  const reach = phrase.rest.length + 2
  for (const word of phrase.rest) {
    const place = near(tokens, at, reach, (token, position) => !places.includes(position) && is(token, word))
    if (place === undefined) return undefined
    places.push(place)
  }
  return places.sort((a, b) => a - b)
}

function near(tokens: readonly Token[], at: number, reach: number, fits: (token: Token, at: number) => boolean): number | undefined {
  for (let step = 1; step <= reach; step++) {
    for (const place of [at - step, at + step]) {
      const token = tokens[place]
      if (token !== undefined && fits(token, place)) return place
    }
  }
  return undefined
}

function is(token: Token, word: PhraseWord): boolean {
  if (token.dense) return false
  return word.open ? token.text.startsWith(word.text) : token.stem === word.stem
}

/** Two phrases of one concept that share a word are one mention. */
function addMention(found: Map<string, Mention[]>, concept: string, tokens: number[]): void {
  const earlier = found.get(concept)
  const last = earlier?.at(-1)
  if (last !== undefined && (last.tokens.at(-1) ?? -1) >= (tokens[0] ?? 0)) {
    const more = tokens.filter((token) => !last.tokens.slice(-tokens.length - 8).includes(token))
    last.tokens = more.length === 0 ? last.tokens : [...last.tokens, ...more].sort((a, b) => a - b)
  } else if (earlier !== undefined) earlier.push({ concept, tokens })
  else found.set(concept, [{ concept, tokens }])
}

/** So many tokens apart, two concepts still speak of one thing. */
const together = 7

function addImplied(found: Map<string, Mention[]>, a: string, b: string, third: string): void {
  const others = found.get(b)
  if (others === undefined) return
  let passed = 0
  for (const one of found.get(a) ?? []) {
    while (passed + 1 < others.length && start(others[passed]) < start(one) - together) passed++
    const other = others.slice(passed, passed + 3).find((mention) => mention !== one && Math.abs(start(mention) - start(one)) <= together)
    if (other === undefined) continue
    addMention(
      found,
      third,
      [...new Set([...one.tokens, ...other.tokens])].sort((x, y) => x - y),
    )
    return
  }
}

function start(mention: Mention | undefined): number {
  return mention?.tokens[0] ?? 0
}

/** Room between the parts of a phrase, in characters of a dense script. */
const gap = 8

function addDense(tokens: readonly Token[], root: Branch, found: Map<string, Mention[]>): void {
  const owner: number[] = []
  let flat = ''
  tokens.forEach((token, at) => {
    for (let unit = 0; unit < token.text.length; unit++) owner.push(at)
    flat += token.text
  })
  for (let at = 0; at < flat.length; at++) {
    let branch = root.next.get(flat.charCodeAt(at))
    for (let end = at + 1; branch !== undefined; end++) {
      for (const phrase of insideWord(flat, owner, at, end) ? [] : branch.phrases) {
        const stretches = stretchesOf(phrase, flat, at, end)
        if (stretches !== undefined) addMention(found, phrase.concept, ownersOf(stretches, owner))
      }
      branch = branch.next.get(flat.charCodeAt(end))
    }
  }
}

/**
 * Letters in the middle of a longer word are not a word: "cloth" in "clothes", or Thai letters that belong to the vowel before or after.
 */
function insideWord(flat: string, owner: readonly number[], at: number, end: number): boolean {
  const word = owner[at]
  if (word === owner[end - 1] && (owner[at - 1] === word || owner[end] === word)) return true
  return /[\u0e40-\u0e44]/.test(flat.charAt(at - 1)) || /[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/.test(flat.charAt(end))
}

/** The first part stands from `at` to `end`; the further parts follow with a little room before each. */
function stretchesOf(phrase: DensePhrase, flat: string, at: number, end: number): [number, number][] | undefined {
  const stretches: [number, number][] = [[at, end]]
  let from = end
  for (const part of phrase.parts.slice(1)) {
    const place = flat.slice(from, from + gap + part.length).indexOf(part)
    if (place < 0) return undefined
    stretches.push([from + place, from + place + part.length])
    from += place + part.length
  }
  return stretches
}

function ownersOf(stretches: [number, number][], owner: readonly number[]): number[] {
  const owners = new Set<number>()
  for (const [from, to] of stretches) for (const place of owner.slice(from, to)) owners.add(place)
  return [...owners]
}
