import type { Hit, Hits } from './lexicon.ts'
import { type Token, wordWidth } from './tokens.ts'

/** One place of a pattern: any of these classes, at most `gap` words after the place before. */
interface Place {
  classes: string[]
  gap: number
}

export interface Pattern {
  places: Place[]
  /** Starts a sentence, ends one. */
  opens: boolean
  closes: boolean
}

/**
 * Reads a pattern such as `^ want .3 talk .2 human|role $`: classes in this order, `.3` up to three words between,
 * `^` and `$` the ends of a sentence. Windows never reach over the end of a sentence.
 */
export function pattern(written: string): Pattern {
  const places: Place[] = []
  let gap = 0
  let opens = false
  let closes = false
  for (const part of written.trim().split(/\s+/)) {
    if (part === '^') opens = true
    else if (part === '$') closes = true
    else if (part.startsWith('.')) gap = Number(part.slice(1))
    else {
      places.push({ classes: part.split('|'), gap })
      gap = 0
    }
  }
  return { places, opens, closes }
}

interface Step {
  hit: Hit
  before: Step | undefined
}

/** Every way the pattern is met, each as the phrases that met it. Linear in the number of phrases found. */
export function findPattern({ places, opens, closes }: Pattern, hits: Hits, tokens: readonly Token[]): Hit[][] {
  if (places.some(({ classes }) => !classes.some((name) => hits.has(name)))) return []
  let reached: Step[] = []
  for (const [index, { classes, gap }] of places.entries()) {
    const here = hitsOf(classes, hits)
    if (here.length === 0) return []
    reached = index === 0 ? here.map((hit) => ({ hit, before: undefined })) : follow(reached, here, { gap, tokens })
    if (index === 0 && opens) reached = reached.filter(({ hit }) => tokens[hit.first - 1]?.stop !== false)
    if (reached.length === 0) return []
  }
  const ends = closes ? reached.filter(({ hit }) => tokens[hit.last + 1]?.stop !== false) : reached
  return ends.map(chain)
}

function hitsOf(classes: readonly string[], hits: Hits): readonly Hit[] {
  const [only, ...more] = classes
  if (only !== undefined && more.length === 0) return hits.get(only) ?? []
  return classes.flatMap((name) => hits.get(name) ?? []).sort((a, b) => a.first - b.first)
}

function follow(reached: Step[], here: readonly Hit[], { gap, tokens }: { gap: number; tokens: readonly Token[] }): Step[] {
  const byEnd = reached.sort((a, b) => a.hit.last - b.hit.last)
  const next: Step[] = []
  let passed = 0
  for (const hit of here) {
    while ((byEnd[passed]?.hit.last ?? Number.POSITIVE_INFINITY) < hit.first) passed++
    const before = byEnd[passed - 1]
    const end = before && tokens[before.hit.last]
    const start = tokens[hit.first]
    if (end && start && start.place - end.place - end.width <= gap * wordWidth) next.push({ hit, before })
  }
  return next
}

function chain(last: Step): Hit[] {
  const hits: Hit[] = []
  for (let step: Step | undefined = last; step; step = step.before) hits.unshift(step.hit)
  return hits
}
