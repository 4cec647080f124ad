/** A stretch of time in epoch ms, its end not included. */
export interface Span {
  from: number
  to: number
}

/** In order and without overlaps; spans that touch become one. */
export function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else if (span.to > span.from) joined.push({ ...span })
  }
  return joined
}

/** What both cover; each given in order and without overlaps. */
export function meet(a: readonly Span[], b: readonly Span[]): Span[] {
  const met: Span[] = []
  let i = 0
  let j = 0
  for (let left = a[i], right = b[j]; left && right; left = a[i], right = b[j]) {
    const from = Math.max(left.from, right.from)
    const to = Math.min(left.to, right.to)
    if (to > from) met.push({ from, to })
    if (left.to < right.to) i += 1
    else j += 1
  }
  return met
}

/** Does one of them cover all of this stretch? */
export function covers(spans: readonly Span[], { from, to }: Span): boolean {
  return spans.some((span) => span.from <= from && to <= span.to)
}
