import { type ClassUnit, classUnits } from '../phrases/class-units.ts'
import type { Hit, Hits } from '../phrases/lexicon.ts'
import type { Token } from '../phrases/tokens.ts'
import { addSequences, addTogether } from './classes.ts'
import { addMarks, addWords, type Bag, marksOf } from './words.ts'

/** A stretch of the text that features lean on. */
export interface Place {
  from: number
  to: number
}

/** Features as hashes, each with its group and the two places it leans on (the same twice where it is one). Parallel arrays. */
export interface Evidence {
  hashes: Uint32Array
  groups: Uint8Array
  first: Uint32Array
  second: Uint32Array
  places: Place[]
}

export interface Looked {
  text: string
  tokens: readonly Token[]
  hits: Hits
  /** Phrases that rules have found to matter: classes of their own beside those of the lexicon. */
  flags?: Readonly<Record<string, readonly Hit[]>>
}

/** Words, letters and signs, and the row of lexicon classes: what was learnt in one language serves in all. */
export function evidenceOf({ text, tokens, hits, flags = {} }: Looked): Evidence {
  const bag: Bag = { hashes: [], groups: [], first: [], second: [] }
  const marks = marksOf(text)
  const units = classUnits(text, tokens, hits)
  for (const [name, phrases] of Object.entries(flags)) flagUnits(units, tokens, { name, phrases })
  addWords(bag, tokens)
  addMarks(bag, marks, tokens.length)
  addSequences(bag, units, tokens.length + marks.length)
  addTogether(bag, units, tokens.length + marks.length)
  return {
    hashes: Uint32Array.from(bag.hashes),
    groups: Uint8Array.from(bag.groups),
    first: Uint32Array.from(bag.first),
    second: Uint32Array.from(bag.second),
    places: [...tokens, ...marks, ...units],
  }
}

function flagUnits(units: ClassUnit[], tokens: readonly Token[], { name, phrases }: { name: string; phrases: readonly Hit[] }): void {
  const starts = new Set(phrases.map(({ first }) => tokens[first]?.from))
  for (const unit of units) if (unit.to > unit.from && starts.has(unit.from)) unit.classes = [name, ...unit.classes]
}
