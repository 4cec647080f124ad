import { type Language, languages } from '../language.ts'
import { mentions } from '../understanding/lexicon/mentions.ts'
import { type Token, tokenise } from '../understanding/lexicon/tokens.ts'
import { plain } from '../understanding/words.ts'
import { root } from './root.ts'

/** Row 26: by what a message is found, each once: its words, their roots, and its concepts, which all languages share. */
export function messageTerms(text: string, language: Language): string[] {
  const tokens = tokenise(text.slice(0, longestText), language)
  const terms = new Set(mentions(tokens, language).map(({ concept }) => conceptTerm(concept)))
  tokens.forEach((token, at) => {
    if (token.dense) {
      for (const piece of pieces(token, tokens[at + 1])) terms.add(piece)
      return
    }
    terms.add(plain(token.text))
    for (const form of formTerms(token, language)) terms.add(form)
    for (const part of partsOf(token.text)) terms.add(plain(part))
  })
  return [...terms].map((term) => term.toWellFormed())
}

/** In UTF-16 units: what a message may have. */
const longestText = 10_000

/**
 * What a search wants of one message, as PostgreSQL's `to_tsquery` writes it: each word as it stands or as the beginning of a longer one, in another
 * form, or by what it means. Whoever searches may use any language, so it is read in all. `null`: there is no word in it.
 */
export function wantedTerms(words: string): string | null {
  const read = languages.map((language) => ({ language, tokens: tokenise(words, language, mostWords) }))
  const meant = read.flatMap(({ language, tokens }) => mentions(tokens, language))
  const found = (read[0]?.tokens ?? []).map((token, at, tokens) => ({
    isStop: read.some(({ tokens }) => tokens[at]?.stop),
    wanted: either([
      ...asWritten(token, tokens[at + 1]),
      ...languages.flatMap((language) => formTerms(token, language)).map(quote),
      ...meant.filter(({ tokens }) => tokens.includes(at)).map(({ concept }) => quote(conceptTerm(concept))),
    ]),
  }))
  const telling = found.filter(({ isStop }) => !isStop)
  return found.length === 0 ? null : (telling.length > 0 ? telling : found).map(({ wanted }) => wanted).join(' & ')
}

/** More words than anybody searches for at once. */
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
const begun = (terms: readonly string[]) => `(${terms.map((term) => `${quote(term)}:*`).join(' & ')})`

function asWritten(token: Token, next: Token | undefined): string[] {
  if (token.dense) return [begun(wholePieces(isCut(token, next) ? token.text + next.text : token.text))]
  const parts = partsOf(token.text)
  return [begun([plain(token.text)]), ...(parts.length > 0 ? [begun(parts.map(plain))] : [])]
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
