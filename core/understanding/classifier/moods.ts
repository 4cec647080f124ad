import { hashOf, mix } from '../hash.ts'
import { addSequences, addTogether } from '../judge/classes.ts'
import { bagFor } from '../judge/words.ts'
import { vocabulary } from '../mood/vocabulary.ts'
import { classUnits } from '../phrases/class-units.ts'
import { findHits } from '../phrases/lexicon.ts'
import { tokenise } from '../phrases/tokens.ts'
import type { Token } from './tokens.ts'

/** What a text's words of feeling say, hashed: each with the place in the text where it starts (UTF-16 units). */
export interface Felt {
  hash: number
  from: number
}

/** Words of feeling by their classes, which languages share, alone, in their order and together, and the words that a "not" turns. */
export function feltIn(text: string, words: readonly Token[]): { classes: Felt[]; denied: Felt[] } {
  const tokens = tokenise(text)
  const hits = findHits(vocabulary, tokens)
  const units = classUnits(text, tokens, hits)
  const bag = bagFor(256)
  addSequences(bag, units, 0)
  addTogether(bag, units, 0)
  const classes = Array.from({ length: bag.size }, (_, index) => ({
    hash: mix(bag.hashes[index] ?? 0, salts.felt),
    from: units[bag.first[index] ?? 0]?.from ?? 0,
  }))
  const deniers = (hits.get('not') ?? []).map(({ last }) => tokens[last]?.to ?? 0)
  return { classes, denied: deniers.flatMap((end) => deniedAfter(words, end)) }
}

const salts = { felt: 99, denied: 98 }

/** The next words up to the next sign: further on a "not" is rarely meant. */
function deniedAfter(words: readonly Token[], end: number): Felt[] {
  const start = firstFrom(words, end)
  const denied: Felt[] = []
  for (let index = start; index < start + reach; index++) {
    const word = words[index]
    if (word?.kind !== 'word') break
    denied.push({ hash: mix(hashOf(word.text), salts.denied), from: word.from })
  }
  return denied
}

const reach = 4

/** The first word that starts at a place or behind it; words are in order. */
function firstFrom(words: readonly Token[], place: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.from ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}
