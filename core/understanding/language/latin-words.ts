import { fold, placeIn, squeeze } from '../words.ts'

/** A word of Latin letters with its place in the text as it was written. */
export interface LatinWord {
  text: string
  from: number
  to: number
}

/** Beyond this much a text says nothing new about its language. */
export const longestRead = 2000

/** The words that tell a language: without names after @ and #, addresses and short forms of markup. */
export function latinWords(text: string): LatinWord[] {
  const folded = fold(text.slice(0, longestRead))
  const words: LatinWord[] = []
  const readable = folded.text.replace(noise, (found) => ' '.repeat(found.length))
  word.lastIndex = 0
  for (let match = word.exec(readable); match; match = word.exec(readable)) {
    const { from, to } = placeIn(folded, match.index, match.index + match[0].length)
    words.push({ text: squeeze(match[0]), from, to })
  }
  return words
}

const noise =
  /https?:\/\/\S{1,300}|www\.\S{1,300}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|[@#][\p{L}\p{N}_.]{1,100}|&\w{2,6};|\b[a-z]{0,6}[-_]?\d[\w-]{0,40}/gu
const word = /\p{Script=Latin}[\p{Script=Latin}\p{Mn}]*(?:'\p{Script=Latin}+)?/gu
