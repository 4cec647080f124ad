import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** What a customer opens with. */
export interface Line {
  file: string
  number: number
  text: string
  lang: string | null
  intent: string | null
}

/** One line of a file; a bad one says why. Keys that are not ours are left alone. */
export function readLine(raw: string): { ok: true; text: string; lang: string | null; intent: string | null } | { ok: false; says: string } {
  const value = parse(raw)
  if (value === undefined) return { ok: false, says: 'is not JSON' }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: false, says: 'is not an object' }
  const { text, lang, intent } = value as Record<string, unknown>
  if (text === undefined) return { ok: false, says: 'has no "text"' }
  if (typeof text !== 'string') return { ok: false, says: '"text" is not a string' }
  if (text.trim() === '') return { ok: false, says: '"text" is empty' }
  if (!isTextOrNothing(lang)) return { ok: false, says: '"lang" is not a string' }
  if (!isTextOrNothing(intent)) return { ok: false, says: '"intent" is not a string' }
  return { ok: true, text, lang: lang ?? null, intent: intent ?? null }
}

/** The good lines of all files in order, at most `limit`; each bad one is told with its file and number. */
export async function readFiles(files: string[], limit: number, complain: (says: string) => void): Promise<Line[]> {
  const lines: Line[] = []
  for (const file of files) {
    let number = 0
    for await (const raw of linesOf(file)) {
      if (lines.length >= limit) return lines
      number += 1
      if (raw.trim() === '' && number > 1) continue
      const read = readLine(raw)
      if (read.ok) lines.push({ file, number, text: read.text, lang: read.lang, intent: read.intent })
      else complain(`${file}, line ${number}: ${read.says}; it is skipped.`)
    }
  }
  return lines
}

/** Yields the lines of a file, unpacked when it ends in .gz. Throws when it cannot be read. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const input: Readable = file.endsWith('.gz') ? source.pipe(createGunzip()) : source
  source.on('error', (error) => input.destroy(error))
  const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  // readline leaves errors of its input to the input: they end the reading here.
  let failed: Error | undefined
  input.on('error', (error) => {
    failed = error
    reader.close()
  })
  yield* reader
  source.destroy()
  if (failed) throw failed
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isTextOrNothing = (value: unknown): value is string | null | undefined => value === undefined || value === null || typeof value === 'string'
