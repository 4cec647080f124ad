import { load } from './load.ts'

export interface SearchDoc {
  id: string
  title: string
  text: string
}

/** A library that searches texts, as it comes out of the box. */
export interface ComparedSearch {
  name: string
  /** Indexes, and gives what then finds the ids of the fitting texts, best first. */
  open(docs: readonly SearchDoc[]): Promise<(query: string) => Promise<string[]>>
}

export const searches: readonly ComparedSearch[] = [
  { name: 'MiniSearch', open: openMiniSearch },
  { name: 'FlexSearch', open: openFlexSearch },
  { name: 'Orama', open: openOrama },
  { name: 'lunr', open: openLunr },
]

interface MiniSearch {
  addAll(docs: readonly SearchDoc[]): void
  search(query: string): { id: string }[]
}

async function openMiniSearch(docs: readonly SearchDoc[]): Promise<(query: string) => Promise<string[]>> {
  const MiniSearch = (await load<{ default: new (options: object) => MiniSearch }>('minisearch')).default
  const index = new MiniSearch({ fields: ['title', 'text'], idField: 'id' })
  index.addAll(docs)
  return async (query) => index.search(query).map(({ id }) => id)
}

interface FlexSearch {
  Document: new (
    options: object,
  ) => {
    add(doc: SearchDoc): void
    search(query: string, options: object): { id: string }[]
  }
}

async function openFlexSearch(docs: readonly SearchDoc[]): Promise<(query: string) => Promise<string[]>> {
  const { Document } = (await load<{ default: FlexSearch }>('flexsearch')).default
  const index = new Document({ document: { id: 'id', index: ['title', 'text'] }, tokenize: 'forward' })
  for (const doc of docs) index.add(doc)
  return async (query) => index.search(query, { limit: 10, suggest: true, merge: true }).map(({ id }) => id)
}

interface Orama {
  create(options: object): unknown
  insertMultiple(index: unknown, docs: readonly SearchDoc[]): Promise<unknown>
  search(index: unknown, query: object): Promise<{ hits: { id: string }[] }>
}

async function openOrama(docs: readonly SearchDoc[]): Promise<(query: string) => Promise<string[]>> {
  const { create, insertMultiple, search } = await load<Orama>('@orama/orama')
  const index = create({ schema: { id: 'string', title: 'string', text: 'string' } })
  await insertMultiple(index, docs)
  return async (term) => (await search(index, { term, properties: ['title', 'text'], threshold: 1, limit: 10 })).hits.map(({ id }) => id)
}

interface LunrBuilder {
  ref(field: string): void
  field(name: string): void
  add(doc: SearchDoc): void
}

interface LunrQuery {
  term(term: unknown, options: object): void
}

interface Lunr {
  (build: (this: LunrBuilder) => void): { query(ask: (query: LunrQuery) => void): { ref: string }[] }
  tokenizer(text: string): { toString(): string }[]
}

async function openLunr(docs: readonly SearchDoc[]): Promise<(query: string) => Promise<string[]>> {
  const lunr = (await load<{ default: Lunr }>('lunr')).default
  const index = lunr(function build() {
    this.ref('id')
    this.field('title')
    this.field('text')
    for (const doc of docs) this.add(doc)
  })
  return async (text) => index.query((query) => query.term(lunr.tokenizer(text), {})).map(({ ref }) => ref)
}
