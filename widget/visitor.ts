import type { Visited } from '../contract/channels.ts'
import type { Intake } from './intake.ts'
import type { Memory } from './memory.ts'
import type { Settings } from './settings.ts'
import type { Store } from './state.ts'
import type { Answer, Wire } from './wire.ts'

/** Makes the visit once and keeps its token, however many ask for it at the same time. */
export class Visitor {
  readonly #settings: Settings
  readonly #memory: Memory
  readonly #store: Store
  readonly #wire: Wire
  readonly #intake: Intake
  #visiting: Promise<boolean> | undefined
  #failures = 0

  constructor(parts: { settings: Settings; memory: Memory; store: Store; wire: Wire; intake: Intake }) {
    this.#settings = parts.settings
    this.#memory = parts.memory
    this.#store = parts.store
    this.#wire = parts.wire
    this.#intake = parts.intake
  }

  /** True when the server knows us. A failure is forgotten, so that the next call tries again. */
  visit(): Promise<boolean> {
    this.#visiting ??= this.#ask().then((visited) => {
      if (!visited) this.#visiting = undefined
      return visited
    })
    return this.#visiting
  }

  /** The token no longer counts: comes anew. */
  async again(): Promise<void> {
    this.#visiting = undefined
    await this.visit()
  }

  notReached() {
    this.#failures++
    if (this.#failures > 1 || !navigator.onLine) this.#store.change({ away: true })
  }

  reached() {
    this.#failures = 0
    if (this.#store.now().away) this.#store.change({ away: false })
  }

  async #ask(): Promise<boolean> {
    const token = this.#memory.read('token')
    const answer = await this.#tryWith(token)
    if (!answer.ok) {
      this.notReached()
      return false
    }
    const visited = answer.body as Visited
    this.#memory.keep('token', visited.token)
    this.#wire.carry(visited.token)
    const { company, assistant, language } = visited
    this.#store.change({ company, assistant, language, visited: true })
    this.reached()
    // Whose timeline it is stands in the state: first that, then its words.
    this.#intake.state(visited.state)
    this.#intake.messages(visited.messages, false)
    return true
  }

  /** A signature that does not hold must not shut the customer out, nor the token of a visitor since erased. */
  async #tryWith(token: string | null): Promise<Answer> {
    const { site, language, user } = this.#settings
    const plainVisit = { site, language: language.slice(0, 35) }
    const kept = token ? { token } : {}
    const attempts = [{ ...plainVisit, ...kept, ...(user ? { user } : {}) }, { ...plainVisit, ...kept }, plainVisit]
    let answer: Answer = { ok: false, status: 0, code: 'unreachable', retryAfter: null }
    for (const attempt of attempts) {
      answer = await this.#wire.ask('POST', '/w/visits', attempt)
      const worthAnother = !answer.ok && answer.status >= 400 && answer.status < 500 && answer.status !== 429
      if (!worthAnother) return answer
      console.warn(`sambut: the visit was refused (${answer.ok ? '' : answer.code})`)
    }
    return answer
  }
}
