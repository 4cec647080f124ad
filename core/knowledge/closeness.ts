/**
 * The most of the query's words, by worth, that stand together in any `size` words in a row: an answer says in one place what was asked.
 * A word counts once. Linear in the length of the text.
 */
export function closest(words: Int32Array, worth: Float64Array, size: number, seen: Int32Array): number {
  let best = 0
  let now = 0
  for (let at = 0; at < words.length; at++) {
    const entering = words[at] ?? 0
    const gain = worth[entering] ?? 0
    if (gain > 0) {
      if (seen[entering] === 0) now += gain
      seen[entering] = (seen[entering] ?? 0) + 1
      if (now > best) best = now
    }
    const leaving = words[at - size + 1] ?? 0
    if (at + 1 >= size && (worth[leaving] ?? 0) > 0) {
      seen[leaving] = (seen[leaving] ?? 0) - 1
      if (seen[leaving] === 0) now -= worth[leaving] ?? 0
    }
  }
  for (let at = Math.max(0, words.length - size + 1); at < words.length; at++) seen[words[at] ?? 0] = 0
  return best
}
