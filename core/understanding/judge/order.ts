import { hashOf, mix } from '../hash.ts'
import type { ClassUnit } from '../phrases/class-units.ts'
import { type Token, wordWidth } from '../phrases/tokens.ts'
import { add, type Bag, groups } from './words.ts'

/** The text as the features see it; `from` is the number of places that stand before those of the units. */
interface Read {
  tokens: readonly Token[]
  units: readonly ClassUnit[]
  from: number
}

/**
 * Who does what to whom: classes in their order within a sentence whatever stands between ("not" before "connect", "he" before "asked"),
 * how long that sentence is, and the very words beside each. Linear in the number of units.
 */
export function addOrder(bag: Bag, read: Read): void {
  for (const sentence of sentencesOf(read.units)) {
    addPairs(bag, read, sentence)
    addLength(bag, read, sentence)
  }
  addBeside(bag, read)
}

/** Units `start` to `end`, the latter the sign that ends the sentence. */
interface Sentence {
  start: number
  end: number
}

function sentencesOf(units: readonly ClassUnit[]): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  units.forEach(({ from, to, classes }, index) => {
    if (from !== to || classes[0] === '^') return
    if (index > start + 1) sentences.push({ start, end: index })
    start = index + 1
  })
  return sentences
}

/** Neighbours are pairs already. */
function addPairs(bag: Bag, { units, from }: Read, { start, end }: Sentence): void {
  const ids = units.slice(start, end).map(({ classes }) => classes.map(hashOf))
  for (const [one, before] of ids.entries())
    for (let other = one + 2; other < Math.min(ids.length, one + farthest); other++)
      for (const x of before)
        for (const y of ids[other] ?? []) add(bag, mix(mix(x, salts.order) ^ y, salts.order), groups.order, from + start + one, from + start + other)
}

const farthest = 7

/** "Agent" alone asks for one, in a sentence of twenty words it may not. */
function addLength(bag: Bag, { units, from }: Read, { start, end }: Sentence): void {
  const words = ((units[end]?.start ?? 0) - (units[start]?.start ?? 0)) / wordWidth
  const length = Math.round(2 * Math.log2(Math.max(1, words)))
  const seen = new Set<string>()
  units.slice(start, end).forEach(({ classes }, index) => {
    for (const name of classes) {
      if (seen.has(name)) continue
      seen.add(name)
      add(bag, mix(hashOf(name), salts.length + length), groups.order, from + start + index, from + start + index)
    }
  })
}

function addBeside(bag: Bag, { tokens, units, from }: Read): void {
  let at = 0
  units.forEach(({ classes, from: begin, to }, index) => {
    if (begin === to) return
    while ((tokens[at]?.from ?? begin) < begin) at++
    const before = tokens[at - 1]
    while ((tokens[at]?.to ?? to) < to) at++
    const after = tokens[at + 1]
    const place = from + index
    const [left, right] = [before?.stop === false ? hashOf(before.text) : 0, after?.stop === false ? hashOf(after.text) : 0]
    for (const id of classes.map(hashOf)) {
      if (left) add(bag, mix(mix(id, salts.before) ^ left, salts.before), groups.order, place, place)
      if (right) add(bag, mix(mix(id, salts.after) ^ right, salts.after), groups.order, place, place)
    }
  })
}

const salts = { order: 201, before: 202, after: 203, length: 210 }
