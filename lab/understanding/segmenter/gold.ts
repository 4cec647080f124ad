import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { isBlank } from '../../../core/blank.ts'
import { fold } from '../../../core/understanding/words.ts'
import { BadFile } from '../lines.ts'

/** A text with the words that people cut it into; spaces between them belong to none. */
export interface Cut {
  text: string
  /** Where each word stands, in UTF-16 units of the text as it was written. */
  spans: [from: number, to: number][]
}

/** Reads texts cut by people: lines `{"text","words"}` (also `tokens`), or words between upright strokes ("a|b|c"). */
export function readCuts(file: string): Cut[] {
  if (!existsSync(file)) throw new BadFile(`${file}: there is no such file.`)
  const bytes = readFileSync(file)
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  const cuts = lines.flatMap((line, index) => (line.trim() === '' ? [] : readSeen(line, `${basename(file)}, line ${index + 1}`)))
  if (cuts.length === 0) throw new BadFile(`${basename(file)}: the file is empty.`)
  return cuts
}

/** The borders of the words in the folded text, as the model sees it. */
export function foldedBorders({ text, spans }: Cut): { text: string; borders: Set<number> } {
  const edges = new Set(spans.flat())
  const folded = fold(text)
  const borders = new Set<number>()
  for (let unit = 0; unit <= folded.text.length; unit++) {
    const origin = folded.at[unit] ?? 0
    if (edges.has(origin) && (unit === 0 || folded.at[unit - 1] !== origin)) borders.add(unit)
  }
  return { text: folded.text, borders }
}

const Line = z.object({ text: z.string(), words: z.array(z.string()).optional(), tokens: z.array(z.string()).optional() })

/** A text without anything to be seen has no words: it is named and left out. */
function readSeen(line: string, place: string): Cut[] {
  const cut = readCut(line, place)
  if (!isBlank(cut.text)) return [cut]
  console.error(`${place}: the text is empty; the line is left out.`)
  return []
}

function readCut(line: string, place: string): Cut {
  if (!line.startsWith('{')) {
    const words = line.split('|')
    return { text: words.join(''), spans: spansOf(words.join(''), words, place) }
  }
  const parsed = Line.safeParse(readJson(line, place))
  const words = parsed.data?.words ?? parsed.data?.tokens
  if (!parsed.success || !words) throw new BadFile(`${place}: a line is {"text","words"}, words a list.`)
  return { text: parsed.data.text, spans: spansOf(parsed.data.text, words, place) }
}

function readJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new BadFile(`${place}: this is no JSON. Each line is one object, or words between upright strokes.`)
  }
}

function spansOf(text: string, words: string[], place: string): Cut['spans'] {
  let at = 0
  const spans: Cut['spans'] = []
  for (const word of words) {
    if (word.trim() === '') continue
    const from = text.indexOf(word, at)
    if (from < 0) throw new BadFile(`${place}: the word "${word}" does not stand in the text after "${text.slice(Math.max(0, at - 10), at)}".`)
    at = from + word.length
    spans.push([from, at])
  }
  return spans
}
