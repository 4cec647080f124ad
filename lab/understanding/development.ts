import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Language, languages } from '../../core/language.ts'
import { readContent } from '../../server/demo/content.ts'
import type { TaskOptions } from './figures.ts'

/** A public set as it is measured here: files of the set, or a split of our own where it has no part for development. */
export interface DevelopmentSet {
  name: string
  task: 'intent' | 'sentiment' | 'mood' | 'person' | 'language' | 'segment' | 'retrieval' | 'answer'
  files: TaskOptions
}

/** Where the public sets lie, when they are there: they are no part of the project. */
export const publicSets = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

const corpora = join(import.meta.dirname, '..', 'corpora')

/** All sets that can be measured on this machine; `missing` names those whose files are not here. */
export function developmentSets(): { sets: DevelopmentSet[]; missing: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'sambut-development-'))
  const sets: DevelopmentSet[] = []
  const missing: string[] = []
  for (const { name, task, from } of recipes) {
    const files = from(folder)
    if (Object.values(files).every((file) => file === undefined || existsSync(file))) sets.push({ name, task, files })
    else missing.push(name)
  }
  return { sets, missing }
}

interface Recipe {
  name: string
  task: DevelopmentSet['task']
  from: (folder: string) => TaskOptions
}

const recipes: readonly Recipe[] = [
  intent('BANKING77 full', split('banking77/train.jsonl.gz', 0.15)),
  intent('BANKING77 10-shot', pair('banking77/dnnc_train_10.jsonl.gz', 'banking77/dnnc_valid.jsonl.gz')),
  intent('BANKING77 5-shot', pair('banking77/dnnc_train_5.jsonl.gz', 'banking77/dnnc_valid.jsonl.gz')),
  intent('CLINC150', joined(['clinc150/train.jsonl.gz', 'clinc150/oos_train.jsonl.gz'], ['clinc150/val.jsonl.gz', 'clinc150/oos_val.jsonl.gz'])),
  intent('HWU64 full', pair('hwu64/train.jsonl.gz', 'hwu64/valid.jsonl.gz')),
  intent('HWU64 10-shot', pair('hwu64/train_10.jsonl.gz', 'hwu64/valid.jsonl.gz')),
  intent('TrueVoice (th)', split('truevoice/train.jsonl.gz', 0.15)),
  intent('FB (th)', pair('fb_multilingual_th/train.jsonl.gz', 'fb_multilingual_th/valid.jsonl.gz')),
  intent('xSID (id)', split('xsid/id_valid.jsonl.gz', 0.3)),
  intent('xSID (zh)', split('xsid/zh_valid.jsonl.gz', 0.3)),
  ...['eng_Latn', 'zsm_Latn', 'ind_Latn', 'tha_Thai', 'zho_Hans', 'est_Latn'].map((code) =>
    intent(`SIB-200 ${code}`, pair(`sib200/${code}_train.jsonl.gz`, `sib200/${code}_dev.jsonl.gz`)),
  ),
  ...languages.map((language) => intent(`own messages (${language})`, ownSplit(language))),
  { name: 'SmSA (id)', task: 'sentiment', from: split('smsa_id/train.jsonl.gz', 0.1) },
  { name: 'Wisesight (th)', task: 'sentiment', from: pair('wisesight/train.jsonl.gz', 'wisesight/valid.jsonl.gz') },
  { name: 'airline (en)', task: 'sentiment', from: pair('airline_tweets/train.jsonl.gz', 'airline_tweets/valid.jsonl.gz') },
  ...languages.map(
    (language): Recipe => ({
      name: `mood, blind (${language})`,
      task: 'mood',
      from: blind('mood', language),
    }),
  ),
  ...(['person-3', 'person-4'] as const).flatMap((kind) =>
    languages.map(
      (language): Recipe => ({
        name: `${kind.replace('-', ', blind set ')} (${language})`,
        task: 'person',
        from: blind(kind, language),
      }),
    ),
  ),
  { name: 'language, blind messages', task: 'language', from: languageTest },
  retrieval('iApp (th)', 'iapp_wiki_qa_th/valid'),
  retrieval('CMRC trial (zh)', 'cmrc2018_zh/trial'),
  retrieval('TyDi (id)', 'idk_mrc/tydiqa_valid'),
  ...languages.map(
    (language): Recipe => ({
      name: `paraphrases, blind (${language})`,
      task: 'answer',
      from: helpCentre('paraphrases', language),
    }),
  ),
  ...languages.map((language): Recipe => ({ name: `help centre, demo (${language})`, task: 'answer', from: demoShop(language) })),
  ...['shop', 'courier', 'clothes', 'appliances', 'bikes', 'clinic', 'outdoor'].flatMap((trade) =>
    languages.map(
      (language): Recipe => ({ name: `help centre, ${trade} (${language})`, task: 'answer', from: helpCentre(`answers/${trade}`, language) }),
    ),
  ),
]

