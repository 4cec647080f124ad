/** Why a run of the laboratory was ended before it was played: somebody did, or it took too long. */
export const endings = ['cancelled', 'too-long'] as const
export type Ended = (typeof endings)[number]

/** A run that takes longer keeps everybody else's waiting: it is ended, and says so. */
export const mostMinutes = 15
