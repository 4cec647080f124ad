import type { Language } from '../language.ts'

/** Presence: what a person of the team says of being there. `away` keeps what they hold, `off` does not. */
export type Presence = 'on' | 'away' | 'off'

/** A person of the team as routing sees them. */
export interface Server {
  id: string
  presence: Presence
  languages: Language[]
  skills: string[]
  /** Conversations at once. */
  capacity: number
  /** Places taken now: by what is held, by its weight, and by what is being wrapped up. */
  load: number
  /** Database time (ms) since when this person has had room; the longest free is offered first among equals. */
  freeSince: number
}
