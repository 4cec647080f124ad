import type { Policy } from '../routing/decision.ts'

/** One number of the policy that differs; lists are told by their place, `priorityFrom.0`. */
export interface PolicyDifference {
  field: string
  before: number | string | boolean | null
  after: number | string | boolean | null
}

/** Row 40: what a policy changes against another, whatever fields it has. The version is no difference: it is the name. */
export function differences(before: Omit<Policy, 'version'>, after: Omit<Policy, 'version'>): PolicyDifference[] {
  const was = leaves(before, '')
  const is = leaves(after, '')
  const fields = [...new Set([...was.keys(), ...is.keys()])].filter((field) => field !== 'version')
  return fields.flatMap((field) => {
    const [old, now] = [was.get(field) ?? null, is.get(field) ?? null]
    return old === now ? [] : [{ field, before: old, after: now }]
  })
}

type Leaf = PolicyDifference['before']

function leaves(value: unknown, path: string): Map<string, Leaf> {
  if (typeof value !== 'object' || value === null) return new Map([[path, isLeaf(value) ? value : null]])
  return new Map(Object.entries(value).flatMap(([name, one]) => [...leaves(one, path === '' ? name : `${path}.${name}`)]))
}

const isLeaf = (value: unknown): value is Leaf => ['number', 'string', 'boolean'].includes(typeof value)
