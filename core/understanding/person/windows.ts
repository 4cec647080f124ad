import type { Wording } from '../judge/evidence.ts'

/** A part of a text that is read by itself. */
export interface Window {
  text: string
  /** Where it begins in the whole. */
  at: number
  /** Where somebody has taken it apart already. */
  wording?: Wording
}

/**
 * A short message is one window. A long one is cut at ends of sentences, so that a request at its end is not lost among many words;
 * what has no ends of sentences is cut at the next space. Windows do not overlap: linear.
 */
export function windowsOf(text: string, wording?: Wording): Window[] {
  if (text.length <= oneWindow) return [{ text, at: 0, ...(wording && { wording }) }]
  const windows: Window[] = []
  let start = 0
  let end = 0
  for (const { index, 0: stop } of [...text.matchAll(sentenceEnd), { index: text.length, 0: '' }]) {
    const next = index + stop.length
    while (next - start > longestWindow) {
      end = end > start ? end : cutBefore(text, start + longestWindow)
      windows.push({ text: text.slice(start, end), at: start })
      start = end
    }
    end = next
  }
  if (start < text.length) windows.push({ text: text.slice(start), at: start })
  return windows
}

/** The sentences of a longer window in groups of some length: one sentence that asks must not drown among others. */
export function partsOf({ text, at }: Window): Window[] {
  if (text.length < parted) return []
  const parts: Window[] = []
  let start = 0
  for (const { index, 0: stop } of text.matchAll(sentenceEnd)) {
    const end = index + stop.length
    if (end - start < shortestPart) continue
    parts.push({ text: text.slice(start, end), at: at + start })
    start = end
  }
  if (start < text.length) parts.push({ text: text.slice(start), at: at + start })
  return parts.length > 1 ? parts : []
}

const parted = 160
const shortestPart = 80
const oneWindow = 260
const longestWindow = 200
const sentenceEnd = /[.!?。！？;；\n…]+\s*/g

function cutBefore(text: string, limit: number): number {
  for (let end = limit; end > limit - 60; end--) if (/\s/.test(text.charAt(end - 1))) return end
  return limit
}
