import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { type Language, languages } from '../../core/language.ts'
import type { Problem } from './source.ts'

/** A sentence of one language: its forms (one, other …; '' where it has no number), what it fills in, and where it stands. */
interface Sentence {
  line: number
  forms: Set<string>
  gaps: Set<string>
}

/** Every sentence stands in every language, in all the forms that the language needs, with the same gaps to fill in. */
export function checkSentences(root: string): Problem[] {
  const folder = join(root, 'locales')
  if (!existsSync(folder)) return []
  const files = new Set(languages.flatMap((language) => listJson(join(folder, language))))
  return [...files].sort().flatMap((file) => {
    const problems: Problem[] = []
    const read = languages.map((language) => readSentences(root, `locales/${language}/${file}`, problems))
    const [english, ...others] = read
    if (!english || problems.length > 0) return problems
    return [
      ...formsMissing('en', `locales/en/${file}`, english),
      ...languages.slice(1).flatMap((language, i) => compare(language, file, english, others[i] ?? new Map())),
    ]
  })
}

function listJson(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []
}

function compare(language: Language, name: string, english: ReadonlyMap<string, Sentence>, sentences: ReadonlyMap<string, Sentence>): Problem[] {
  const file = `locales/${language}/${name}`
  const problems = formsMissing(language, file, sentences)
  for (const [key, { line, gaps }] of english) {
    const same = sentences.get(key)
    if (!same) problems.push({ file, line: 1, says: `lacks "${key}", which stands in locales/en/${name}:${line}` })
    else if (gaps.symmetricDifference(same.gaps).size > 0)
      problems.push({ file, line: same.line, says: `"${key}" fills in ${list(same.gaps)}, in English ${list(gaps)}` })
  }
  for (const [key, { line }] of sentences) if (!english.has(key)) problems.push({ file, line, says: `has "${key}", which English lacks` })
  return problems
}

/** A sentence that counts needs every form its language counts in: Thai one, English two. */
function formsMissing(language: Language, file: string, sentences: ReadonlyMap<string, Sentence>): Problem[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return [...sentences].flatMap(([key, { line, forms }]) => {
    const missing = forms.has('') ? [] : needed.filter((form) => !forms.has(form))
    return missing.map((form) => ({ file, line, says: `lacks "${key}_${form}"` }))
  })
}

function readSentences(root: string, file: string, problems: Problem[]): Map<string, Sentence> {
  const sentences = new Map<string, Sentence>()
  const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
  const refusal = refuseText(file, text)
  if (refusal) {
    problems.push(refusal)
    return sentences
  }
  const seen = new Set<string>()
  for (const { path, text: words, line } of listTexts(ts.parseJsonText(file, text))) {
    if (seen.has(path)) problems.push({ file, line, says: `has "${path}" twice` })
    seen.add(path)
    add(sentences, path, words, line)
  }
  return sentences
}

function refuseText(file: string, text: string): Problem | undefined {
  if (text === '') return { file, line: 1, says: 'is missing or empty' }
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const before = text.slice(0, Number(/position (\d+)/.exec(String(error))?.[1] ?? 0))
    return { file, line: before.split('\n').length, says: `is no JSON: ${error instanceof Error ? error.message.split('\n')[0] : error}` }
  }
}

interface Text {
  path: string
  text: string
  line: number
}

/** The texts of a JSON file with their lines; JSON.parse would keep only the last of two equal keys. */
function listTexts(tree: ts.JsonSourceFile): Text[] {
  const below = (node: ts.Node, path: readonly string[]): Text[] => {
    if (ts.isPropertyAssignment(node)) return ts.isStringLiteral(node.name) ? below(node.initializer, [...path, node.name.text]) : []
    if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap((entry) => below(entry, path))
    if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element, i) => below(element, [...path, String(i)]))
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
    return ts.isStringLiteral(node) ? [{ path: path.join('.'), text: node.text, line }] : []
  }
  return tree.statements.flatMap((statement) => below(statement.expression, []))
}

function add(sentences: Map<string, Sentence>, path: string, text: string, line: number): void {
  const [, key = path, form = ''] = /^(.+)_(zero|one|two|few|many|other)$/.exec(path) ?? []
  const sentence = sentences.get(key) ?? { line, forms: new Set(), gaps: new Set() }
  sentence.forms.add(form)
  for (const [, gap = ''] of text.matchAll(/\{\{-?\s*([\w.]+)/g)) sentence.gaps.add(gap)
  sentences.set(key, sentence)
}

function list(gaps: ReadonlySet<string>): string {
  return gaps.size === 0 ? 'nothing' : [...gaps].map((gap) => `{{${gap}}}`).join(', ')
}
