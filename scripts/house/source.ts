import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { rooms } from '../../order.ts'

/** Something in the tree that the house refuses. */
export interface Problem {
  file: string
  line: number
  says: string
}

export interface Import {
  line: number
  /** As written: `./decide.ts`, `kysely`, `node:fs`. */
  specifier: string
  /** The file within the tree that a relative import names, without `?raw` and the like. */
  target: string | undefined
  typesOnly: boolean
}

export interface Source {
  path: string
  lines: number
  /** Absent for what is not TypeScript. */
  tree: ts.SourceFile | undefined
  imports: readonly Import[]
  isTest: boolean
}

/** Every file of code: the rooms, the tests and the scripts. */
export function readSources(root: string): Source[] {
  return [...Object.keys(rooms), 'tests', 'scripts']
    .filter((room) => existsSync(join(root, room)))
    .flatMap((room) => readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file.replaceAll('\\', '/')}`))
    .filter((path) => /\.(tsx?|mjs|css)$/.test(path) && !path.includes('/node_modules/'))
    .sort()
    .map((path) => readSource(root, path))
}

/** Visits every node of a file. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

export function lineOf(node: ts.Node): number {
  const file = node.getSourceFile()
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
}

function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const tree = path.endsWith('.css') ? undefined : ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  const lines = text.trimEnd().split('\n').length
  return { path, lines, tree, imports: tree ? importsOf(tree) : [], isTest: /\.test\.tsx?$/.test(path) }
}

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = []
  walk(tree, (node) => {
    const module = moduleOf(node)
    if (!module || !ts.isStringLiteralLike(module)) return
    const specifier = module.text.replace(/\?.*$/, '')
    const target = specifier.startsWith('.') ? normalize(join(dirname(tree.fileName), specifier)).replaceAll('\\', '/') : undefined
    found.push({ line: lineOf(module), specifier, target, typesOnly: isTypesOnly(node) })
  })
  return found
}

/** `import … from`, `export … from`, `import('…')` as a value, and `import('…')` as a type. */
function moduleOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0]
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  return undefined
}

function isTypesOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  return ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
}
