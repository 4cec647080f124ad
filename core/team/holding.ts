/** How much of a person a conversation takes: places of their capacity, or all that is left. */
export type Weight = number | 'all'

/** The owner's rules of holding conversations. */
export interface HoldingRules {
  /** Who was given a conversation opens it or writes within so many minutes, or somebody else is asked. */
  answerMinutes: number
  /** After closing, a conversation counts as held for so many seconds, or until its holder says that they are ready. */
  wrapUpSeconds: number
  /** By channel; a channel that is not named takes one place. */
  weights: Readonly<Record<string, Weight>>
}

/** Two minutes to look; an agreed call is given a person's whole attention, an e-mail waits beside a chat. */
export const startRules: HoldingRules = {
  answerMinutes: 2,
  wrapUpSeconds: 0,
  weights: { web: 1, email: 0.5, voice: 'all', callback: 'all' },
}

/** What a conversation of this channel takes of its holder. */
export function weightOf({ weights }: HoldingRules, channel: string): Weight {
  return weights[channel] ?? 1
}
