import type { Language } from '../language.ts'
import { account } from './concepts/account.ts'
import { company } from './concepts/company.ts'
import type { ConceptList } from './concepts/concept-words.ts'
import { delivery } from './concepts/delivery.ts'
import { home } from './concepts/home.ts'
import { money } from './concepts/money.ts'
import { orders } from './concepts/orders.ts'
import { implied, question } from './concepts/question.ts'
import { repair } from './concepts/repair.ts'
import { type Token, tokenise } from './tokens.ts'
import { weights } from './weights.ts'

/** A concept found in a text, with the positions of the tokens that name it. */
export interface Mention {
  concept: string
  tokens: number[]
}

const concepts: ConceptList = { ...delivery, ...orders, ...repair, ...money, ...account, ...home, ...company, ...question }

/** What nearly every article or question may mention besides its subject: goods, and the words of any purchase. */
const broad = new Set(
  `table chair sofa mattress wardrobe lamp rug desk shelf fabric wood colour order order-number delivery parcel large-furniture account email
  pay price free photo place driver erase order-number validity how-many-people quality duration time-when where change somebody old company fail twice card year weekday contrast how-to money`.split(
    /\s+/,
  ),
)

/** How much a concept tells about the subject: 1, or less for what is mentioned everywhere. */
export function tellingOf(concept: string): number {
  return broad.has(concept) ? weights.broad : 1
}

/** What a text speaks of in everyday concepts of customer service, whatever words it uses. Cost grows with the text's length alone. */
export function mentions(tokens: readonly Token[], language: Language): Mention[] {
  const found = new Map<string, Mention[]>()
  const { spaced, dense } = phrasesOf(language)
  tokens.forEach((token, at) => {
    for (const key of [`=${token.stem}`, token.text.slice(0, 2), token.text.slice(0, 3)]) {
      for (const phrase of spaced.get(key) ?? []) {
        const places = placesOf(phrase, tokens, at)
        if (places !== undefined) addMention(found, phrase.concept, places)
      }
    }
  })
  if (dense.size > 0) findDense(tokens, dense, found)
  for (const [a, b, third] of implied) addImplied(found, a, b, third)
  return [...found.values()].flat()
}

/** Two phrases of one concept that share a word are one mention. */
function addMention(found: Map<string, Mention[]>, concept: string, tokens: number[]): void {
  const earlier = found.get(concept) ?? []
  const last = earlier.at(-1)
  if (last?.tokens.some((token) => tokens.includes(token))) last.tokens = [...new Set([...last.tokens, ...tokens])]
  else if (last !== undefined) earlier.push({ concept, tokens })
  else found.set(concept, [{ concept, tokens }])
}

/** So many tokens apart, two concepts still speak of one thing. */
const together = 7

function addImplied(found: Map<string, Mention[]>, a: string, b: string, third: string): void {
  for (const one of found.get(a) ?? []) {
    const other = found.get(b)?.find((mention) => mention !== one && distance(one, mention) <= together)
    if (other === undefined) continue
    addMention(found, third, [...new Set([...one.tokens, ...other.tokens])])
    return
  }
}

function distance(a: Mention, b: Mention): number {
  return Math.abs((a.tokens[0] ?? 0) - (b.tokens[0] ?? 0))
}

interface Word {
  text: string
  stem: string
  open: boolean
}
interface SpacedPhrase {
  concept: string
  anchor: Word
  rest: Word[]
}
interface DensePhrase {
  concept: string
  parts: string[]
}
interface Phrases {
  spaced: Map<string, SpacedPhrase[]>
  dense: Map<string, DensePhrase[]>
}

/** People mix these in one sentence; each list is read together with its neighbours'. */
const readTogether: Record<Language, readonly Language[]> = {
  en: ['en'],
  ms: ['ms', 'id', 'en'],
  id: ['id', 'ms', 'en'],
  th: ['th', 'en'],
  zh: ['zh', 'en'],
  et: ['et'],
}
/** Room between the parts of a phrase, in characters of a dense script. */
const gap = 8
const compiled = new Map<Language, Phrases>()

function phrasesOf(language: Language): Phrases {
  const known = compiled.get(language)
  if (known !== undefined) return known
  const made = compile(language)
  compiled.set(language, made)
  return made
}

function compile(language: Language): Phrases {
  const phrases: Phrases = { spaced: new Map(), dense: new Map() }
  for (const [concept, words] of Object.entries(concepts)) {
    const texts = new Set(readTogether[language].flatMap((one) => words[one].split('|')))
    for (const text of texts) addPhrase(phrases, concept, text, language)
  }
  return phrases
}

function addPhrase(phrases: Phrases, concept: string, text: string, language: Language): void {
  if (/[\p{sc=Thai}\p{sc=Han}]/u.test(text)) {
    const parts = text.normalize('NFKC').toLowerCase().replace(/\s/g, '').split('~')
    const first = parts[0] ?? ''
    push(phrases.dense, first.slice(0, first.length < 2 ? 1 : 2), { concept, parts })
    return
  }
  const words = text.split(/\s+/).flatMap((word) => toWords(word, language))
  const anchor = words.toSorted((a, b) => b.text.length - a.text.length)[0]
  if (anchor === undefined) return
  const phrase = { concept, anchor, rest: words.filter((word) => word !== anchor) }
  // A closed word is looked up by its stem, an open one by its first letters.
  push(phrases.spaced, anchor.open ? anchor.text.slice(0, 3) : `=${anchor.stem}`, phrase)
}

function toWords(written: string, language: Language): Word[] {
  const open = written.endsWith('*')
  const tokens = tokenise(written.replace('*', ''), language)
  return tokens.map((token, at) => ({ text: token.text, stem: token.stem, open: open && at === tokens.length - 1 }))
}

function placesOf(phrase: SpacedPhrase, tokens: readonly Token[], at: number): number[] | undefined {
  if (!is(tokens[at], phrase.anchor)) return undefined
  const places = [at]
  const reach = phrase.rest.length + 2
  for (const word of phrase.rest) {
    const place = near(tokens, at, reach, (token, position) => !places.includes(position) && is(token, word))
    if (place === undefined) return undefined
    places.push(place)
  }
  return places
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

function is(token: Token | undefined, word: Word): boolean {
  if (token === undefined || token.dense) return false
  return word.open ? token.text.startsWith(word.text) : token.stem === word.stem
}

function findDense(tokens: readonly Token[], dense: Phrases['dense'], found: Map<string, Mention[]>): void {
  const owner: number[] = []
  let flat = ''
  tokens.forEach((token, at) => {
    for (let unit = 0; unit < token.text.length; unit++) owner.push(at)
    flat += token.text
  })
  for (let at = 0; at < flat.length; at++) {
    for (const key of [flat.slice(at, at + 2), flat.slice(at, at + 1)]) {
      for (const phrase of dense.get(key) ?? []) {
        const stretches = stretchesOf(phrase, flat, at)
        if (stretches !== undefined) addMention(found, phrase.concept, ownersOf(stretches, owner))
      }
    }
  }
}

function stretchesOf(phrase: DensePhrase, flat: string, at: number): [number, number][] | undefined {
  const stretches: [number, number][] = []
  let from = at
  for (const part of phrase.parts) {
    const room = stretches.length === 0 ? 0 : gap
    const place = flat.slice(from, from + room + part.length).indexOf(part)
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

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
