import { line, rooms, windows } from '../../order.ts'
import type { Import, Problem, Source } from './source.ts'

/** Who imports whom: rooms, the line, packages, circles. */
export function checkWalls(sources: readonly Source[]): Problem[] {
  const said = sources.flatMap((source) =>
    source.imports.flatMap((one) => refusals(source, one).map((says) => ({ file: source.path, line: one.line, says }))),
  )
  return [...said, ...findStrangers(sources), ...findCircles(sources)]
}

/** Files that know every slice, because putting slices together is their work. */
const above = new Set(['server/flow', 'server/app', 'server/main', 'server/first-account', 'server/demo', 'contract/events', 'contract/demo'])
const below = new Set(['server/platform', 'contract/shapes'])
const slices: readonly string[] = line
const order: readonly string[] = [...line, ...windows]
/** Rooms laid out along the line, where an import may only look back. */
const inLine = new Set(['core', 'contract', 'server'])
/** Rooms that run in a browser. */
const browsers = new Set(['widget', 'console'])
const packages: Record<string, RegExp> = { core: /^$/, widget: /^preact(\/|$)/ }

function refusals(source: Source, one: Import): string[] {
  const room = roomOf(source.path)
  const mayImport = rooms[room]
  if (source.isTest || mayImport === undefined || source.path.endsWith('vite.config.ts')) return []
  if (one.target === undefined) return refusePackage(room, one.specifier)
  const other = roomOf(one.target)
  if (other === 'order.ts' && room === 'server') return []
  if (!mayImport.includes(other)) return [`imports ${one.specifier}; ${room} may import only ${mayImport.join(', ')}`]
  if (browsers.has(room) && other === 'contract' && !one.typesOnly) return ['imports more than types from contract; its schemas stay out of browsers']
  return room === other && inLine.has(room) ? refuseForward(source.path, one.target) : []
}

function refusePackage(room: string, specifier: string): string[] {
  const allowed = packages[room]
  if (allowed === undefined || allowed.test(specifier)) return []
  return [room === 'core' ? `imports ${specifier}; core imports core alone` : `imports ${specifier}; the widget imports preact alone`]
}

function refuseForward(from: string, to: string): string[] {
  const [here, there] = [placeOf(from), placeOf(to)]
  if (here === undefined || there === undefined || there <= here) return []
  return [`imports ${wordOf(to)}, which comes later on the line than ${wordOf(from)}`]
}

function findStrangers(sources: readonly Source[]): Problem[] {
  return sources
    .filter((source) => inLine.has(roomOf(source.path)) && !source.isTest && placeOf(source.path) === undefined)
    .map((source) => ({ file: source.path, line: 1, says: `${wordOf(source.path)} is no word of the line in order.ts` }))
}

/** Where a file stands on its room's line, the windows after all slices; undefined when it stands nowhere. */
function placeOf(path: string): number | undefined {
  const [room, word] = [roomOf(path), wordOf(path)]
  if (above.has(`${room}/${word}`)) return order.length
  const place = (room === 'core' ? slices : order).indexOf(word)
  if (place >= 0) return place
  const plainCore = room === 'core' && path.split('/').length === 2
  return plainCore || below.has(`${room}/${word}`) ? -1 : undefined
}

/** Depth first; a circle is told once, at the import that closes it. */
function findCircles(sources: readonly Source[]): Problem[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const state = new Map<string, 'open' | 'done'>()
  const problems: Problem[] = []
  const visit = (source: Source, trail: readonly string[]) => {
    state.set(source.path, 'open')
    for (const { target, line } of source.imports) {
      const next = target === undefined ? undefined : byPath.get(target)
      if (!next || state.get(next.path) === 'done') continue
      const path = [...trail, source.path]
      if (state.get(next.path) !== 'open') visit(next, path)
      else
        problems.push({
          file: source.path,
          line,
          says: `closes a circle of imports: ${path.slice(path.indexOf(next.path)).join(' → ')} → ${next.path}`,
        })
    }
    state.set(source.path, 'done')
  }
  for (const source of sources) if (!state.has(source.path)) visit(source, [])
  return problems
}

const roomOf = (path: string) => path.split('/')[0] ?? ''
const wordOf = (path: string) => (path.split('/')[1] ?? '').replace(/\.\w+$/, '')
