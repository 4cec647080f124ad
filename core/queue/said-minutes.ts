/** A wait as people say it: single minutes, from 20 on fives, from 60 on quarters, from three hours on halves. */
export function sayMinutes(minutes: number): number {
  const step = stepAt(minutes)
  return Math.round(minutes / step) * step
}

/** The shortest wait that is said as no less than this one. */
export function shortestSaidAbove(minutes: number): number {
  const step = stepAt(minutes)
  return Math.max(0, (Math.ceil(minutes / step) - 0.5) * step)
}

/** The longest wait that is said as no more than this one. */
export function longestSaidBelow(minutes: number): number {
  const step = stepAt(minutes)
  return (Math.floor(minutes / step) + 0.5) * step
}

function stepAt(minutes: number): number {
  return minutes < 20 ? 1 : minutes < 60 ? 5 : minutes < 180 ? 15 : 30
}
