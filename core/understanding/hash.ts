/** FNV-1a over UTF-16 units (Fowler, Noll, Vo). Weights that ship were learnt with it: whoever changes it trains them all anew. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let unit = 0; unit < text.length; unit++) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x01000193)
  return hash
}

/** The finaliser of MurmurHash3 (Appleby), so that alike inputs land far apart. */
export function mix(hash: number, salt: number): number {
  let mixed = hash ^ Math.imul(salt, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
