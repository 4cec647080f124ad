import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languages } from '../../../core/language.ts'
import { hashOf, mix } from '../../../core/understanding/hash.ts'
import { readLines } from '../lines.ts'

export const PersonLine = z.object({ text: z.string(), person: z.boolean() })
export type MoodLine = z.output<typeof MoodLine>
export const MoodLine = z.object({
  text: z.string(),
  mood: z.enum(['negative', 'neutral', 'positive']),
  frustrated: z.boolean().default(false),
  confused: z.boolean().default(false),
})

/** A line of the project's own corpora with its language, the fold it is held back in (by a hash of its text), and whether another writer than the others' wrote it. */
export type Told<T> = T & { language: Language; fold: number; byOther: boolean }

export const folds = 5
const otherWriter = 'person-other.jsonl'

/** The project's own texts of one kind in all six languages. */
export async function readCorpora<T extends { text: string }>(kind: 'person' | 'messages', schema: z.ZodType<T>): Promise<Told<T>[]> {
  const lines: Told<T>[] = []
  for (const language of languages)
    for (const file of filesOf(language, kind)) {
      const read = await readLines(file, schema)
      const byOther = file.endsWith(otherWriter)
      lines.push(...read.filter(({ text }) => text.trim() !== '').map((line) => ({ ...line, language, fold: foldOf(line.text), byOther })))
    }
  return lines
}

export function foldOf(text: string): number {
  return mix(hashOf(text.trim().toLowerCase()), 7) % folds
}

/** The first corpus of a kind, and the lines that were added for the borders that are hard to tell. */
function filesOf(language: Language, kind: 'person' | 'messages'): string[] {
  const names = kind === 'person' ? ['person.jsonl', 'person-hard.jsonl', 'person-more.jsonl', otherWriter] : ['messages.jsonl', 'mood-more.jsonl']
  return names.map((name) => join('lab', 'corpora', language, name)).filter((file) => existsSync(file))
}
