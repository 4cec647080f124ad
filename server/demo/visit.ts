import type { WidgetMessage, WidgetState } from '../../contract/channels.ts'
import type { Chance } from '../../core/chance.ts'
import { newId } from '../platform/ids.ts'
import { say } from '../platform/words.ts'
import type { Character } from './character.ts'
import type { Clock } from './clock.ts'
import { fill } from './content.ts'
import { about } from './draw.ts'
import type { Visitor } from './visitor.ts'

export interface Visit {
  conversation: () => string | null
  end: () => void
}

/** Nobody stays longer, in seconds. */
const longest = 40 * 60

/** Plays one customer from the first word to the last, by what their page shows. `ended` is called once. */
export function playVisit(of: {
  visitor: Visitor
  character: Character
  chance: Chance
  clock: Clock
  note: (error: Error) => void
  ended: () => void
}): Visit {
  const { visitor, character, chance, clock, note } = of
  const { language, talk } = character
  let state: WidgetState | null = null
  let ended = false
  let unsettled = false
  let personWords = 0
  const done = new Set<string>()

  const close = visitor.listen({ message: hear, state: see, lost: note })
  const callOff = clock.after(longest * 1000, end)
  later(about(chance, 3), () => write(character.opening))

  function end(): void {
    if (ended) return
    ended = true
    callOff()
    close()
    of.ended()
  }

  /** After so many seconds of their time, if they are still there. */
  function later(seconds: number, run: () => Promise<void> | void): void {
    clock.after(seconds * 1000, async () => {
      if (ended) return
      try {
        await run()
      } catch (error) {
        // A refusal is an answer too: the matter was closed meanwhile, or somebody took it. The customer goes on from what the page shows.
        note(error instanceof Error ? error : new Error(String(error)))
      }
    })
  }

  function once(what: string, run: () => void): void {
    if (done.has(what)) return
    done.add(what)
    run()
  }

  async function write(text: string): Promise<void> {
    if (state?.conversation && state.phase !== 'closed') await visitor.post('/w/typing', {})
    await visitor.post('/w/messages', { clientId: newId(), text })
  }

  const writesLater = (seconds: number, lines: string[]) => later(about(chance, seconds), () => write(chance.pick(lines)))

  function hear(message: WidgetMessage): void {
    if (message.author === 'assistant') hearAssistant(message)
    if (message.author === 'person') hearPerson()
  }

  function hearAssistant(message: WidgetMessage): void {
    if (message.asksWhetherSolved) once('judged', () => judgeLater(message.seq))
    else if (message.text.includes(say(language, 'assistant:ask-order'))) once('order', () => giveOrder())
    else if (message.text.includes(say(language, 'assistant:how-can-i-help'))) once('matter', () => writesLater(8, [character.matter]))
    else if (message.text.includes(say(language, 'assistant:ask-goal')) && character.tellsMore) once('goal', () => writesLater(12, talk.details))
    if (character.pressesForPerson) once('pressed', () => later(about(chance, 9), () => visitor.post('/w/person', { clientId: newId() })))
  }

  function judgeLater(seq: number): void {
    if (character.judges === 'nothing' || character.pressesForPerson) return
    later(about(chance, 14), async () => {
      if (state?.phase === 'closed' || state?.phase === 'person') return
      unsettled = character.judges === 'no'
      await visitor.post('/w/solution', { seq, solved: character.judges === 'yes' })
    })
  }

  function giveOrder(): void {
    if (character.order)
      writesLater(
        10,
        talk.giveOrder.map((line) => fill(line, { order: character.order })),
      )
  }

  function hearPerson(): void {
    personWords += 1
    if (personWords === 2 && character.tellsMore) once('details', () => writesLater(9, talk.details))
    if (personWords >= 3 && character.thanks) once('thanks', () => writesLater(8, talk.thanks))
  }

  function see(next: WidgetState): void {
    state = next
    if (next.phase === 'waiting') once('waits', waitPatiently)
    if (next.phase === 'callback') once('callback', leaveContact)
    if (next.phase === 'closed') once('closed', () => later(about(chance, 6), answerEffort))
    // The page shows nothing more of a matter that nobody reacts to; the clock of the house closes it.
    if (next.phase === 'assistant') once('idle', () => later(150, () => (state?.phase === 'assistant' ? end() : undefined)))
  }

  function waitPatiently(): void {
    if (character.asksAgain) later(character.patience / 2, () => (state?.phase === 'waiting' ? write(chance.pick(talk.stillWaiting)) : undefined))
    later(character.patience, async () => {
      if (state?.phase !== 'waiting') return
      await visitor.change('DELETE', '/w/place')
      later(4, end)
    })
  }

  function leaveContact(): void {
    const email = character.user?.email
    if (email) later(about(chance, 12), () => visitor.post('/w/callback', { email }))
    later(about(chance, 30), end)
  }

  async function answerEffort(): Promise<void> {
    const asked = state?.asksEffort
    if (asked && character.answersEffort) {
      const usual = asked.about === 'person' ? 6.2 : unsettled ? 3 : 6
      const score = Math.min(7, Math.max(1, Math.round(usual + chance.normal())))
      await visitor.post('/w/effort', { conversation: asked.conversation, score })
    }
    later(6, end)
  }

  return { conversation: () => state?.conversation ?? null, end }
}
