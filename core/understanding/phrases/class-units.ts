import type { Hits } from './lexicon.ts'
import { type Token, wordWidth } from './tokens.ts'

/** A phrase of the lexicon where it stands, by the classes it belongs to; or an end of a sentence, which has no width. */
export interface ClassUnit {
  classes: readonly string[]
  /** Place in the text as it was written (UTF-16 units). */
  from: number
  to: number
  /** In twelfths of a word, as in `Token`. */
  start: number
  end: number
}

/** The text as a row of classes: at each place the longest phrase, the words between left out, sentences with a start and an end. */
export function classUnits(text: string, tokens: readonly Token[], hits: Hits): ClassUnit[] {
  const longest = longestAt(hits)
  const units: ClassUnit[] = [border('^', 0, 0)]
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] as Token
    const found = longest.get(index)
    if (token.stop) {
      const sign = /[?？]/.test(text.slice(token.from, token.to)) ? '?' : '.'
      units.push(border(sign, token.from, token.place - 19 * wordWidth), border('^', token.to, token.place))
    } else if (found) units.push(unitOf(tokens, index, found))
    index = found && !token.stop ? found.last + 1 : index + 1
  }
  const last = tokens.at(-1)
  units.push(border('$', last?.to ?? 0, last ? last.place + last.width : 0))
  return units
}

/** How far apart two neighbours stand: next to each other, one word, a few, many. */
export function gapBetween(before: ClassUnit, after: ClassUnit): 0 | 1 | 2 | 3 {
  const words = (after.start - before.end) / wordWidth
  return words < 0.9 ? 0 : words < 2.1 ? 1 : words < 5 ? 2 : 3
}

interface Found {
  last: number
  classes: string[]
}

/** Beyond four classes a phrase says nothing more. */
const mostClasses = 4

function longestAt(hits: Hits): Map<number, Found> {
  const longest = new Map<number, Found>()
  for (const [name, list] of hits) {
    if (name.includes('@')) continue
    for (const { first, last } of list) {
      const known = longest.get(first)
      if (!known || last > known.last) longest.set(first, { last, classes: [name] })
      else if (last === known.last && !known.classes.includes(name)) known.classes.push(name)
    }
  }
  return longest
}

function unitOf(tokens: readonly Token[], first: number, { last, classes }: Found): ClassUnit {
  const [start, end] = [tokens[first], tokens[last]]
  return {
    classes: classes.sort().slice(0, mostClasses),
    from: start?.from ?? 0,
    to: end?.to ?? 0,
    start: start?.place ?? 0,
    end: (end?.place ?? 0) + (end?.width ?? 0),
  }
}

function border(sign: string, at: number, place: number): ClassUnit {
  return { classes: [sign], from: at, to: at, start: place, end: place }
}
