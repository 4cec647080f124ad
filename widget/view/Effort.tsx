import { useEffect, useState } from 'preact/hooks'
import { useDesk } from './desk.ts'
import { Icon } from './Icon.tsx'

const scores = [1, 2, 3, 4, 5, 6, 7]

/** Row 28: how easy it was, asked inside the conversation (CES 2.0, seven steps). */
export function Effort() {
  const { chat, say, shown } = useDesk()
  const asked = shown.state.asksEffort
  const [choice, setChoice] = useState(chat.effort.chosen())
  const [thanked, setThanked] = useState<string | null>(null)
  const goesOn = shown.state.phase !== 'closed'
  useEffect(() => {
    if (!goesOn) return
    setThanked(null)
    setChoice(null)
  }, [goesOn])

  if (thanked && (!asked || asked.conversation === thanked))
    return (
      <p class="thanks" role="status">
        <Icon name="check" small />
        {say('effortThanks')}
      </p>
    )
  if (!asked || shown.effortGiven === asked.conversation) return null

  const conversation = asked.conversation
  const { score = null, comment = '' } = choice?.conversation === conversation ? choice : {}
  const choose = (next: { score: number; comment: string }) => {
    setChoice({ conversation, ...next })
    chat.effort.choose({ conversation, ...next })
  }
  const send = async (event: Event) => {
    event.preventDefault()
    if (score !== null && (await chat.effort.settle())) setThanked(conversation)
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
                onChange={() => choose({ score: step, comment })}
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
      {score === null ? (
        <p class="links">
          <button type="button" class="link" onClick={() => chat.effort.done(conversation)}>
            {say('effortLater')}
          </button>
        </p>
      ) : (
        <>
          <p role="status">{say('effortCounts')}</p>
          <label class="comment">
            {say('effortComment')}
            <textarea rows={2} maxLength={2000} value={comment} onInput={(event) => choose({ score, comment: event.currentTarget.value })} />
          </label>
          <p class="links">
            <button type="submit" class="button primary">
              {say('effortSend')}
            </button>
          </p>
        </>
      )}
    </form>
  )
}

function sayStep(say: (key: string) => string, step: number): string {
  if (step === 1) return `1, ${say('effortLow')}`
  return step === 7 ? `7, ${say('effortHigh')}` : String(step)
}
