import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { isBlank } from '../../core/blank.ts'

/** A file that cannot be used, said in one line that names the file, the line and what to do. */
export class BadFile extends Error {
  override name = 'BadFile'
}

const emptyText = 'is empty; remove the line or give it a text'

/** A text in which something can be seen. */
export const Text = z.string().refine((text) => !isBlank(text), emptyText)

export const Labelled = z.object({ text: Text, label: z.string().trim().min(1) })
export type Labelled = z.infer<typeof Labelled>

/** Reads texts with labels. For training it refuses empty texts and fewer than two labels. */
export async function readLabelled(file: string, { training = false } = {}): Promise<Labelled[]> {
  const lines = await readLines(file, Labelled, { empty: training ? 'refused' : 'left out' })
  const labels = new Set(lines.map(({ label }) => label))
  if (training && labels.size < 2)
    throw new BadFile(`${basename(file)}: all texts have the label "${[...labels][0]}"; to learn a difference, two are needed.`)
  return lines
}

/**
 * What becomes of a line whose text is empty: a model must not learn from it; asked of one, it has no answer, is left out, and is named on
 * the error output.
 */
interface Reading {
  empty?: 'refused' | 'left out'
}

/** Reads one JSON object a line, `.gz` or plain, each checked by `schema`. Refuses a missing, empty, oversized or broken file. */
export async function readLines<T>(file: string, schema: z.ZodType<T>, how: Reading = {}): Promise<T[]> {
  return (await readNumbered(file, schema, how)).map(({ value }) => value)
}

/** What a line holds, and which line of the file it is, from 1 and with the blank ones. */
export interface Numbered<T> {
  line: number
  value: T
}

/** As `readLines`, for what has to be checked across lines. */
async function readNumbered<T>(file: string, schema: z.ZodType<T>, { empty = 'left out' }: Reading = {}): Promise<Numbered<T>[]> {
  if (!existsSync(file)) throw new BadFile(`${file}: there is no such file.`)
  if (statSync(file).size > mostBytes) throw tooLong(file)
  const raw = createReadStream(file)
  const stream = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  const lines: Numbered<T>[] = []
  let number = 0
  let read = 0
  stream.on('data', (chunk: Buffer | string) => {
    read += chunk.length
    // A line without an end would fill the memory before it could be looked at.
    if (read > mostBytes) stream.destroy(tooLong(file))
  })
  try {
    for await (const line of createInterface({ input: stream })) {
      number++
      const said = number === 1 ? line.replace(/^\ufeff/, '') : line
      if (said.trim() === '') continue
      const value = parse(file, number, said, schema)
      if (value !== undefined) lines.push({ line: number, value })
      else if (empty === 'refused') throw new BadFile(`${basename(file)}, line ${number}: the text ${emptyText}.`)
      else console.error(`${basename(file)}, line ${number}: the text is empty; the line is left out.`)
    }
  } catch (error) {
    if (error instanceof BadFile) throw error
    throw new BadFile(`${basename(file)}: cannot be read after line ${number} (${error instanceof Error ? error.message : error}).`)
  }
  if (lines.length === 0) throw new BadFile(`${basename(file)}: the file is empty.`)
  return lines
}

/** Reads documents, each under an id of its own. Refuses the second of the same id. */
export async function readDocuments<T extends { id: string }>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const first = new Map<string, number>()
  const documents = await readNumbered(file, schema)
  for (const { line, value } of documents) {
    const before = first.get(value.id)
    if (before !== undefined) throw new BadFile(`${basename(file)}, line ${line}: the id "${value.id}" stands in line ${before} already.`)
    first.set(value.id, line)
  }
  return documents.map(({ value }) => value)
}

/** Reads questions. Refuses one whose document, told by `named`, is none of `documents`. */
export async function readQuestions<T>(
  file: string,
  schema: z.ZodType<T>,
  { documents, named }: { documents: readonly { id: string }[]; named: (question: T) => string | null | undefined },
): Promise<T[]> {
  const known = new Set(documents.map(({ id }) => id))
  const questions = await readNumbered(file, schema)
  for (const { line, value } of questions) {
    const name = named(value) ?? undefined
    if (name !== undefined && !known.has(name))
      throw new BadFile(`${basename(file)}, line ${line}: the question names the document "${name}", which is not among the documents.`)
  }
  return questions.map(({ value }) => value)
}

/** How many texts of `test` stand word for word in `train`: a result over them is memory, not understanding. */
export function countShared(train: readonly { text: string }[], test: readonly { text: string }[]): number {
  const known = new Set(train.map(({ text }) => text.trim().toLowerCase()))
  return test.filter(({ text }) => known.has(text.trim().toLowerCase())).length
}

/** How many texts stand under several labels: nobody can learn which is right. */
export function countContradictions(lines: readonly Labelled[]): number {
  const labels = Map.groupBy(lines, ({ text }) => text.trim().toLowerCase())
  return [...labels.values()].filter((same) => new Set(same.map(({ label }) => label)).size > 1).length
}

const mostBytes = 256 * 2 ** 20

function tooLong(file: string): BadFile {
  return new BadFile(`${basename(file)}: is larger than ${mostBytes / 2 ** 20} MB. Take a sample of it.`)
}

/** What the line says by the schema; `undefined` where nothing but its text is wanting. */
function parse<T>(file: string, number: number, line: string, schema: z.ZodType<T>): T | undefined {
  const place = `${basename(file)}, line ${number}`
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new BadFile(`${place}: this is no JSON. Each line is one object.`)
  }
  const checked = schema.safeParse(json)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  if (checked.error.issues.length === 1 && issue?.message === emptyText) return undefined
  throw new BadFile(`${place}: ${issue?.path.join('.') || 'the line'}: ${issue?.message}.`)
}
