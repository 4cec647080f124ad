import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { languageSigns, malayOrIndonesian } from '../../../core/understanding/language-words.ts'
import { everyday } from './everyday.ts'
import { malayIndonesian, onlyIn } from './malay-indonesian.ts'

/** Texts of one language, the class they teach, and how often they are drawn among those of their class. */
export interface Source {
  name: string
  class: string
  weight: number
  texts: string[]
}

/** The four languages of Latin letters that the product speaks, and the others in groups of relatives. */
export const classes = [
  'en',
  'ms',
  'id',
  'et',
  'fi',
  'baltic',
  'tagalog',
  'javanese',
  'minang',
  'vi',
  'germanic',
  'romance',
  'slavic',
  'tr',
  'rare',
] as const

/** How often each class is drawn: the six first, their near relatives more often than the far ones. */
export const shares = [0.13, 0.2, 0.17, 0.12, 0.035, 0.04, 0.04, 0.05, 0.06, 0.03, 0.045, 0.05, 0.025, 0.02, 0.025] as const

const groups: Readonly<Record<string, (typeof classes)[number]>> = {
  fin: 'fi',
  lit: 'baltic',
  lvs: 'baltic',
  tgl: 'tagalog',
  jav: 'javanese',
  sun: 'javanese',
  min: 'minang',
  bjn: 'minang',
  ace: 'minang',
  vie: 'vi',
  deu: 'germanic',
  nld: 'germanic',
  swe: 'germanic',
  dan: 'germanic',
  nob: 'germanic',
  fra: 'romance',
  ita: 'romance',
  por: 'romance',
  spa: 'romance',
  ron: 'romance',
  pol: 'slavic',
  ces: 'slavic',
  hrv: 'slavic',
  tur: 'tr',
  hun: 'rare',
}

const sib = { en: 'eng', ms: 'zsm', id: 'ind', et: 'est' } as const

/** Everything that the language model may learn from; see the licences in the README of the data. */
export function readSources(folder: string): Source[] {
  const public_ = (file: string) => textsOf(`${folder}/${file}.jsonl.gz`)
  const spoken = (['en', 'ms', 'id', 'et'] as const).flatMap((language): Source[] => [
    { name: 'sib200', class: language, weight: 2, texts: public_(`sib200/${sib[language]}_Latn_train`) },
    { name: 'demo', class: language, weight: 0.7, texts: sentencesIn(`server/demo/content/${language}`) },
    { name: 'product', class: language, weight: 0.5, texts: sentencesIn(`locales/${language}`) },
    { name: 'corpus', class: language, weight: 3, texts: corpus(language) },
    { name: 'words', class: language, weight: 0.6, texts: listed(languageSigns[language].words) },
  ])
  return [...spoken, ...malayAgainstIndonesian(), ...publicOfTheSix(public_), ...others(folder)].filter(({ texts }) => texts.length > 0)
}

function publicOfTheSix(read: (file: string) => string[]): Source[] {
  return [
    { name: 'service', class: 'en', weight: 3, texts: [...read('banking77/train'), ...read('hwu64/train'), ...read('clinc150/train')] },
    { name: 'nusax', class: 'en', weight: 1.5, texts: read('nusax/english_train') },
    { name: 'smsa', class: 'id', weight: 3, texts: read('smsa_id/train') },
    { name: 'nusax', class: 'id', weight: 1, texts: read('nusax/indonesian_train') },
    { name: 'xsid', class: 'id', weight: 0.5, texts: read('xsid/id_valid') },
    { name: 'buerokratt', class: 'et', weight: 2, texts: read('buerokratt_et/train') },
  ]
}

function malayAgainstIndonesian(): Source[] {
  const pairs = words(malayIndonesian).map((entry) => entry.split('=').map((word) => word.replaceAll('-', ' ')))
  const here = new Set(pairs.map(([malay]) => malay))
  const there = new Set(pairs.map(([, indonesian]) => indonesian))
  return (['ms', 'id'] as const).flatMap((language, side): Source[] => [
    {
      name: 'pairs',
      class: language,
      weight: 1,
      texts: pairs.flatMap((pair) => pair[side] ?? []).filter((word) => !(here.has(word) && there.has(word))),
    },
    { name: 'own words', class: language, weight: 0.7, texts: words(malayOrIndonesian[language]) },
    { name: 'only in', class: language, weight: 1, texts: words(onlyIn[language]).map((entry) => entry.replaceAll('_', ' ').trim()) },
  ])
}

function others(folder: string): Source[] {
  const distractors = readdirSync(`${folder}/sib200`).flatMap((file): Source[] => {
    const language = /^distractor_(\w+)_Latn_train/.exec(file)?.[1] ?? ''
    const group = groups[language]
    return group ? [{ name: `sib200 ${language}`, class: group, weight: 2, texts: textsOf(`${folder}/sib200/${file}`) }] : []
  })
  const chat = Object.entries(everyday).map(
    ([language, lines]): Source => ({ name: `chat ${language}`, class: groups[language] ?? 'rare', weight: 1.5, texts: lines.split('|') }),
  )
  return [...distractors, ...chat, { name: 'words', class: 'rare', weight: 0.5, texts: listed(languageSigns.other.words) }]
}

function corpus(language: string): string[] {
  const files = ['messages', 'person'].map((name) => `lab/corpora/${language}/${name}.jsonl`)
  return files.filter((file) => existsSync(file)).flatMap(textsOf)
}

function textsOf(file: string): string[] {
  const bytes = readFileSync(file)
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as { text: string }).text)
}

/** Every sentence that stands in the JSON and Markdown files under a folder. */
function sentencesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const path = `${folder}/${file}`
    if (file.endsWith('.md')) return readFileSync(path, 'utf8').split('\n')
    return file.endsWith('.json') ? strings(JSON.parse(readFileSync(path, 'utf8'))) : []
  })
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/\{\{.*?\}\}/g, ' ')]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (['intent', 'mood', 'slug'].includes(name) ? [] : strings(inner)))
}

function listed(lists: Readonly<Record<1 | 2 | 3, string>>): string[] {
  return ([1, 2, 3] as const).flatMap((weight) => words(lists[weight]).flatMap((word) => Array<string>(weight).fill(word)))
}

function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '')
}
