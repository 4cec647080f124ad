export interface FeedbackEvents {
  'effort.asked': { conversation: string; customer: string; about: 'assistant' | 'person'; person: string | null }
  'effort.answered': { conversation: string; customer: string; score: number; about: 'assistant' | 'person'; person: string | null }
}
