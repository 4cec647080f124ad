/** One step of a rolling 32-bit hash (multiply and rotate, after MurmurHash3). */
export function mix(state: number, value: number): number {
  const mixed = Math.imul(state ^ Math.imul(value + 0x9e37, 0x85ebca6b), 0xcc9e2d51)
  return (mixed << 15) | (mixed >>> 17)
}

/** The last step: every bit of the state reaches every bit of the result. */
export function hash(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
