import type { LiveFrame } from '../../contract/events.ts'

/** Which screens look different after a fact, by the keys that their queries begin with. What nobody sees asks for nothing. */
export function touched({ conversation, customer, name }: LiveFrame): string[][] {
  if (name === 'resync') return [[]]
  if (name === 'typing' || name === 'viewing' || name === 'training' || name === 'replaying' || name.endsWith('.due')) return []
  if (name === 'notice.made') return [['notices']]
  const one = conversation ? [['conversation', conversation]] : []
  if (name === 'reply.sent') return conversation ? [['conversation', conversation, 'timeline']] : []
  if (name === 'conversation.marked') return [['conversations'], ['labels'], ...one]
  if (name === 'handover.prepared' || name.startsWith('help.')) return one
  if (/^(value|effort)\./.test(name)) return [['results']]
  if (name.startsWith('policy.')) return [['policy']]
  if (name.startsWith('replay.')) return [['replays'], ['policy', 'versions']]
  if (name === 'bounds.changed') return [['fairness']]
  if (name.startsWith('article.')) return [['articles']]
  if (name === 'examples.changed' || name.startsWith('model.')) return [['intents']]
  if (/^(presence|team)\./.test(name)) return [['team'], ['floor'], ['desk']]
  if (name.startsWith('customer.')) return ofCustomer(customer, name)
  const desk = [['conversations'], ['floor'], ...one]
  if (name.startsWith('transfer.')) return [['desk'], ...one]
  if (name.startsWith('claim.')) return [...desk, ['team'], ['desk']]
  return name === 'conversation.closed' ? [...desk, ['results']] : desk
}

/** A visitor who becomes known has a name from then on, in every list. */
function ofCustomer(customer: string | undefined, name: string): string[][] {
  const page = customer ? [['customer', customer]] : []
  return name === 'customer.identified' ? [...page, ['customers'], ['conversations'], ['conversation']] : page
}
