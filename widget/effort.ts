import type { Memory } from './memory.ts'
import type { Store } from './state.ts'
import type { Answer } from './wire.ts'

/** A step on the scale, and what was said about it. */
export interface Choice {
  conversation: string
  score: number
  comment: string
}

type Give = (answer: { conversation: string; score: number; comment?: string }) => Promise<Answer>

/**
 * Row 28: a step that is chosen counts, whether or not it is sent off. The server takes one answer and keeps it, so the
 * choice waits here, to be changed or explained, until the customer goes on: sends it, writes, closes the chat, leaves
 * the page, or, where leaving was too quick for the network, comes back.
 */
export class Effort {
  readonly #memory: Memory
  readonly #store: Store
  readonly #give: Give

  constructor(memory: Memory, store: Store, give: Give) {
    this.#memory = memory
    this.#store = store
    this.#give = give
  }

  chosen(): Choice | null {
    return readChoice(this.#memory.read('chosen'))
  }

  choose(choice: Choice | null) {
    this.#memory.keep('chosen', choice && JSON.stringify(choice))
  }

  /** No question about this conversation any more. */
  done(conversation: string) {
    this.choose(null)
    this.#memory.keep('effort', conversation)
    this.#store.change({ effortGiven: conversation })
  }

  /** True when no choice waits any more. */
  async settle(): Promise<boolean> {
    const choice = this.chosen()
    if (!choice) return true
    const { conversation, score } = choice
    const comment = choice.comment.trim().slice(0, 2000)
    const answer = await this.#give({ conversation, score, ...(comment && { comment }) })
    // It came by another tab, or on the way out of the page; or the question is no longer this customer's.
    const settled = answer.ok || answer.status === 409 || answer.status === 404
    if (settled) this.done(conversation)
    return settled
  }
}

function readChoice(text: string | null): Choice | null {
  try {
    return JSON.parse(text ?? 'null') as Choice | null
  } catch {
    return null
  }
}
