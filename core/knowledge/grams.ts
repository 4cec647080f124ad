import type { Token } from '../understanding/lexicon/tokens.ts'
import { plain } from '../understanding/words.ts'

/** Letters of a spaced word that make a piece, and characters of a dense script. */
const spacedSizes = [3, 4] as const
const denseSizes = { thai: [3, 4], han: [1, 2] } as const

/**
 * The pieces of a text that make misspelt, inflected and wrongly segmented words meet, by token; a piece of a dense script may reach over
 * words and belongs to the one it starts in. Character n-grams need no dictionary: McNamee and Mayfield, Information Retrieval 2004.
 */
export function gramsByToken(tokens: readonly Token[]): string[][] {
  const pieces = tokens.map((token) => (token.dense || token.stop ? [] : wordGrams(plain(token.text))))
  for (let first = 0; first < tokens.length; first++) {
    if (!tokens[first]?.dense) continue
    let end = first
    while (tokens[end]?.dense && (end === first || tokens[end]?.from === tokens[end - 1]?.to)) end++
    addDense(tokens, first, end, pieces)
    first = end - 1
  }
  return pieces
}

function wordGrams(word: string): string[] {
  const framed = `^${word}`
  const found: string[] = []
  for (const size of spacedSizes) for (let at = 0; at + size <= framed.length; at++) found.push(framed.slice(at, at + size))
  return found
}

function addDense(tokens: readonly Token[], first: number, end: number, pieces: string[][]): void {
  let flat = ''
  const owner: number[] = []
  for (let at = first; at < end; at++) {
    flat += tokens[at]?.text ?? ''
    while (owner.length < flat.length) owner.push(at)
  }
  const sizes = flat.charCodeAt(0) < 0x2e80 ? denseSizes.thai : denseSizes.han
  for (const size of sizes) {
    for (let at = 0; at + size <= flat.length; at++) pieces[owner[at] ?? first]?.push(flat.slice(at, at + size))
  }
}
