import type { AssistEvents } from './assist.ts'
import type { AssistantEvents } from './assistant.ts'
import type { ChannelEvents } from './channels.ts'
import type { ConversationEvents } from './conversations.ts'
import type { CustomerEvents } from './customers.ts'
import type { FeedbackEvents } from './feedback.ts'
import type { KnowledgeEvents } from './knowledge.ts'
import type { LearningEvents } from './learning.ts'
import type { MetricsEvents } from './metrics.ts'
import type { QueueEvents } from './queue.ts'
import type { RoutingEvents } from './routing.ts'
import type { TeamEvents } from './team.ts'
import type { TrustEvents } from './trust.ts'
import type { UnderstandingEvents } from './understanding.ts'
import type { ValueEvents } from './value.ts'

/** Every fact that the parts tell each other, by its name in the past tense. */
export type Events = ChannelEvents &
  CustomerEvents &
  ConversationEvents &
  UnderstandingEvents &
  ValueEvents &
  TeamEvents &
  QueueEvents &
  RoutingEvents &
  KnowledgeEvents &
  AssistantEvents &
  AssistEvents &
  FeedbackEvents &
  LearningEvents &
  MetricsEvents &
  TrustEvents

export type EventName = keyof Events

/**
 * Live push to the console: WebSocket /v1/live. Each frame says that something changed; the console asks for what it shows.
 * `cursor` resumes: /v1/live?after=CURSOR. `typing`, `viewing`, `training` and `replaying` frames have no cursor.
 */
export interface LiveFrame {
  cursor?: string
  name: EventName | 'typing' | 'viewing' | 'training' | 'replaying' | 'resync'
  conversation?: string
  customer?: string
  person?: string
  seq?: number
  author?: string
  /** Of a hand-over: what the colleague said. */
  answer?: string
  /** Of a training under way: share done, 0–1, at what, from how many examples. */
  training?: { share: number; step: 'learning' | 'measuring'; examples: number }
  /** Of a replay under way: share done, 0–1. */
  replay?: { replay: number; share: number }
}
