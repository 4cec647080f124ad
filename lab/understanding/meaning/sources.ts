import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { type Language, languages } from '../../../core/language.ts'
import { conceptLists } from '../../../core/understanding/lexicon/concepts.ts'
import { publicSets } from '../development.ts'

/** Texts of one set with what they have in common; sets are learnt side by side in one space. */
export interface Source {
  name: string
  /** How often a text of it is taken in one pass. */
  share: number
  texts: { text: string; label: string }[]
}

const root = join(import.meta.dirname, '..', '..', '..')

/** All that the space of meaning is learnt from. `without` leaves sets out, to measure what they bring. */
export function readSources(without: readonly string[]): Source[] {
  const sources = [...labelled(), ...own(), ...dictionary(), lexicon(), help(), topics(), sentences(), parallel()]
  return sources.filter(({ name }) => !without.some((left) => name.startsWith(left))).filter(({ texts }) => texts.length > 0)
}

/** Public sets whose licence lets weights be shipped; see docs/models.md. */
function labelled(): Source[] {
  const sets: [string, string, number, string[]][] = [
    ['banking77', 'label', 1, ['banking77/train.jsonl.gz']],
    ['clinc150', 'label', 1, ['clinc150/train.jsonl.gz']],
    ['hwu64', 'label', 1, ['hwu64/train.jsonl.gz']],
    ['truevoice', 'label', 0.5, ['truevoice/train.jsonl.gz']],
    ['truevoice-object', 'object', 0.5, ['truevoice/train.jsonl.gz']],
    ['buerokratt', 'label', 1, ['buerokratt_et/train.jsonl.gz']],
    ['fb', 'label', 1, ['fb_multilingual_th/train.jsonl.gz', 'fb_multilingual_th/en_valid.jsonl.gz']],
    ['xsid', 'label', 4, ['id', 'zh', 'en'].map((language) => `xsid/${language}_valid.jsonl.gz`)],
  ]
  return sets.map(([name, field, share, files]) => ({
    name,
    share,
    texts: files.flatMap((file) => readRows(join(publicSets, file)).map((row) => ({ text: String(row.text), label: String(row[field]) }))),
  }))
}

/** FLORES sentences stand in every language: what is one sentence is one label. */
function parallel(): Source {
  const texts = sibFiles().flatMap((file) => readRows(join(publicSets, file)).map(({ text, id }) => ({ text: String(text), label: String(id) })))
  return { name: 'sib-parallel', share: 1, texts }
}

function sibFiles(): string[] {
  return ['eng_Latn', 'zsm_Latn', 'ind_Latn', 'tha_Thai', 'zho_Hans', 'est_Latn'].map((code) => `sib200/${code}_train.jsonl.gz`)
}

function own(): Source[] {
  const messages = languages.flatMap((language) =>
    readRows(join(root, 'lab', 'corpora', language, 'messages.jsonl')).map(({ text, intent }) => ({ text: String(text), label: String(intent) })),
  )
  const shop = languages.flatMap((language) => {
    const examples = JSON.parse(readFileSync(join(root, 'server', 'demo', 'content', language, 'examples.json'), 'utf8')) as Record<string, string[]>
    return Object.entries(examples).flatMap(([label, texts]) => texts.map((text) => ({ text, label })))
  })
  return [
    { name: 'own-messages', share: 2, texts: messages },
    { name: 'own-shop', share: 1, texts: shop },
  ]
}

/** Everyday words of one meaning, and the field of life they belong to. */
function dictionary(): Source[] {
  const folder = join(root, 'lab', 'corpora', 'dictionary')
  const entries = readdirSync(folder).flatMap((file) => readRows(join(folder, file)))
  const words = entries.flatMap((row) =>
    languages.flatMap((language) =>
      ((row[language] as string[] | undefined) ?? []).map((word) => ({
        text: word.replaceAll('*', ''),
        concept: String(row.concept),
        topic: String(row.topic),
      })),
    ),
  )
  return [
    { name: 'dictionary', share: 1, texts: words.map(({ text, concept }) => ({ text, label: concept })) },
    { name: 'dictionary-topics', share: 1, texts: words.map(({ text, topic }) => ({ text, label: topic })) },
  ]
}

