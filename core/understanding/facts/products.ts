import type { FoundFact } from '../reading.ts'

/** Row 8: the account's own goods by the names in its catalogue, the longest name first. `products` are names as the shop writes them. */
export function findProducts(text: string, products: readonly string[]): FoundFact[] {
  // Lower case of some letters is longer than the letter itself; such a text is compared as it stands.
  const lower = text.toLowerCase().length === text.length ? text.toLowerCase() : text
  const found: FoundFact[] = []
  for (const name of products.toSorted((a, b) => b.length - a.length)) {
    const looked = name.trim().toLowerCase()
    if (looked.length < 2) continue
    for (let from = lower.indexOf(looked); from >= 0; from = lower.indexOf(looked, from + looked.length)) {
      const to = from + looked.length
      if (standsAlone(lower, from, to)) found.push({ kind: 'product', value: name.trim(), span: { text: text.slice(from, to), from, to, weight: 1 } })
    }
  }
  return found
}

/** "Saar" in "Saaremaa" is no table. Thai and Chinese write without gaps, so there a name stands where it stands. */
function standsAlone(text: string, from: number, to: number): boolean {
  const joined = /[\p{Script=Latin}\d]/u
  const ends = [text.charAt(from), text.charAt(to - 1)]
  const around = [text.charAt(from - 1), text.charAt(to)]
  return !ends.some((end, side) => joined.test(end) && joined.test(around[side] ?? ''))
}
