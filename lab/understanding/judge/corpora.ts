import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languages } from '../../../core/language.ts'
import { hashOf, mix } from '../../../core/understanding/hash.ts'
import { readLines, Text } from '../lines.ts'

export const PersonLine = z.object({ text: Text, person: z.boolean() })
export type MoodLine = z.output<typeof MoodLine>
export const MoodLine = z.object({
  text: Text,
  mood: z.enum(['negative', 'neutral', 'positive']),
  frustrated: z.boolean().default(false),
  confused: z.boolean().default(false),
})

/** A line of the project's own corpora with its language, the fold it is held back in (by a hash of its text), and who wrote it. */
export type Told<T> = T & { language: Language; fold: number; writer: string }

export const folds = 5
/** The writer of all corpora that are not named after another. */
export const firstWriter = 'first'

/** The project's own texts of one kind in all six languages. */
export async function readCorpora<T extends { text: string }>(kind: 'person' | 'messages', schema: z.ZodType<T>): Promise<Told<T>[]> {
  const lines: Told<T>[] = []
  for (const language of languages)
    for (const file of filesOf(language, kind)) {
      const read = await readLines(file, schema, { empty: 'refused' })
      const writer = /-(other.*)\.jsonl$/.exec(file)?.[1] ?? firstWriter
      lines.push(...read.map((line) => ({ ...line, language, fold: foldOf(line.text), writer })))
    }
  return lines
}

export function foldOf(text: string): number {
  return mix(hashOf(text.trim().toLowerCase()), 7) % folds
}

/** The corpora of a kind: the first, the lines added for the borders that are hard to tell, and those of other writers (`-other`). */
function filesOf(language: Language, kind: 'person' | 'messages'): string[] {
  const folder = join('lab', 'corpora', language)
  const names = kind === 'person' ? /^person[\w-]*\.jsonl$/ : /^(?:messages|mood-[\w-]+)\.jsonl$/
  const named = readdirSync(folder).filter((name) => names.test(name))
  return named.sort().map((name) => join(folder, name))
}
