import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languages } from '../../core/language.ts'

const Lines = z.array(z.string()).min(1)
const Opening = z.object({ text: z.string(), intent: z.string(), mood: z.enum(['positive', 'neutral', 'negative']) })
const Talk = z.object({
  customer: z.object({ thanks: Lines, yesSolved: Lines, notSolved: Lines, stillWaiting: Lines, giveOrder: Lines, details: Lines, bye: Lines }),
  team: z.object({ hello: Lines, looking: Lines, fixed: z.record(z.string(), Lines), bye: Lines }),
})
export type Opening = z.infer<typeof Opening>
export type Talk = z.infer<typeof Talk>

/** What is said in one language of the demo company: its articles, and the words of its customers and colleagues. */
export interface Content {
  articles: { slug: string; title: string; body: string }[]
  examples: Record<string, string[]>
  openings: Opening[]
  /** Ways to ask for a person. */
  wants: string[]
  talk: Talk
}

const folder = join(import.meta.dirname, 'content')

/** Reads the content of all languages; a file that is not as expected stops the start and is named. */
export function readContent(): Record<Language, Content> {
  return Object.fromEntries(languages.map((language) => [language, readLanguage(language)])) as Record<Language, Content>
}

function readLanguage(language: Language): Content {
  return {
    articles: readArticles(join(folder, language, 'articles')),
    examples: read(language, 'examples', z.record(z.string(), Lines)),
    openings: read(language, 'openings', z.array(Opening).min(1)),
    wants: read(language, 'person', z.object({ wants: Lines })).wants,
    talk: read(language, 'talk', Talk),
  }
}

function read<S extends z.ZodType>(language: Language, name: string, shape: S): z.output<S> {
  const file = join(folder, language, `${name}.json`)
  const parsed = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is not as expected: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** The first line is the title. */
function readArticles(where: string): Content['articles'] {
  return readdirSync(where)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const [first = '', ...rest] = readFileSync(join(where, file), 'utf8').split('\n')
      return { slug: file.replace('.md', ''), title: first.replace(/^#\s*/, '').trim(), body: rest.join('\n').trim() }
    })
}

/** Fills in `{{gap}}`; a gap for which nothing is known goes with the comma and the title of address before it. */
export function fill(line: string, gaps: Record<string, string | null>): string {
  const filled = line.replace(/(,?\s*(?:คุณ\s*|Kak\s+)?)\{\{(\w+)\}\}/gu, (_, before: string, gap: string) => {
    const value = gaps[gap]
    return value ? `${before.replace(/คุณ\s+/u, 'คุณ')}${value}` : ''
  })
  const start = filled.replace(/^[\s,，]+/, '')
  return start.charAt(0).toUpperCase() + start.slice(1)
}
