import { type Json, type Numbers, type Packed, UnreadableModel } from './packed.ts'

/** A part of a packed file's head, asked field by field: what is missing or of another kind is named. */
export interface Fields {
  number(name: string): number
  numbers(name: string): number[]
  texts(name: string): string[]
  /** `null` where the field is `null`. */
  maybe<T>(name: string, read: (name: string) => T): T | null
  within(name: string): Fields
}

export function fieldsOf({ head }: Pick<Packed, 'head'>): Fields {
  return fieldsIn(head, '')
}

/** Weights fit the features that they were learnt for. A head that does not say which was made for the first. */
export function checkFeatures({ head }: Pick<Packed, 'head'>, version: number): void {
  const made = isObject(head) && 'features' in head ? head['features'] : 1
  if (made !== version)
    throw new UnreadableModel('other-features', 'features', `was learnt for features ${JSON.stringify(made)}; this release has ${version}`)
}

/** A row of numbers of one kind and, where it is known, of one length. */
export function rowOfNumbers<T extends Numbers>(
  { arrays }: Pick<Packed, 'arrays'>,
  name: string,
  { kind, length }: { kind: new (length: number) => T; length?: number },
): T {
  const found = arrays[name]
  if (!(found instanceof kind)) throw new UnreadableModel('damaged', name, `is no ${kind.name}`)
  if (length !== undefined && found.length !== length) throw new UnreadableModel('damaged', name, `has ${found.length} numbers instead of ${length}`)
  return found
}

function fieldsIn(value: Json | undefined, path: string): Fields {
  if (!isObject(value)) throw new UnreadableModel('damaged', path || 'head', 'is no object')
  const placeOf = (name: string) => (path === '' ? name : `${path}.${name}`)
  const listOf = <T>(name: string, isOne: (one: Json) => one is Json & T, what: string): T[] => {
    const list = value[name]
    if (!Array.isArray(list)) throw new UnreadableModel('damaged', placeOf(name), 'is no list')
    return list.map((one) => {
      if (!isOne(one)) throw new UnreadableModel('damaged', placeOf(name), `holds what is no ${what}`)
      return one
    })
  }
  return {
    number(name) {
      const found = value[name]
      if (typeof found !== 'number') throw new UnreadableModel('damaged', placeOf(name), 'is no number')
      return found
    },
    numbers: (name) => listOf(name, (one) => typeof one === 'number', 'number'),
    texts: (name) => listOf(name, (one) => typeof one === 'string', 'text'),
    maybe: (name, read) => (value[name] === null ? null : read(name)),
    within: (name) => fieldsIn(value[name], placeOf(name)),
  }
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
