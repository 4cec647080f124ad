import { fold, placeIn, plain, squeeze } from '../words.ts'

/** What rules compare: a Latin word, a number, one letter of a script without spaces, or the end of a sentence. */
export interface Token {
  text: string
  /** Place in the text as it was written. */
  from: number
  to: number
  /** Distance from the start of the text, in twelfths of a word, so that one window serves words and characters alike. */
  place: number
  width: number
  stop: boolean
}

export const wordWidth = 12

/** Cuts a text into tokens: linear, and it takes any string. */
export function tokenise(text: string): Token[] {
  const folded = fold(text)
  const tokens: Token[] = []
  let place = 0
  token.lastIndex = 0
  for (let match = token.exec(folded.text); match; match = token.exec(folded.text)) {
    const [raw] = match
    const { index } = match
    const stop = raw.length === 1 && sentenceEnd.test(raw)
    if (stop) place += 20 * wordWidth
    if (raw.length === 1 && comma.test(raw)) {
      place += 3 * wordWidth
      continue
    }
    const usual = widthOf(raw)
    // Thai and Chinese put a space where others put a comma.
    if (usual < wordWidth && space.test(folded.text.charAt(index - 1))) place += 2 * wordWidth
    const width = stop ? 0 : usual
    const spelt = raw.length === 1 ? raw : plain(squeeze(raw)).replaceAll("'", '')
    const { from, to } = placeIn(folded, index, index + raw.length)
    tokens.push({ text: spelt, from, to, place, width, stop })
    place += width
  }
  return joinSpelledOut(tokens)
}

const token = /\p{Script=Latin}[\p{Script=Latin}\p{Mn}]*(?:'\p{Script=Latin}+)*|\p{N}+|[\p{L}\p{M}]|[.!?。！？;；\n…,，、]/gu
const sentenceEnd = /[.!?。！？;；\n…]/
const comma = /[,，、]/
const space = /\s/

function widthOf(raw: string): number {
  const code = raw.charCodeAt(0)
  if (code >= 0x0e00 && code <= 0x0e7f) return 3
  if (code >= 0x4e00 && code <= 0x9fff) return 6
  return wordWidth
}

/** "h u m a n" is a word too: four or more single letters in a row are joined. */
function joinSpelledOut(tokens: Token[]): Token[] {
  if (!tokens.some(isLetter)) return tokens
  const joined: Token[] = []
  let run: Token[] = []
  for (const token of [...tokens, undefined]) {
    if (token && isLetter(token)) {
      run.push(token)
      continue
    }
    const [first] = run
    const last = run.at(-1)
    if (first && last && run.length >= 4) joined.push({ ...first, text: run.map(({ text }) => text).join(''), to: last.to })
    else joined.push(...run)
    run = []
    if (token) joined.push(token)
  }
  return joined
}

function isLetter({ text }: Token): boolean {
  return text.length === 1 && text >= 'a' && text <= 'z'
}
