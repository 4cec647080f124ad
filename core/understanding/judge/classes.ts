import { hashOf, mix } from '../hash.ts'
import { type ClassUnit, gapBetween } from '../phrases/class-units.ts'
import { add, type Bag, groups } from './words.ts'

/** Single classes, pairs with their distance, triples, pairs around one, and fours by their first class. */
export function addSequences(bag: Bag, units: readonly ClassUnit[], from: number): void {
  const ids = units.map(({ classes }) => classes.map(hashOf))
  for (let index = 0; index < units.length; index++) {
    const [a = [], b, c, d] = [ids[index], ids[index + 1], ids[index + 2], ids[index + 3]]
    const put = (hash: number, over: number) => add(bag, hash, groups.classes, from + index, from + index + over)
    for (const x of a) put(mix(x, salts.single), 0)
    if (!b) continue
    const gap = gapBetween(units[index] as ClassUnit, units[index + 1] as ClassUnit)
    for (const x of a) for (const y of b) put(mix(mix(x, salts.pair + gap) ^ y, salts.pair), 1)
    if (!c) continue
    for (const x of a) for (const z of c) put(mix(mix(x, salts.around) ^ z, salts.around), 2)
    for (const x of a) for (const y of b) for (const z of c) put(mix(mix(mix(x, salts.triple) ^ y, salts.triple) ^ z, salts.triple), 2)
    if (d)
      put(
        [a, b, c, d].reduce((hash, [x = 0]) => mix(hash ^ x, salts.four), 0),
        3,
      )
  }
}

/** Which classes occur in the same text, whatever stands between: "not" far before "call me" still matters. */
export function addTogether(bag: Bag, units: readonly ClassUnit[], from: number): void {
  const seen = new Map<string, number>()
  units.forEach(({ classes }, index) => {
    for (const name of classes) if (!seen.has(name)) seen.set(name, index)
  })
  const all = [...seen].sort(([a], [z]) => (a < z ? -1 : 1)).map(([name, index]) => ({ id: hashOf(name), at: from + index }))
  for (const [place, one] of all.entries())
    for (const other of all.slice(place + 1)) add(bag, mix(mix(one.id, salts.together) ^ other.id, salts.together), groups.classes, one.at, other.at)
}

const salts = { single: 101, pair: 102, triple: 106, around: 107, four: 108, together: 109 }
