import type { IntentSet } from '../../contract/understanding.ts'
import { mostSetBytes, mostSetExamples } from '../../core/understanding/intent-limits.ts'

/** A line whose form is wrong; what stands in the lines is the server's to check. */
export interface FormFault {
  line: number
  code: 'columns' | 'json' | 'open-quote'
}

export type ParsedSet =
  | { ok: true; examples: IntentSet['examples']; faults: FormFault[]; renamed: [from: string, to: string][] }
  | { ok: false; code: 'too-large' | 'too-many-lines' | 'no-text' | 'no-columns' | 'nothing' }

/** Reads a file of labelled examples: CSV with a first line that names its columns (by comma, semicolon or tab), or a JSON object a line. */
export function parseSet(bytes: Uint8Array): ParsedSet {
  if (bytes.length > mostSetBytes) return { ok: false, code: 'too-large' }
  const text = decode(bytes)
  if (text === null) return { ok: false, code: 'no-text' }
  if (text.trim() === '') return { ok: false, code: 'nothing' }
  const read = text.trimStart().startsWith('{') ? readJsonLines(text) : readCsv(text)
  if (read === null) return { ok: false, code: 'no-columns' }
  if (read.rows.length + read.faults.length > mostSetExamples) return { ok: false, code: 'too-many-lines' }
  if (read.rows.length === 0 && read.faults.length === 0) return { ok: false, code: 'nothing' }
  const renamed = new Map<string, string>()
  const examples = read.rows.map(({ line, intent, text }) => {
    const code = codeOf(intent)
    if (code !== intent) renamed.set(intent, code)
    return { line, intent: code.slice(0, 1000), text }
  })
  return { ok: true, examples, faults: read.faults, renamed: [...renamed] }
}

/** The short name that a label makes: `Refund_not showing?` becomes `refund-not-showing`. What has no Latin letter stays as it is. */
export function codeOf(label: string): string {
  const code = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return /^[a-z]/.test(code) ? code.slice(0, 64) : label.trim()
}

type Row = IntentSet['examples'][number]
interface Rows {
  rows: Row[]
  faults: FormFault[]
}

/** Spreadsheets save as UTF-8 or UTF-16; in anything else letters would be lost without a word. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function readJsonLines(text: string): Rows {
  const rows: Row[] = []
  const faults: FormFault[] = []
  text.split('\n').forEach((words, index) => {
    if (words.trim() === '') return
    const row = readJson(words)
    if (row) rows.push({ line: index + 1, ...row })
    else faults.push({ line: index + 1, code: 'json' })
  })
  return { rows, faults }
}

function readJson(words: string): { intent: string; text: string } | null {
  try {
    const { text, intent, label } = (JSON.parse(words) ?? {}) as { text?: unknown; intent?: unknown; label?: unknown }
    const name = intent ?? label
    return typeof text === 'string' && typeof name === 'string' ? { intent: name, text } : null
  } catch {
    return null
  }
}

const textNames = ['text', 'example', 'utterance', 'message']
const intentNames = ['intent', 'label', 'category', 'class']

function readCsv(text: string): Rows | null {
  for (const separator of [',', ';', '\t']) {
    const { records, openQuote } = readRecords(text, separator)
    const [head, ...body] = records
    const names = head?.cells.map((name) => name.trim().toLowerCase()) ?? []
    const textAt = names.findIndex((name) => textNames.includes(name))
    const intentAt = names.findIndex((name) => intentNames.includes(name))
    if (textAt < 0 || intentAt < 0) continue
    const isWhole = ({ cells }: { cells: string[] }) => cells.length === names.length
    const rows = body.filter(isWhole).map(({ line, cells }) => ({ line, intent: cells[intentAt] ?? '', text: cells[textAt] ?? '' }))
    const faults = body.filter((record) => !isWhole(record)).map(({ line }): FormFault => ({ line, code: 'columns' }))
    if (openQuote === null) return { rows, faults }
    return {
      rows: rows.filter(({ line }) => line < openQuote),
      faults: [...faults.filter(({ line }) => line < openQuote), { line: openQuote, code: 'open-quote' }],
    }
  }
  return null
}

/** RFC 4180, each record with the line that it begins on; `openQuote` is where a quotation began that never ends. */
function readRecords(text: string, separator: string): { records: { line: number; cells: string[] }[]; openQuote: number | null } {
  const records: { line: number; cells: string[] }[] = []
  const cell = new RegExp(`("[^"]*(?:""[^"]*)*"|(?:[^"${separator}\\r\\n][^${separator}\\r\\n]*)?)(${separator}|\\r\\n|\\n|\\r|$)`, 'y')
  let cells: string[] = []
  let line = 1
  let start = 1
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    if (text[at] === '"' && !isClosed(text, at)) return { records, openQuote: start }
    const match = cell.exec(text)
    if (!match) {
      // A quotation that goes on after its end, as in "a" b: nobody knows its columns, and the line is named.
      records.push({ line: start, cells: [] })
      cells = []
      line += 1
      start = line
      cell.lastIndex = lineEnd(text, at)
      continue
    }
    const [, words = '', end = ''] = match
    cells.push(words.startsWith('"') ? words.slice(1, -1).replaceAll('""', '"') : words)
    line += newLines(words)
    if (end === separator && cell.lastIndex < text.length) continue
    if (end === separator) cells.push('')
    if (cells.some((one) => one.trim() !== '')) records.push({ line: start, cells })
    cells = []
    line += end === separator ? 0 : 1
    start = line
  }
  return { records, openQuote: null }
}

function isClosed(text: string, from: number): boolean {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return true
  return false
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at + 1
}

const newLines = (words: string) => words.split('\n').length - 1
