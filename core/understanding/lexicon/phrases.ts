import { type Language, languages } from '../../language.ts'
import type { ConceptWords } from './concept-words.ts'
import { conceptLists } from './concepts.ts'
import { tokenise } from './tokens.ts'

export interface PhraseWord {
  text: string
  stem: string
  /** Stands for any ending. */
  open: boolean
}

/** A phrase of words parted by spaces: found by its longest word, the others stand near it. */
export interface SpacedPhrase {
  concept: string
  anchor: PhraseWord
  rest: PhraseWord[]
}

/** A phrase of a script without spaces: its parts follow each other with a little room between. */
export interface DensePhrase {
  concept: string
  parts: string[]
}

/** A letter tree of the first parts of dense phrases. */
export interface Branch {
  next: Map<number, Branch>
  phrases: DensePhrase[]
}

export interface Phrases {
  /** By the stem of a whole word, and by the first letters of an open one. */
  closed: Map<string, SpacedPhrase[]>
  open: Map<string, SpacedPhrase[]>
  /** The first two letters of the open ones with the length of the longest that starts so: most words need no further look. */
  starts: Map<string, number>
  dense: Branch
}

/** The lexicon as one language's readers use it, made when it is first asked for. */
export function phrasesOf(language: Language): Phrases {
  const known = compiled.get(language)
  if (known !== undefined) return known
  const made = compile(language)
  compiled.set(language, made)
  return made
}

/** Constants in another shape, so that the languages nobody writes in cost nothing. */
const compiled = new Map<Language, Phrases>()

/** People mix these in one sentence; each list is read together with its neighbours'. */
const readTogether: Record<Language, readonly Language[]> = {
  en: ['en'],
  ms: ['ms', 'id', 'en'],
  id: ['id', 'ms', 'en'],
  th: ['th', 'en'],
  zh: ['zh', 'en'],
  et: ['et'],
}

function compile(language: Language): Phrases {
  const phrases: Phrases = { closed: new Map(), open: new Map(), starts: new Map(), dense: branch() }
  for (const [concept, texts] of joined(readTogether[language])) for (const text of texts) addPhrase(phrases, concept, text, language)
  for (const key of phrases.open.keys()) phrases.starts.set(key.slice(0, 2), Math.max(key.length, phrases.starts.get(key.slice(0, 2)) ?? 0))
  return phrases
}

function joined(read: readonly Language[]): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>()
  for (const list of conceptLists) {
    for (const [concept, words] of Object.entries<ConceptWords>(list)) {
      const known = texts.get(concept) ?? new Set<string>()
      texts.set(concept, known)
      for (const one of languages) if (read.includes(one)) for (const text of words[one].split('|')) if (text !== '') known.add(text)
    }
  }
  return texts
}

function addPhrase(phrases: Phrases, concept: string, text: string, language: Language): void {
  if (/[\p{sc=Thai}\p{sc=Han}]/u.test(text)) addDense(phrases.dense, concept, text)
  else addSpaced(phrases, concept, text, language)
}

function addSpaced(phrases: Phrases, concept: string, text: string, language: Language): void {
  const words = text.split(/\s+/).flatMap((word) => toWords(word, language))
  const anchor = words.toSorted((a, b) => b.text.length - a.text.length)[0]
  if (anchor === undefined) return
  const phrase = { concept, anchor, rest: words.filter((word) => word !== anchor) }
  const [map, key] = anchor.open ? [phrases.open, anchor.text] : [phrases.closed, anchor.stem]
  const list = map.get(key)
  if (list === undefined) map.set(key, [phrase])
  else list.push(phrase)
}

function toWords(written: string, language: Language): PhraseWord[] {
  const open = written.endsWith('*')
  const tokens = tokenise(written.replace('*', ''), language)
  return tokens.map((token, at) => ({ text: token.text, stem: token.stem, open: open && at === tokens.length - 1 }))
}

function addDense(root: Branch, concept: string, text: string): void {
  const parts = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s*]/g, '')
    .split('~')
    .filter((part) => part !== '')
  let at = root
  for (let unit = 0; unit < (parts[0]?.length ?? 0); unit++) {
    const code = parts[0]?.charCodeAt(unit) ?? 0
    const following = at.next.get(code) ?? branch()
    at.next.set(code, following)
    at = following
  }
  if (at !== root) at.phrases.push({ concept, parts })
}

function branch(): Branch {
  return { next: new Map(), phrases: [] }
}
