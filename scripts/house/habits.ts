import { basename } from 'node:path'
import ts from 'typescript'
import { lineOf, type Problem, type Source, walk } from './source.ts'

/** What stands inside a file: its size, its name, and calls that only one door may make. */
export function checkHabits(sources: readonly Source[]): Problem[] {
  return sources.flatMap((source) => [...checkSize(source), ...checkName(source), ...checkCode(source)])
}

const mostLines = 400
/** As a whole name each of these says nothing … */
const emptyNames = new Set(['utils', 'helpers', 'common', 'misc', 'base', 'manager', 'service', 'impl', 'data', 'info'])
/** … and these say as little at the end of a longer one: `order-helpers.ts`. A knowledge base is something, though. */
const emptyEnds = /(^|[-a-z])(utils?|helpers?|common|misc|manager|service|impl)$/i

/** What may stand only behind one door, and how the house says so. */
const doors: readonly { applies: (source: Source) => boolean; finds: (node: ts.Node) => boolean; says: string }[] = [
  { applies: inCore, finds: (node) => isMember(node, 'Date', 'now'), says: 'reads the clock; core is told the time as `now`' },
  {
    applies: inCore,
    finds: (node) => ts.isNewExpression(node) && isName(node.expression, 'Date') && !node.arguments?.length,
    says: 'reads the clock; core is told the time as `now`',
  },
  { applies: inCore, finds: (node) => isMember(node, 'Math', 'random'), says: 'throws dice; core is told chance as a seed' },
  {
    applies: inCore,
    finds: (node) => node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node),
    says: 'waits for something; core never asks, it is told',
  },
  {
    applies: ({ path }) => /^(core|contract|server|console|widget)\//.test(path) && path !== 'server/platform/config.ts',
    finds: (node) => isMember(node, 'process', 'env'),
    says: 'reads process.env; only server/platform/config.ts does',
  },
  {
    applies: ({ path }) => path.startsWith('server/') && path !== 'server/platform/outbound.ts',
    finds: (node) => ts.isCallExpression(node) && (isName(node.expression, 'fetch') || isMember(node.expression, 'globalThis', 'fetch')),
    says: 'calls fetch; only server/platform/outbound.ts goes out',
  },
  {
    applies: (source) => source.path.startsWith('server/') && !isStore(source),
    finds: (node) => (ts.isTaggedTemplateExpression(node) && isName(node.tag, 'sql')) || isMember(node, 'sql', 'raw'),
    says: 'holds SQL; all SQL of a slice is in its stores, which neither act nor answer requests',
  },
]

function checkSize({ path, lines }: Source): Problem[] {
  return lines > mostLines ? [{ file: path, line: mostLines + 1, says: `has ${lines} lines; ${mostLines} are the most` }] : []
}

function checkName({ path }: Source): Problem[] {
  const names = path.split('/').map((part) => basename(part).replace(/(\.test|\.config)?\.\w+$/, ''))
  const empty = names.find((name) => emptyNames.has(name.toLowerCase()) || emptyEnds.test(name))
  return empty === undefined ? [] : [{ file: path, line: 1, says: `is named "${empty}", which says nothing; a noun is missing` }]
}

function checkCode(source: Source): Problem[] {
  const { path, tree, isTest } = source
  const closed = doors.filter((door) => door.applies(source))
  if (!tree || isTest || closed.length === 0) return []
  const problems: Problem[] = []
  walk(tree, (node) => {
    for (const door of closed) if (door.finds(node)) problems.push({ file: path, line: lineOf(node), says: door.says })
  })
  return problems
}

/** Big nouns have a store for each trait (`timeline.ts`, `holder.ts`), so a store is known by what it leaves to others. */
function isStore({ path, imports }: Source): boolean {
  if (path.startsWith('server/platform/')) return true
  const acts = imports.some(({ target, typesOnly }) => target === 'server/platform/http.ts' || (target === 'server/platform/events.ts' && !typesOnly))
  return path.split('/').length > 2 && !acts && !/\/(actions|routes|jobs)\b/.test(path)
}

function inCore({ path }: Source): boolean {
  return path.startsWith('core/')
}

function isName(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name
}

function isMember(node: ts.Node, object: string, member: string): boolean {
  return ts.isPropertyAccessExpression(node) && isName(node.expression, object) && node.name.text === member
}
