/** Thrown by a check; the message is one line that names the key. */
export class BadScenario extends Error {}

export type Check<T> = (value: unknown, key: string) => T

/** An object with exactly these keys; a key whose check takes `undefined` may be left out. */
export function object<T extends object>(checks: { [K in keyof T]-?: Check<T[K]> }): Check<T> {
  return (value, key) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(key, 'must be an object', value)
    const given = new Map<string, unknown>(Object.entries(value))
    for (const name of given.keys()) if (!Object.hasOwn(checks, name)) throw new BadScenario(`${path(key, name)}: there is no such key`)
    const names = Object.keys(checks) as (keyof T & string)[]
    const read = names.map((name) => [name, checks[name](given.get(name), path(key, name))])
    return Object.fromEntries(read) as T
  }
}

export function list<T>(check: Check<T>): Check<T[]> {
  return (value, key) => {
    if (!Array.isArray(value)) throw wrong(key, 'must be a list', value)
    if (value.length === 0) throw new BadScenario(`${key}: must not be empty`)
    return value.map((one, index) => check(one, `${key}[${index}]`))
  }
}

/** Names to numbers, such as skills to proficiencies. */
export function record<T>(check: Check<T>): Check<Record<string, T>> {
  return (value, key) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(key, 'must be an object', value)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, check(one, path(key, name))]))
  }
}

export function number(least: number, most: number): Check<number> {
  return (value, key) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(key, 'must be a number', value)
    if (value < least || value > most)
      throw wrong(key, most === Number.MAX_VALUE ? `must be at least ${least}` : `must lie between ${least} and ${most}`, value)
    return value
  }
}

export function whole(least: number, most: number): Check<number> {
  const inRange = number(least, most)
  return (value, key) => {
    if (!Number.isInteger(inRange(value, key))) throw wrong(key, 'must be a whole number', value)
    return inRange(value, key)
  }
}

/** A time of day as "HH:MM", in minutes since midnight; "26:00" lies past it. */
export function clock(value: unknown, key: string): number {
  const [, hour = '', minute = ''] = /^(\d\d):([0-5]\d)$/.exec(typeof value === 'string' ? value : '') ?? []
  if (hour === '' || Number(hour) > 48) throw wrong(key, 'must be a time of day such as "08:30"', value)
  return Number(hour) * 60 + Number(minute)
}

export function text(value: unknown, key: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw wrong(key, 'must be a text', value)
  return value
}

export function optional<T>(check: Check<T>, otherwise: T): Check<T> {
  return (value, key) => (value === undefined ? otherwise : check(value, key))
}

export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value, key) => (value === null || value === undefined ? null : check(value, key))
}

/** Shares of a whole: none negative, together 1. */
export function shares(of: readonly { share: number }[], key: string): void {
  const sum = of.reduce((total, { share }) => total + share, 0)
  if (Math.abs(sum - 1) > 1e-6) throw new BadScenario(`${key}: the shares must sum to 1, but sum to ${Number(sum.toPrecision(6))}`)
}

const path = (key: string, name: string) => (key === '' ? name : `${key}.${name}`)

function wrong(key: string, rule: string, value: unknown): BadScenario {
  const where = key === '' ? 'the scenario' : key
  if (value === undefined) return new BadScenario(`${where}: is missing, and ${rule}`)
  return new BadScenario(`${where}: ${rule}, but is ${JSON.stringify(value).slice(0, 60)}`)
}
