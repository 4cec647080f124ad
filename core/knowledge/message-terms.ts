import { type Language, languages, toLanguage } from '../language.ts'
import { detectLanguage, type FoundLanguage } from '../understanding/language.ts'
import { mentions } from '../understanding/lexicon/mentions.ts'
import { type Token, tokenise } from '../understanding/lexicon/tokens.ts'
import { plain } from '../understanding/words.ts'
import { root } from './root.ts'

/**
 * Row 26: by what a message is found, each once: its concepts, which all languages share, its words and their roots, in their order and
 * 2,000 at most, which is more than a letter of 10,000 characters has.
 */
export function messageTerms(text: string, language: Language): string[] {
  const tokens = tokenise(text.slice(0, longestText), language)
  const terms = new Set(mentions(tokens, language).map(({ concept }) => conceptTerm(concept)))
  for (const [at, token] of tokens.entries()) {
    if (terms.size >= mostTerms) break
    for (const term of token.dense ? pieces(token, tokens[at + 1]) : spacedTerms(token, language)) terms.add(term)
  }
  return [...terms].slice(0, mostTerms).map((term) => term.toWellFormed())
}

const spacedTerms = (token: Token, language: Language) => [
  plain(token.text),
  ...formTerms(token, language),
  ...partsOf(token.text).map((part) => plain(part)),
]

/** In UTF-16 units: what a message may have. */
const longestText = 10_000
/** A long letter has some 1,500; ten thousand characters of Chinese drawn by lot would have as many terms. */
const mostTerms = 2000

/**
 * What a search wants of one message, as PostgreSQL's `to_tsquery` writes it: each word as it stands or as the beginning of a longer one, in another
 * form, or by what it means in the language that it is in, or in any where that is not known. `null`: there is no word in it.
 *
 * Small words are left out beside others, so that "the guarantee of my table" finds who never said "of"; but only those of the language
 * that the search is in. Read by lists, it is unknown for a few names and words, and then every one counts: "Tema" is a customer, not "she".
 */
export function wantedTerms(words: string): string | null {
  const read = languages.map((language) => ({ language, tokens: tokenise(words, language, mostWords) }))
  const spoken = detectLanguage(words).is
  const meant = read.filter(({ language }) => mayBe(spoken, language)).flatMap(({ language, tokens }) => mentions(tokens, language))
  const small = read.find(({ language }) => language === spoken)?.tokens
  const asked = read[0]?.tokens ?? []
  const written = asWritten(asked)
  const found = asked.map((token, at) => ({
    isStop: small?.[at]?.stop ?? false,
    wanted: either([
      ...(written[at] ?? []),
      ...languages.flatMap((language) => formTerms(token, language)).map(quote),
      ...meant.filter(({ tokens }) => tokens.includes(at)).map(({ concept }) => quote(conceptTerm(concept))),
    ]),
  }))
  const telling = found.filter(({ isStop }) => !isStop)
  return found.length === 0 ? null : (telling.length > 0 ? telling : found).map(({ wanted }) => wanted).join(' & ')
}

/** Read by lists, a short search is often of no known language: then it may be of any; Malay and Indonesian are hardly told apart. */
function mayBe(spoken: FoundLanguage, language: Language): boolean {
  const known = toLanguage(spoken)
  return known === undefined || known === language || (known === 'ms' && language === 'id') || (known === 'id' && language === 'ms')
}

/** More words than anybody searches for at once. As many pieces of words are looked for besides: each is a walk along a stretch of the index. */
const mostWords = 30

/** No word begins with this sign, nor with the next. */
const conceptTerm = (concept: string) => `#${concept}`

/** What the forms of a word share, told apart by language: the root of a word in one is another word in the next. Malay and Indonesian share theirs. */
function formTerms(token: Token, language: Language): string[] {
  if (token.dense || language === 'th' || language === 'zh' || /^\p{N}/u.test(token.text)) return []
  return [`~${language === 'id' ? 'ms' : language}~${plain(root(token.text, language))}`]
}

const quote = (term: string) => `'${term}'`
const either = (all: string[]) => `(${[...new Set(all)].join(' | ')})`
const begun = (terms: readonly string[]) => `(${terms.map((term) => (isOneLetter.test(term) ? quote(term) : `${quote(term)}:*`)).join(' & ')})`
/** Half of all words begin with it. A character of Chinese says more. */
const isOneLetter = /^(?![\p{sc=Thai}\p{sc=Han}々〇])[\p{L}\p{N}]$/u

/** For each word how it may stand in a message. When no more pieces may be looked for, a word is looked for as a whole, or by its beginning. */
function asWritten(tokens: readonly Token[]): string[][] {
  let left = mostWords
  const spend = (count: number) => {
    left -= count
    return true
  }
  return tokens.map((token, at) => {
    if (!token.dense) {
      const parts = partsOf(token.text)
      const inParts = parts.length > 0 && parts.length <= left && spend(parts.length)
      return [begun([plain(token.text)]), ...(inParts ? [begun(parts.map(plain))] : [])]
    }
    const next = tokens[at + 1]
    const all = wholePieces(isCut(token, next) ? token.text + next.text : token.text).slice(0, left + 1)
    spend(all.length - 1)
    return [begun(all)]
  })
}

/** Two single characters side by side are mostly one word that the segmenter did not know. */
function isCut(token: Token, next: Token | undefined): next is Token {
  return next?.from === token.to && token.text.length === 1 && next.text.length === 1 && !token.stop && !next.stop
}

/** Letters and digits that stand together, apart: an order is RK20418 to one and RK-20418 to another. */
function partsOf(text: string): string[] {
  const parts = text.match(/\p{N}+|\P{N}+/gu) ?? []
  return parts.length > 1 ? parts : []
}

/** Characters of a piece: about a word of Chinese, and half a word of Thai. */
const sizeOf = (text: string) => (text.charCodeAt(0) < 0x2e80 ? 3 : 2)

/**
 * From each character on a piece of its text, which may reach into the next word: where no spaces stand, customers and those who search
 * for them need not agree on what a word is. Shorter ones at the end are beginnings too.
 */
function pieces(token: Token, next: Token | undefined): string[] {
  const size = sizeOf(token.text)
  const own = Array.from(token.text)
  const after = next?.dense && next.from === token.to ? Array.from(next.text).slice(0, size - 1) : []
  const flat = [...own, ...after]
  return own.map((_, at) => flat.slice(at, at + size).join(''))
}

/** The pieces of a word that is searched for, without shorter ones that the others contain. */
function wholePieces(text: string): string[] {
  const size = sizeOf(text)
  const all = Array.from(text)
  if (all.length <= size) return [text]
  return all.slice(size - 1).map((_, at) => all.slice(at, at + size).join(''))
}
