import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { findAsked, findInteraction, type Interaction, saveAnswer, saveAsked } from './store.ts'

/** Row 28: how easy was it? Once per interaction, credited to whoever served when it is asked. */
export const askEffort = action<'conversation.closed', ['effort.asked']>('feedback.askEffort', ['effort.asked'], async (work, { conversation }) => {
  const { db, account } = work
  const interaction = await findInteraction(db, account, conversation)
  if (!interaction) return

  const served = whoServed(interaction)
  if (!served) return

  const { closure, customer } = interaction
  if (await saveAsked(db, account, { conversation, closure, customer, ...served })) work.tell('effort.asked', { conversation, customer, ...served })
})

/** The customer's answer; the first one stands. */
export async function answerEffort(
  work: Work<'effort.answered'>,
  customer: string,
  answer: { conversation: string; score: number; comment?: string | null | undefined },
): Promise<void> {
  const { db, account } = work
  const { conversation, score } = answer
  const asked = (await findAsked(db, account, customer, conversation)) ?? refuse('not-found')
  if (!(await saveAnswer(db, account, asked.closure, { score, comment: answer.comment || null }))) refuse('conflict')
  work.tell('effort.answered', { conversation, customer, score, about: asked.about, person: asked.person })
}

/** Nobody is asked about what was no matter of theirs. */
const neverAsked = new Set(['spam', 'duplicate', 'merged'])

/** A person who spoke outweighs the assistant's help: the customer remembers the person. Null when nobody served. */
function whoServed(interaction: Interaction): { about: 'assistant' | 'person'; person: string | null } | null {
  if (neverAsked.has(interaction.reason)) return null
  if (interaction.personReplied) return { about: 'person', person: interaction.person }
  return interaction.assistantHelped ? { about: 'assistant', person: null } : null
}
