/**
 * Row 8: which of the places, given in the order of service, can be served at once by as many people, one each: a place is left
 * out only if it cannot be served together with those before it (augmenting paths: Kuhn 1955; greedy is optimal there as the
 * servable sets are a matroid: Edmonds & Fulkerson 1965). `able[place]` lists the people who may serve it.
 */
export function servable(able: readonly (readonly number[])[], most: number): number[] {
  const heldBy = new Map<number, number>()
  const chosen: number[] = []
  const place = (at: number, tried: Set<number>): boolean => {
    for (const person of able[at] ?? []) {
      if (tried.has(person)) continue
      tried.add(person)
      const holder = heldBy.get(person)
      if (holder !== undefined && !place(holder, tried)) continue
      heldBy.set(person, at)
      return true
    }
    return false
  }
  for (const at of able.keys()) {
    if (chosen.length >= most) break
    if (place(at, new Set())) chosen.push(at)
  }
  return chosen
}

/**
 * Row 8: the pairs of the greatest sum, each row with a column of its own (assignment by shortest augmenting paths: Kuhn 1955,
 * Jonker & Volgenant 1987; rows² × columns steps). `scores[row][column]`, −Infinity where it may not be; no more rows than
 * columns, and some complete pairing exists.
 */
export function bestPairs(scores: readonly (readonly number[])[]): number[] {
  const rows = scores.length
  const columns = scores[0]?.length ?? 0
  const cost = (row: number, column: number) => Math.min(impossible, -(scores[row - 1]?.[column - 1] ?? Number.NEGATIVE_INFINITY))
  const ofRow = new Float64Array(rows + 1)
  const ofColumn = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(columns + 1)
    const done = new Uint8Array(columns + 1)
    let column = 0
    rowOf[0] = row
    do {
      done[column] = 1
      const current = at(rowOf, column)
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let other = 1; other <= columns; other++) {
        if (done[other] === 1) continue
        const reduced = cost(current, other) - at(ofRow, current) - at(ofColumn, other)
        if (reduced < at(least, other)) {
          least[other] = reduced
          from[other] = column
        }
        if (at(least, other) < step) {
          step = at(least, other)
          next = other
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (done[other] === 1) {
          ofRow[at(rowOf, other)] = at(ofRow, at(rowOf, other)) + step
          ofColumn[other] = at(ofColumn, other) - step
        } else least[other] = at(least, other) - step
      }
      column = next
    } while (at(rowOf, column) !== 0)
    for (; column !== 0; column = at(from, column)) rowOf[column] = at(rowOf, at(from, column))
  }
  const pairs = new Array<number>(rows).fill(-1)
  for (let column = 1; column <= columns; column++) if (at(rowOf, column) > 0) pairs[at(rowOf, column) - 1] = column - 1
  return pairs
}

/** Dearer than any sum of scores, and still a number that can be added. */
const impossible = 1e15

const at = (numbers: Float64Array | Int32Array, index: number): number => numbers[index] ?? 0
