import { toLanguage } from '../../core/language.ts'
import { conversationFor } from '../conversations/actions.ts'
import { findByClientId, lockTimeline, write } from '../conversations/timeline.ts'
import { findAccount } from '../platform/accounts.ts'
import type { Work } from '../platform/events.ts'
import { say } from '../platform/words.ts'
import { hearWish } from '../understanding/actions.ts'
import { findProfile } from './store.ts'

/** The control says the customer's wish for them: it stands in the timeline as their words, and is honoured in the same transaction. */
export async function pressForPerson(
  work: Work<'conversation.opened' | 'message.received' | 'person.wanted'>,
  customer: string,
  clientId: string,
): Promise<void> {
  const { db, account } = work
  await lockTimeline(db, account, customer)
  if (await findByClientId(db, account, customer, clientId)) return
  const house = await findAccount(db, account)
  const profile = await findProfile(db, account, customer)
  const language = toLanguage(profile?.language) ?? house.language
  const conversation = await conversationFor(work, { customer, channel: 'web', languageHint: language, page: null })
  const text = say(language, 'timeline:wish')
  const { seq } = await write(db, {
    account,
    customer,
    conversation,
    author: 'customer',
    text,
    clientId,
    language,
    reason: { code: 'control', numbers: {} },
  })
  work.tell('message.received', { conversation, customer, seq })
  await hearWish(work, { conversation, customer, seq, by: 'control' })
}
