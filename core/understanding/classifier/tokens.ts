import { fold, plain, segment, squeeze } from '../words.ts'

/** A word or a mark of a text as a classifier compares it, with its place in the text as it was written (UTF-16 units). */
export interface Token {
  /** Folded, without diacritics and apostrophes, digits as 0, drawn-out letters as one. */
  text: string
  kind: 'word' | 'mark'
  from: number
  to: number
  /** The next word follows without a break, as in Thai and Chinese. */
  joined: boolean
  /** Three or more of one letter stood in it: "soooo". */
  drawn: boolean
  /** Written in capitals, more than one. */
  loud: boolean
}

/** Cuts a text into words and marks (punctuation, emoji). What stands behind the first thousands of letters is not looked at. */
export function tokensOf(whole: string): Token[] {
  const text = whole.slice(0, longest)
  const ascii = isAscii(text)
  const folded = ascii ? { text: text.toLowerCase(), at: undefined } : fold(text)
  const tokens: Token[] = []
  piece.lastIndex = 0
  for (let match = piece.exec(folded.text); match; match = piece.exec(folded.text)) {
    const raw = match[0]
    const first = match.index
    const place = (unit: number) => folded.at?.[unit] ?? unit
    if (dense.test(raw)) addDense(tokens, raw, (unit) => place(first + unit))
    else tokens.push(tokenOf(raw, text, place(first), place(first + raw.length)))
  }
  return tokens
}

/** A customer's message has some tens of words; beyond some thousand it is another's text. */
export const longest = 4000

// Latin and other words with spaces, runs of scripts without spaces, runs of one mark, emoji.
const piece =
  /[\u0e00-\u0e7f]+|[\u3040-\u30ff\u4e00-\u9fff\u3400-\u4dbf]+|(?:(?![\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}\p{M}])+(?:'(?:(?![\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}\p{M}])+)*|([^\s\p{L}\p{N}\p{M}])\1*/gu
const dense = /^[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/
const letter = /^[\p{L}\p{N}\p{M}]/u

function isAscii(text: string): boolean {
  for (let unit = 0; unit < text.length; unit++) if (text.charCodeAt(unit) > 127) return false
  return true
}

function tokenOf(raw: string, text: string, from: number, to: number): Token {
  if (!letter.test(raw)) {
    const mark = raw.length > 1 && raw.codePointAt(0) === raw.codePointAt(raw.length - 1) ? `${raw.charAt(0)}${raw.charAt(0)}` : raw
    return { text: mark, kind: 'mark', from, to, joined: false, drawn: false, loud: false }
  }
  const short = squeeze(raw)
  const spelt = plain(short).replaceAll("'", '').replace(/\p{N}/gu, '0')
  const written = text.slice(from, to)
  const loud = written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase()
  return { text: spelt, kind: 'word', from, to, joined: false, drawn: short.length < raw.length, loud }
}

function addDense(tokens: Token[], raw: string, place: (unit: number) => number): void {
  const words = segment(raw, raw.charCodeAt(0) < 0x3000 ? 'th' : 'zh')
  words.forEach(({ text, from, to }, index) => {
    const next = words[index + 1]
    const drawn = text.length + 1 < to - from
    const joined = next !== undefined && next.from - to < 2
    tokens.push({ text: text.replace(/\p{N}/gu, '0'), kind: 'word', from: place(from), to: place(to), joined, drawn, loud: false })
  })
}
