import { listMark } from './markdown.ts'

/** An answer is never longer than this, in UTF-16 units: what a chat bubble holds without scrolling. */
export const longestAnswer = 420

/**
 * The sentences of a plain text. A whole list that fits an answer is one sentence, so that steps are not torn apart. Chinese ends its
 * sentences with its own marks; Thai has none and parts its clauses by spaces.
 */
export function toSentences(text: string): string[] {
  const lines = text.split('\n')
  if (lines.length > 1 && text.length <= longestAnswer) return [text].filter((list) => list.trim() !== '')
  return lines
    .flatMap((line) => splitLine(line))
    .map((part) => part.trim())
    .filter(Boolean)
}

/** Joins adjacent sentences as their script does; a point of a list begins a line of its own. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((text, next) => text + between(text, next) + next, '')
}

function between(text: string, next: string): string {
  if (text === '') return ''
  if (markOf(next)) return '\n'
  return /[。！？；]$/u.test(text) ? '' : ' '
}

const markOf = (line: string): string => line.match(listMark)?.[0] ?? ''

/** An ending mark, with closing quotes, before a space and no small letter: "e.g. this" and "3.5" stay whole. */
const spacedEnd = /(?<=[.!?…]["')\]”’»]?)\s+(?=[^\p{Ll}\s])/u
const denseEnd = /(?<=[。！？；][”’」』）]?)(?![”’」』）])/u
const abbreviation = /(?:^|\s)(?:nr|u|lk|sh|nt|jne|st|no|e\.g|i\.e|dll|mis)\.$/iu

/** The number of a step is no sentence by itself. */
function splitLine(line: string): string[] {
  const mark = markOf(line)
  return splitWords(line.slice(mark.length)).map((part, at) => (at === 0 ? mark + part : part))
}

function splitWords(line: string): string[] {
  return line.split(denseEnd).flatMap((part) => (isThai(part) ? thaiClauses(part) : mergeAbbreviations(part.split(spacedEnd))))
}

function isThai(text: string): boolean {
  return (text.match(/\p{sc=Thai}/gu)?.length ?? 0) * 2 > text.length
}

/** Thai writes a space between clauses and around numbers: blocks are joined until they are long enough to mean something. */
function thaiClauses(text: string): string[] {
  const clauses: string[] = []
  let open = ''
  for (const block of text.split(/\s+/)) {
    open = open === '' ? block : `${open} ${block}`
    if (open.length >= 60 && /\p{sc=Thai}$/u.test(block)) {
      clauses.push(open)
      open = ''
    }
  }
  const last = clauses.at(-1)
  if (open.length > 0 && open.length < 25 && last !== undefined) clauses[clauses.length - 1] = `${last} ${open}`
  else if (open !== '') clauses.push(open)
  return clauses
}

function mergeAbbreviations(parts: string[]): string[] {
  const merged: string[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (last !== undefined && abbreviation.test(last)) merged[merged.length - 1] = `${last} ${part}`
    else merged.push(part)
  }
  return merged
}
