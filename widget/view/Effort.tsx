import { useState } from 'preact/hooks'
import { useDesk } from './desk.ts'
import { Icon } from './Icon.tsx'

const scores = [1, 2, 3, 4, 5, 6, 7]

/** Row 28: how easy it was, asked inside the conversation (CES 2.0, seven steps). */
export function Effort() {
  const { chat, store, memory, say, shown } = useDesk()
  const asked = shown.state.asksEffort
  const [score, setScore] = useState<number | null>(null)
  const [comment, setComment] = useState('')
  const [thanked, setThanked] = useState<string | null>(null)

  if (thanked && (!asked || asked.conversation === thanked))
    return (
      <p class="thanks" role="status">
        <Icon name="check" small />
        {say('effortThanks')}
      </p>
    )
  if (!asked || shown.effortGiven === asked.conversation) return null

  const settle = (gave: boolean) => {
    memory.keep('effort', asked.conversation)
    store.change({ effortGiven: asked.conversation })
    if (gave) setThanked(asked.conversation)
  }
  const send = async (event: Event) => {
    event.preventDefault()
    const words = comment.trim() ? { comment: comment.trim().slice(0, 2000) } : {}
    if (score !== null && (await chat.act('POST', '/w/effort', { conversation: asked.conversation, score, ...words }))) settle(true)
  }
  const name = shown.messages.findLast((message) => message.author === 'person')?.name
  const question = asked.about === 'person' ? say('effortPerson', { name: name ?? shown.company }) : say('effortAssistant')

  return (
    <form class="effort" onSubmit={(event) => void send(event)}>
      <fieldset>
        <legend>{question}</legend>
        <div class="scale">
          {scores.map((step) => (
            <label key={step} class={step === score ? 'step chosen' : 'step'}>
              <input
                type="radio"
                name="effort"
                value={step}
                checked={step === score}
                onChange={() => setScore(step)}
                aria-label={sayStep(say, step)}
              />
              <span aria-hidden="true">{step}</span>
            </label>
          ))}
        </div>
        <p class="ends" aria-hidden="true">
          <span>{say('effortLow')}</span>
          <span>{say('effortHigh')}</span>
        </p>
      </fieldset>
      {score !== null && (
        <label class="comment">
          {say('effortComment')}
          <textarea rows={2} maxLength={2000} value={comment} onInput={(event) => setComment(event.currentTarget.value)} />
        </label>
      )}
      <p class="links">
        {score !== null && (
          <button type="submit" class="button primary">
            {say('effortSend')}
          </button>
        )}
        <button type="button" class="link" onClick={() => settle(false)}>
          {say('effortLater')}
        </button>
      </p>
    </form>
  )
}

function sayStep(say: (key: string) => string, step: number): string {
  if (step === 1) return `1, ${say('effortLow')}`
  return step === 7 ? `7, ${say('effortHigh')}` : String(step)
}