function helpCentre(folder: string, language: string): Recipe['from'] {
  return () => ({ docs: join(corpora, folder, `docs.${language}.jsonl`), questions: join(corpora, folder, `questions.${language}.jsonl`) })
}

/** The demo company's own articles, with questions about them. */
function demoShop(language: Language): Recipe['from'] {
  return (folder) => {
    const docs = readContent()[language].articles.map(({ slug, title, body }) => JSON.stringify({ id: slug, title, body }))
    return { docs: write(folder, `demo-${language}`, docs), questions: join(corpora, 'answers', 'demo', `questions.${language}.jsonl`) }
  }
}

function intent(name: string, from: Recipe['from']): Recipe {
  return { name, task: 'intent', from }
}

function retrieval(name: string, stem: string): Recipe {
  return {
    name,
    task: 'retrieval',
    from: () => ({ docs: join(publicSets, `${stem}_docs.jsonl.gz`), questions: join(publicSets, `${stem}_questions.jsonl.gz`) }),
  }
}

function pair(train: string, test: string): Recipe['from'] {
  return () => ({ train: join(publicSets, train), test: join(publicSets, test) })
}

function joined(train: string[], test: string[]): Recipe['from'] {
  return (folder) => {
    if (![...train, ...test].every((file) => existsSync(join(publicSets, file)))) return { train: join(publicSets, train[0] ?? '') }
    const name = (train[0] ?? '').replaceAll(/\W/g, '-')
    return {
      train: write(
        folder,
        `${name}-train`,
        train.flatMap((file) => read(join(publicSets, file))),
      ),
      test: write(
        folder,
        `${name}-test`,
        test.flatMap((file) => read(join(publicSets, file))),
      ),
    }
  }
}

/** A share of the texts, chosen by what they say, is held back: equal texts never stand on both sides. */
function split(file: string, share: number): Recipe['from'] {
  return (folder) => {
    const path = join(publicSets, file)
    if (!existsSync(path)) return { train: path }
    const lines = read(path)
    const name = file.replaceAll(/\W/g, '-')
    return {
      train: write(
        folder,
        `${name}-train`,
        lines.filter((line) => bucket(line) >= share),
      ),
      test: write(
        folder,
        `${name}-test`,
        lines.filter((line) => bucket(line) < share),
      ),
    }
  }
}

/** Row 44: the same 42 intents in each language, every fifth message held back. */
function ownSplit(language: string): Recipe['from'] {
  return (folder) => {
    const lines = read(join(corpora, language, 'messages.jsonl')).map((line) => {
      const { text, intent: label } = JSON.parse(line) as { text: string; intent: string }
      return JSON.stringify({ text, label })
    })
    return {
      train: write(
        folder,
        `own-${language}-train`,
        lines.filter((line) => bucket(line) >= 0.2),
      ),
      test: write(
        folder,
        `own-${language}-test`,
        lines.filter((line) => bucket(line) < 0.2),
      ),
    }
  }
}

/** What another writer wrote, without the few texts that stand in the corpora too: short ones are written alike by everybody. */
function blind(kind: 'mood' | 'person-3' | 'person-4', language: string): Recipe['from'] {
  return (folder) => {
    const learnt = new Set(readdirSync(join(corpora, language)).flatMap((file) => read(join(corpora, language, file)).map(plainText)))
    const lines = read(join(corpora, 'blind', `${kind}.${language}.jsonl`)).filter((line) => !learnt.has(plainText(line)))
    return { test: write(folder, `blind-${kind}-${language}`, lines) }
  }
}

function plainText(line: string): string {
  const { text } = JSON.parse(line) as { text: string }
  return text.toLowerCase().replace(/[\p{P}\s]/gu, '')
}

/** Messages that no model has learnt from, in the six languages. */
function languageTest(folder: string): TaskOptions {
  const lines = languages.flatMap((language) =>
    ['mood', 'person-3'].flatMap((kind) =>
      read(join(corpora, 'blind', `${kind}.${language}.jsonl`)).map((line) =>
        JSON.stringify({ text: (JSON.parse(line) as { text: string }).text, label: language }),
      ),
    ),
  )
  return { test: write(folder, 'language-test', lines) }
}

function read(path: string): string[] {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean)
}

function write(folder: string, name: string, lines: readonly string[]): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.jsonl`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** 0–1, the same for the same text. */
function bucket(line: string): number {
  const { text } = JSON.parse(line) as { text: string }
  return createHash('sha256').update(text.trim().toLowerCase()).digest().readUInt32LE() / 2 ** 32
}
