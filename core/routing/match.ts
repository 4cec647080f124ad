import type { Reach, WaitingRoom } from './waiting-room.ts'

/**
 * Row 8: several people are free at once: the dearest place first and the ablest person for it, of those the least versatile,
 * until nobody more can be served. Where each place can be served by each person, that is the best possible sum; at least half
 * of it in any case (Avis 1983). `room` is left without those who were matched. Gives for each person the place, or −1.
 */
export function match(room: WaitingRoom, people: readonly Reach[]): Int32Array {
  const matched = new Int32Array(people.length).fill(-1)
  const breadth = Int32Array.from(people, (reach) => reach.languages.length + reach.skills.reduce((count, one) => (one > 0 ? count + 1 : count), 0))
  // The narrow stand in front: among the equally able the first found is the least versatile.
  const free = Array.from(people.keys()).sort((a, b) => (breadth[a] as number) - (breadth[b] as number))
  // Beyond the lines of skills nobody is abler than another.
  const limit = people.reduce((most, { skills }) => skills.reduce((high, one) => Math.max(high, one), most), 1)
  const closed = new Uint8Array(room.lines)
  while (free.length > 0) {
    const line = dearest(room, closed)
    if (line < 0) return matched
    const at = ablest(room, line, people, free, line < room.linesOfSkill ? limit : Number.MIN_VALUE)
    if (at < 0) {
      closed[line] = 1
      continue
    }
    const place = room.head(line)
    matched[free[at] as number] = place
    room.leave(place)
    free.splice(at, 1)
  }
  return matched
}

function dearest(room: WaitingRoom, closed: Uint8Array): number {
  let best = -1
  let bestIndex = Number.NEGATIVE_INFINITY
  for (let line = 0; line < closed.length; line++) {
    if (closed[line] === 1 || room.head(line) < 0) continue
    const index = room.headIndex(line)
    if (index <= bestIndex) continue
    best = line
    bestIndex = index
  }
  return best
}

/** The first whom nobody exceeds ends the search, so that a line with many able people is short work. */
function ablest(room: WaitingRoom, line: number, people: readonly Reach[], free: readonly number[], limit: number): number {
  let best = -1
  let most = 0
  for (let at = 0; at < free.length && most < limit; at++) {
    const able = room.ability(people[free[at] as number] as Reach, line)
    if (able <= most) continue
    best = at
    most = able
  }
  return best
}