function lexicon(): Source {
  const texts = conceptLists
    .flatMap((list) => Object.entries(list))
    .flatMap(([label, words]) =>
      languages.flatMap((language) =>
        words[language].split('|').map((phrase) => ({ text: phrase.replaceAll('*', '').replaceAll('~', ' ').trim(), label })),
      ),
    )
  return { name: 'lexicon', share: 1, texts: texts.filter(({ text }) => text !== '') }
}

/** Help centres with questions in other words: a question, the title and each sentence of its article mean one thing, in every language. */
function help(): Source {
  const folder = join(root, 'lab', 'corpora', 'help')
  const texts = readdirSync(folder).flatMap((company) =>
    languages.flatMap((language) => {
      const docs = readRows(join(folder, company, `docs.${language}.jsonl`))
      const asked = readRows(join(folder, company, `questions.${language}.jsonl`)).filter(({ answerable }) => answerable)
      return [
        ...docs.flatMap(({ id, title, body }) => [String(title), ...sentencesOf(String(body))].map((text) => ({ text, label: `${company}/${id}` }))),
        ...asked.map(({ q, article }) => ({ text: String(q), label: `${company}/${article}` })),
      ]
    }),
  )
  return { name: 'help', share: 2, texts: [...texts, ...shopArticles()] }
}

/** What help centres of many trades say on a topic, and what customers write who want to know it, each in words of their own. */
function topics(): Source {
  const folder = join(root, 'lab', 'corpora', 'topics')
  const texts = readdirSync(folder).flatMap((file) =>
    readRows(join(folder, file)).flatMap((row) => {
      const { topic, title, says, asked } = Topic.parse(row)
      const ofLanguage = (language: Language) => [...(title ? [title[language]] : []), ...says[language], ...asked[language]]
      return languages.flatMap(ofLanguage).map((text) => ({ text, label: `${file}/${topic}` }))
    }),
  )
  return { name: 'topics', share: 2, texts }
}

const inEach = <T extends z.ZodType>(of: T) => z.record(z.enum(languages), of)
const Topic = z.object({
  topic: z.string(),
  title: inEach(z.string()).optional(),
  says: inEach(z.array(z.string())),
  asked: inEach(z.array(z.string())),
})

function shopArticles(): { text: string; label: string }[] {
  return languages.flatMap((language) => {
    const folder = join(root, 'server', 'demo', 'content', language, 'articles')
    return readdirSync(folder).flatMap((file) =>
      sentencesOf(readFileSync(join(folder, file), 'utf8').replace(/^#+ /gm, '')).map((text) => ({ text, label: `demo/${file}` })),
    )
  })
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?。！？])\s*|\n+/).filter((sentence) => sentence.length > 8)
}

/** The product's own sentences, said in six languages. */
function sentences(): Source {
  const texts = languages.flatMap((language) => {
    const folder = join(root, 'locales', language)
    return readdirSync(folder).flatMap((file) => flat(JSON.parse(readFileSync(join(folder, file), 'utf8')), file))
  })
  return { name: 'sentences', share: 1, texts: texts.filter(({ text }) => text.length >= 8) }
}

function flat(value: unknown, path: string): { text: string; label: string }[] {
  if (typeof value === 'string')
    return [{ text: value.replace(/\{\{[^}]*\}\}|<[^>]*>/g, ' '), label: path.replace(/_(one|other|few|many|two|zero)$/, '') }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => flat(below, `${path}.${key}`))
}

function readRows(path: string): Record<string, unknown>[] {
  if (!existsSync(path)) throw new Error(`${path} is missing: the space of meaning is learnt from it.`)
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}
