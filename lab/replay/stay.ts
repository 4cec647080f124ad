import type { WidgetMessage, WidgetState } from '../../contract/channels.ts'
import { type Chance, chance } from '../../core/chance.ts'
import { pause, type Sent } from './customer.ts'
import type { Door } from './http.ts'
import { listen, type StreamEvent } from './stream.ts'

/** What customers saw in their windows, over all of them. */
export interface Witnessed {
  saidSolved: number
  saidNotSolved: number
  effortAnswered: number
  /** A message that came a second time in one window. */
  shownTwice: number
  /** A place that grew without a reason beside it. */
  grewUnexplained: number
}

export const nothingWitnessed = (): Witnessed => ({ saidSolved: 0, saidNotSolved: 0, effortAnswered: 0, shownTwice: 0, grewUnexplained: 0 })

/** How this customer is, decided before anything happens: the same seed, the same people. */
interface Temper {
  judges: 'yes' | 'no' | 'silent'
  answersEffort: boolean
  effort: number
  readMilliseconds: number
}

/** With the assistant alone, whoever says nothing closes the window after this; at the end one waits a little for the question how easy it was. */
const lingerMilliseconds = { assistant: 4000, closed: 12_000 }

/** The customer stays and looks: judges the assistant's answer, waits for a person, answers how easy it was, goes. */
export async function stay(door: Door, sent: Sent, options: { seed: number; over: AbortSignal; witnessed: Witnessed }): Promise<void> {
  const { over, witnessed } = options
  const temper = temperOf(chance(options.seed))
  const window = new Window(temper, witnessed)
  while (!window.left && !over.aborted) {
    const closing = new AbortController()
    const signal = AbortSignal.any([over, closing.signal])
    let linger: NodeJS.Timeout | undefined
    for await (const event of listen(door, `/w/stream?after=${window.lastSeq}`, sent.token, signal)) {
      const wish = window.see(event)
      if (wish) await act(door, sent.token, wish, temper, signal, witnessed)
      clearTimeout(linger)
      const end = window.end()
      if (end) linger = setTimeout(() => leave(), lingerMilliseconds[end])
      if (window.left) break
    }
    clearTimeout(linger)
    closing.abort()
    if (!window.left) await pause(300 + temper.readMilliseconds / 4, over)

    function leave(): void {
      window.left = true
      closing.abort()
    }
  }
}

type Wish = { path: '/w/solution'; body: { seq: number; solved: boolean } } | { path: '/w/effort'; body: { conversation: string; score: number } }

async function act(door: Door, token: string, wish: Wish, temper: Temper, signal: AbortSignal, witnessed: Witnessed): Promise<void> {
  await pause(temper.readMilliseconds, signal)
  const answer = await door.insist('POST', wish.path, { token, body: wish.body })
  if (answer.status >= 300 || answer.status === 0) return
  if (wish.path === '/w/effort') witnessed.effortAnswered += 1
  else if (wish.body.solved) witnessed.saidSolved += 1
  else witnessed.saidNotSolved += 1
}

/** What stands in the customer's window, and what they want to do about it. */
class Window {
  left = false
  lastSeq = 0
  #judged = false
  #rated = false
  #phase: WidgetState['phase'] = 'new'
  #answered = false
  #ahead: number | null = null
  readonly #temper: Temper
  readonly #witnessed: Witnessed

  constructor(temper: Temper, witnessed: Witnessed) {
    this.#temper = temper
    this.#witnessed = witnessed
  }

  see(event: StreamEvent): Wish | undefined {
    if (event.name === 'message') return this.#read(event.value)
    if (event.name === 'state') return this.#stand(event.value)
    return undefined
  }

  /** Nobody who waits for a person, or talks to one, goes; whoever has the assistant's answer may, and whoever is done. */
  end(): 'assistant' | 'closed' | undefined {
    if (this.#phase === 'closed') return 'closed'
    return this.#phase === 'assistant' && this.#answered ? 'assistant' : undefined
  }

  #read(message: WidgetMessage): Wish | undefined {
    if (message.seq <= this.lastSeq) this.#witnessed.shownTwice += 1
    this.lastSeq = Math.max(this.lastSeq, message.seq)
    if (message.author === 'assistant') this.#answered = true
    if (!message.asksWhetherSolved || this.#judged || this.#temper.judges === 'silent') return undefined
    this.#judged = true
    return { path: '/w/solution', body: { seq: message.seq, solved: this.#temper.judges === 'yes' } }
  }

  #stand({ phase, place, asksEffort }: WidgetState): Wish | undefined {
    if (place && this.#ahead !== null && place.ahead > this.#ahead && !place.because) this.#witnessed.grewUnexplained += 1
    this.#ahead = place?.ahead ?? null
    this.#phase = phase
    if (phase !== 'closed' || !asksEffort || this.#rated) return undefined
    this.#rated = true
    if (this.#temper.answersEffort) return { path: '/w/effort', body: { conversation: asksEffort.conversation, score: this.#temper.effort } }
    this.left = true
    return undefined
  }
}

function temperOf(dice: Chance): Temper {
  const mood = dice.next()
  return {
    judges: mood < 0.45 ? 'yes' : mood < 0.6 ? 'no' : 'silent',
    answersEffort: dice.next() < 0.3,
    effort: dice.pick([2, 4, 5, 5, 6, 6, 6, 7, 7, 7]),
    readMilliseconds: 300 + dice.exponential(700),
  }
}
