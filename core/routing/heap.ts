/** The smallest key first, among equal keys the smallest value. Numbers only: ten thousand entries are no work for the collector. */
export class Heap {
  size = 0
  private keys: Float64Array<ArrayBuffer>
  private values: Int32Array<ArrayBuffer>

  constructor(room = 64) {
    this.keys = new Float64Array(room)
    this.values = new Int32Array(room)
  }

  /** Infinity when empty. */
  get key(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.keys[0] ?? 0)
  }

  /** −1 when empty. */
  get value(): number {
    return this.size === 0 ? -1 : (this.values[0] ?? -1)
  }

  push(key: number, value: number): void {
    if (this.size === this.keys.length) this.grow()
    const { keys, values } = this
    let at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = keys[parent] as number
      if (above < key || (above === key && (values[parent] as number) <= value)) break
      keys[at] = above
      values[at] = values[parent] as number
      at = parent
    }
    keys[at] = key
    values[at] = value
  }

  /** Takes the first away; −1 when empty. */
  pop(): number {
    if (this.size === 0) return -1
    const { keys, values } = this
    const first = values[0] as number
    const last = --this.size
    const key = keys[last] as number
    const value = values[last] as number
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= last) break
      if (child + 1 < last && this.before(child + 1, child)) child++
      const below = keys[child] as number
      if (below > key || (below === key && (values[child] as number) >= value)) break
      keys[at] = keys[child] as number
      values[at] = values[child] as number
      at = child
    }
    keys[at] = key
    values[at] = value
    return first
  }

  clear(): void {
    this.size = 0
  }

  private before(a: number, b: number): boolean {
    const difference = (this.keys[a] as number) - (this.keys[b] as number)
    return difference < 0 || (difference === 0 && (this.values[a] as number) < (this.values[b] as number))
  }

  private grow(): void {
    const keys = new Float64Array(2 * this.keys.length)
    const values = new Int32Array(2 * this.values.length)
    keys.set(this.keys)
    values.set(this.values)
    this.keys = keys
    this.values = values
  }
}
