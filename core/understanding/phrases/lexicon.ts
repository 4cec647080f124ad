import { type Token, tokenise } from './tokens.ts'

/** Words and phrases, by comma, of each class; a trailing * stands for any ending (Estonian has fourteen cases). */
export type Words = Readonly<Record<string, string>>

/** Tokens `first` to `last` (both included) that are a phrase of a class. */
export interface Hit {
  first: number
  last: number
}

export type Hits = ReadonlyMap<string, readonly Hit[]>

interface Node {
  next: Map<string, Node>
  /** Stems that stand for any ending, by their first two letters. */
  stems: Map<string, [string, Node][]>
  classes: Set<string>
}

export interface Lexicon {
  root: Node
  known: Set<string>
  /** Known words with one letter left out: finds a word through one mistake without comparing it with all of them. */
  near: Map<string, string[]>
}

/** Words of the classes in `forgiving` are known through one typing mistake too. Each class is also kept as `class@n` by vocabulary. */
export function lexicon(vocabularies: readonly Words[], forgiving: readonly string[] = []): Lexicon {
  const made: Lexicon = { root: node(), known: new Set(), near: new Map() }
  for (const [index, words] of vocabularies.entries())
    for (const [name, phrases] of Object.entries(words)) for (const phrase of phrasesOf(phrases)) add(made, [name, `${name}@${index}`], phrase)
  for (const words of vocabularies) for (const name of forgiving) for (const phrase of phrasesOf(words[name] ?? '')) forgive(made, phrase)
  return made
}

/** Every phrase of the lexicon in the tokens, by class, in the order of the text. The class `mask` swallows what it covers. */
export function findHits({ root, known, near }: Lexicon, tokens: readonly Token[]): Hits {
  const read = new Map<string, string>()
  const spelt = tokens.map(({ text }) => {
    const seen = read.get(text)
    if (seen !== undefined) return seen
    const made = known.has(text) ? text : (corrected(text, near) ?? text)
    read.set(text, made)
    return made
  })
  const found: { name: string; hit: Hit }[] = []
  for (let first = 0; first < tokens.length; first++) {
    let nodes: readonly Node[] = [root]
    for (let last = first; last < tokens.length; last++) {
      nodes = step(nodes, tokens[last]?.text ?? '', spelt[last] ?? '')
      if (nodes.length === 0) break
      if (insideThaiSyllable(tokens, first, last)) continue
      for (const { classes } of nodes) for (const name of classes) found.push({ name, hit: { first, last } })
    }
  }
  return byClass(found, tokens.length)
}

function phrasesOf(written: string): string[] {
  return written
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
}

function add({ root, known }: Lexicon, names: readonly string[], phrase: string): void {
  const open = phrase.endsWith('*')
  const texts = tokenise(open ? phrase.slice(0, -1) : phrase).map(({ text }) => text)
  let at = root
  texts.forEach((text, index) => {
    const stem = open && index === texts.length - 1
    if (!stem) known.add(text)
    at = stem ? stemFrom(at, text) : wordFrom(at, text)
  })
  if (at !== root) for (const name of names) at.classes.add(name)
}

function forgive({ near }: Lexicon, phrase: string): void {
  for (const { text } of phrase.endsWith('*') ? [] : tokenise(phrase)) {
    if (!correctable(text)) continue
    for (const shorter of [text, ...shortened(text)]) {
      const words = near.get(shorter) ?? []
      if (!words.includes(text)) near.set(shorter, [...words, text])
    }
  }
}

function wordFrom(at: Node, text: string): Node {
  const following = at.next.get(text) ?? node()
  at.next.set(text, following)
  return following
}

function stemFrom(at: Node, text: string): Node {
  const stems = at.stems.get(text.slice(0, 2)) ?? []
  at.stems.set(text.slice(0, 2), stems)
  const known = stems.find(([stem]) => stem === text)?.[1]
  if (known) return known
  const made = node()
  stems.push([text, made])
  return made
}

function step(nodes: readonly Node[], text: string, spelt: string): readonly Node[] {
  let reached: Node[] | undefined
  const reach = (node: Node) => {
    if (reached) reached.push(node)
    else reached = [node]
  }
  for (const { next, stems } of nodes) {
    const exact = next.get(spelt)
    if (exact) reach(exact)
    const open = stems.size > 0 ? stems.get(text.slice(0, 2)) : undefined
    if (open) for (const [stem, node] of open) if (text.startsWith(stem)) reach(node)
  }
  return reached ?? nowhere
}

const nowhere: readonly Node[] = []

/** Thai writes some vowels before and some after the consonant: the letters of "khon" in "cancel" are no word. */
function insideThaiSyllable(tokens: readonly Token[], first: number, last: number): boolean {
  const start = tokens[first]
  if (!start || start.text < '\u0e01' || start.text > '\u0e4e') return false
  const [before, next, end] = [tokens[first - 1], tokens[last + 1], tokens[last]]
  if (before && before.to === start.from && /^[\u0e40-\u0e44]/.test(before.text)) return true
  return next !== undefined && next.from === end?.to && /^[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/.test(next.text)
}

function byClass(found: { name: string; hit: Hit }[], length: number): Hits {
  const masked = new Array<number>(length).fill(0)
  for (const { name, hit } of found) {
    if (name !== 'mask') continue
    for (let index = hit.first; index <= hit.last; index++) masked[index] = Math.max(masked[index] ?? 0, hit.last - hit.first + 1)
  }
  const hits = new Map<string, Hit[]>()
  for (const { name, hit } of found) {
    const size = hit.last - hit.first + 1
    const [start = 0, end = 0] = [masked[hit.first], masked[hit.last]]
    if (!name.startsWith('mask') && (Math.max(start, end) > size || Math.min(start, end) >= size)) continue
    const list = hits.get(name)
    if (list) list.push(hit)
    else hits.set(name, [hit])
  }
  return hits
}

function correctable(word: string): boolean {
  return word.length >= 5 && word.length <= 24 && /^[a-z]+$/.test(word)
}

function shortened(word: string): string[] {
  // The first letter stays: people seldom miss it, and without it "orange" and "range" would be one word.
  return Array.from({ length: word.length - 1 }, (_, index) => word.slice(0, index + 1) + word.slice(index + 2))
}

function corrected(word: string, near: Lexicon['near']): string | undefined {
  if (near.size === 0 || !correctable(word)) return undefined
  for (const shorter of [word, ...shortened(word)]) {
    const match = near.get(shorter)?.find((candidate) => oneMistake(word, candidate))
    if (match) return match
  }
  return undefined
}

/** One letter too many, too few, wrong, or two letters changed round. */
function oneMistake(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  if (a.length === b.length) {
    if (a.slice(start + 1) === b.slice(start + 1)) return true
    return a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2)
  }
  return a.length > b.length ? a.slice(start + 1) === b.slice(start) : a.slice(start) === b.slice(start + 1)
}

function node(): Node {
  return { next: new Map(), stems: new Map(), classes: new Set() }
}
