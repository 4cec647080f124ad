import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

/** A file that cannot be used, said in one line that names the file, the line and what to do. */
export class BadFile extends Error {
  override name = 'BadFile'
}

/** A text in which something can be seen. */
export const Text = z.string().refine((text) => text.trim() !== '', 'is empty; remove the line or give it a text')

export const Labelled = z.object({ text: Text, label: z.string().min(1) })
export type Labelled = z.infer<typeof Labelled>

/** Reads texts with labels. Refuses empty texts; for training also fewer than two labels. */
export async function readLabelled(file: string, { training = false } = {}): Promise<Labelled[]> {
  const lines = await readLines(file, Labelled)
  const labels = new Set(lines.map(({ label }) => label))
  if (training && labels.size < 2)
    throw new BadFile(`${basename(file)}: all texts have the label "${[...labels][0]}"; to learn a difference, two are needed.`)
  return lines
}

/** Reads one JSON object a line, `.gz` or plain, each checked by `schema`. Refuses a missing, empty, oversized or broken file. */
export async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  if (!existsSync(file)) throw new BadFile(`${file}: there is no such file.`)
  if (statSync(file).size > mostBytes) throw tooLong(file)
  const raw = createReadStream(file)
  const stream = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  const lines: T[] = []
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
      if (said.trim() !== '') lines.push(parse(file, number, said, schema))
    }
  } catch (error) {
    if (error instanceof BadFile) throw error
    throw new BadFile(`${basename(file)}: cannot be read after line ${number} (${error instanceof Error ? error.message : error}).`)
  }
  if (lines.length === 0) throw new BadFile(`${basename(file)}: the file is empty.`)
  return lines
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

function parse<T>(file: string, number: number, line: string, schema: z.ZodType<T>): T {
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
  throw new BadFile(`${place}: ${issue?.path.join('.') || 'the line'}: ${issue?.message}.`)
}
