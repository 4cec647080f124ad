export interface Piece {
  text: string
  /** One of the words that were looked for, as they were typed. */
  found: boolean
}

/** So much stands before the first word that was found: it is seen in a narrow row, with what leads to it. */
const before = 18

/** The words of a message from a little before the first that was looked for, in pieces; what was found by its meaning alone stands from its beginning. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const wanted = words.filter((word) => word !== '').toSorted((a, b) => b.length - a.length)
  if (wanted.length === 0) return [{ text, found: false }]
  const any = new RegExp(wanted.map(escaped).join('|'), 'giu')
  const first = Math.max(0, text.search(any))
  const start = startBefore(text, first)
  const shown = start > 0 ? `…${text.slice(start)}` : text
  const pieces: Piece[] = []
  let at = 0
  for (const { index, 0: word } of shown.matchAll(any)) {
    if (index > at) pieces.push({ text: shown.slice(at, index), found: false })
    pieces.push({ text: word, found: true })
    at = index + word.length
  }
  if (at < shown.length) pieces.push({ text: shown.slice(at), found: false })
  return pieces
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Never within a word, where words have spaces between them, nor between a letter and its marks. */
function startBefore(text: string, first: number): number {
  if (first <= before) return 0
  const from = first - before
  const space = text.slice(from - 1, first).search(/\s/u)
  if (space >= 0) return from + space
  let start = from
  while (start < first && /^[\p{M}\u{DC00}-\u{DFFF}]/u.test(text.slice(start))) start++
  return start
}
