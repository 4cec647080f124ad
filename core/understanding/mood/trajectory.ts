import type { Mood, Reading } from '../reading.ts'

/** Where a conversation's mood stands and where it goes. */
export interface Trajectory {
  /** Smoothed score, −1 to 1. */
  level: number
  /** Change of the level a message, smoothed: below zero it gets worse. */
  slope: number
  direction: 'better' | 'steady' | 'worse'
  /** Messages in a row, up to the last, that were frustrated. */
  frustrated: number
}

/**
 * Row 5: the mood over a conversation: exponential smoothing of level and slope (Holt 1957), so that one sharp word does not outweigh ten
 * friendly ones, and a slow slide is seen before it ends in anger.
 */
export function moodTrajectory(moods: readonly Pick<Mood, 'score' | 'frustrated'>[]): Trajectory {
  let level = moods[0]?.score ?? 0
  let slope = 0
  let frustrated = moods[0]?.frustrated ? 1 : 0
  for (const mood of moods.slice(1)) {
    const before = level
    level = smoothing * mood.score + (1 - smoothing) * (level + slope)
    level = Math.max(-1, Math.min(1, level))
    slope = smoothing * (level - before) + (1 - smoothing) * slope
    frustrated = mood.frustrated ? frustrated + 1 : 0
  }
  return { level, slope, direction: slope <= -steady ? 'worse' : slope >= steady ? 'better' : 'steady', frustrated }
}

/**
 * Row 7: the mood that a stake is weighed with: the last message's, unless the conversation stands worse than it sounds. Who was
 * frustrated a message ago still is, until something makes them glad.
 */
export function moodSoFar(moods: readonly Mood[], last: Mood): Mood {
  const { level, frustrated } = moodTrajectory([...moods, last])
  const before = moods.at(-1)
  if (last.polarity === 'positive') return last
  const score = Math.min(last.score, level)
  const isNegative = last.polarity === 'negative' || (last.polarity === 'neutral' && level <= -0.25)
  const stays = before?.frustrated === true
  return { ...last, score, polarity: isNegative ? 'negative' : last.polarity, frustrated: last.frustrated || frustrated > 0 || stays }
}

/** "Ok" and the number of an order say nothing of a mood: whoever was angry before still is. */
export function showsMood({ aside, mood }: Pick<Reading, 'aside' | 'mood'>): boolean {
  return !aside || mood.is.polarity !== 'neutral'
}

/** Share of the newest message. */
const smoothing = 0.5
/** A slope within this is no change. */
const steady = 0.08
