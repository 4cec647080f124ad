import { studentT } from '../routing/laboratory/compare.ts'

/** What one cluster (a day, an hour) adds to a mean or a share. */
export interface Part {
  cluster: number
  sum: number
  of: number
}

/** A mean or share with half of its 95 % interval; null where nothing was seen, or too few clusters for an interval. */
export interface Ratio {
  value: number | null
  half: number | null
}

/**
 * Ratio of sums with its interval over clusters, by linearization and Student's t (Cochran 1977, ch. 6): customers of one hour wait
 * together, so they do not count as so many independent ones.
 */
export function ratio(parts: readonly Part[]): Ratio {
  return ratioDifference(parts, null)
}

/** The first less the second; pairs where both have the same clusters, as two settings played with the same customers have. */
export function ratioDifference(first: readonly Part[], second: readonly Part[] | null): Ratio {
  const a = summed(first)
  const b = second && summed(second)
  if (a.of === 0 || b?.of === 0) return { value: null, half: null }
  const value = a.sum / a.of - (b ? b.sum / b.of : 0)
  const clusters = new Set([...a.clusters.keys(), ...(b?.clusters.keys() ?? [])])
  const n = clusters.size
  if (n < 2) return { value, half: null }
  let squares = 0
  for (const cluster of clusters) squares += (residual(a, cluster) - (b ? residual(b, cluster) : 0)) ** 2
  return { value, half: studentT(n - 1) * Math.sqrt((n / (n - 1)) * squares) }
}

interface Summed {
  sum: number
  of: number
  clusters: Map<number, { sum: number; of: number }>
}

function summed(parts: readonly Part[]): Summed {
  const all: Summed = { sum: 0, of: 0, clusters: new Map() }
  for (const { cluster, sum, of } of parts) {
    all.sum += sum
    all.of += of
    const so = all.clusters.get(cluster)
    all.clusters.set(cluster, { sum: (so?.sum ?? 0) + sum, of: (so?.of ?? 0) + of })
  }
  return all
}

function residual({ sum, of, clusters }: Summed, cluster: number): number {
  const own = clusters.get(cluster)
  return own === undefined ? 0 : (own.sum - (sum / of) * own.of) / of
}
