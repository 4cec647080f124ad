import { type ClassUnit, classUnits } from '../phrases/class-units.ts'
import type { Hit, Hits } from '../phrases/lexicon.ts'
import { type Token, tokenise } from '../phrases/tokens.ts'
import { addSequences, addTogether } from './classes.ts'
import { addOrder } from './order.ts'
import { addMarks, addWords, type Bag, bagFor, type Mark, marksOf } from './words.ts'

/** Raised whenever a text gets other features than before: weights learnt for the former ones are then refused instead of misread. */
export const judgeFeatures = 1

/** A stretch of the text that features lean on. */
export interface Place {
  from: number
  to: number
}

/** Features as hashes, each with its group and the two places it leans on (the same twice where it is one). Parallel arrays. */
interface Listed {
  hashes: Uint32Array
  groups: Uint8Array
  first: Uint32Array
  second: Uint32Array
}

export interface Evidence extends Listed {
  places: Place[]
}

/** A text cut into tokens and signs, with the features of both: what all who judge it weigh alike, made once. */
export interface Wording {
  text: string
  tokens: readonly Token[]
  marks: readonly Mark[]
  features: Listed
}

export function wordingOf(text: string): Wording {
  const tokens = tokenise(text)
  const marks = marksOf(text)
  const bag = bagFor(text.length * 8 + 64)
  addWords(bag, tokens)
  addMarks(bag, marks, tokens.length)
  return { text, tokens, marks, features: filled(bag) }
}

export interface Looked {
  wording: Wording
  hits: Hits
  /** Phrases that rules have found to matter: classes of their own beside those of the lexicon. */
  flags?: Readonly<Record<string, readonly Hit[]>>
  /** Whether it also matters who does what to whom: classes in their order, see `addOrder`. */
  ordered?: boolean
}

/** Words, letters and signs, and the row of lexicon classes: what was learnt in one language serves in all. */
export function evidenceOf({ wording, hits, flags = {}, ordered = false }: Looked): Evidence {
  const { text, tokens, marks, features } = wording
  const units = classUnits(text, tokens, hits)
  for (const [name, phrases] of Object.entries(flags)) flagUnits(units, tokens, { name, phrases })
  const bag = begun(features)
  addSequences(bag, units, tokens.length + marks.length)
  addTogether(bag, units, tokens.length + marks.length)
  if (ordered) addOrder(bag, { tokens, units, from: tokens.length + marks.length })
  return { ...filled(bag), places: [...tokens, ...marks, ...units] }
}

function filled({ size, hashes, groups, first, second }: Bag): Listed {
  return { hashes: hashes.slice(0, size), groups: groups.slice(0, size), first: first.slice(0, size), second: second.slice(0, size) }
}

/** A bag with the features of the words in it and room for as many of the classes as there mostly are. */
function begun({ hashes, groups, first, second }: Listed): Bag {
  const bag = bagFor(hashes.length + 256)
  bag.hashes.set(hashes)
  bag.groups.set(groups)
  bag.first.set(first)
  bag.second.set(second)
  bag.size = hashes.length
  return bag
}

function flagUnits(units: ClassUnit[], tokens: readonly Token[], { name, phrases }: { name: string; phrases: readonly Hit[] }): void {
  const starts = new Set(phrases.map(({ first }) => tokens[first]?.from))
  for (const unit of units) if (unit.to > unit.from && starts.has(unit.from)) unit.classes = [name, ...unit.classes]
}
