import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { close } from '../conversations/actions.ts'
import { open, reopen } from '../conversations/state.ts'
import { write } from '../conversations/timeline.ts'
import { type Db, many, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { answerEffort, askEffort } from './actions.ts'
import { findOpenEffort } from './store.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

test('a customer whom a person answered is asked once how easy it was, about that person', async () => {
  const { customer, conversation } = await makeConversation()
  await personReplies(customer, conversation)
  await closed(conversation)
  expect(await asked(conversation)).toEqual([{ about: 'person', person: world.owner.person }])
  expect(await told('effort.asked', conversation)).toBe(1)
  expect(await openFor(customer)).toEqual({ conversation, about: 'person' })
})

test('a customer whom the assistant alone helped is asked about the assistant', async () => {
  const { customer, conversation } = await makeConversation()
  await assistantHelps(customer, conversation)
  await closed(conversation)
  expect(await asked(conversation)).toEqual([{ about: 'assistant', person: null }])
})

test('whoever got no help, and whoever was no customer of ours, is not asked', async () => {
  const nobody = await makeConversation()
  await assistantHelps(nobody.customer, nobody.conversation, true)
  await closed(nobody.conversation)
  const spam = await makeConversation()
  await personReplies(spam.customer, spam.conversation)
  await closed(spam.conversation, 'spam')
  expect(await asked(nobody.conversation)).toEqual([])
  expect(await asked(spam.conversation)).toEqual([])
})

test('a private note is no answer to the customer', async () => {
  const { customer, conversation } = await makeConversation()
  await personReplies(customer, conversation, true)
  await closed(conversation)
  expect(await asked(conversation)).toEqual([])
  expect(await openFor(customer)).toBeNull()
})

test('when the matter is taken up again the question waits, and the next closing asks anew about whoever served then', async () => {
  const { customer, conversation } = await makeConversation()
  await personReplies(customer, conversation)
  await closed(conversation)
  await takenUpAgain(conversation)
  expect(await openFor(customer)).toBeNull()
  await assistantHelps(customer, conversation)
  await closed(conversation)
  expect(await asked(conversation)).toEqual([
    { about: 'person', person: world.owner.person },
    { about: 'assistant', person: null },
  ])
  expect(await openFor(customer)).toEqual({ conversation, about: 'assistant' })
})

test('the first answer stands, with its words; a second one is refused', async () => {
  const { customer, conversation } = await makeConversation()
  await personReplies(customer, conversation)
  await closed(conversation)
  await answer(customer, { conversation, score: 6, comment: 'Kiire ja lahke 🙂' })
  await expect(answer(customer, { conversation, score: 1 })).rejects.toMatchObject({ code: 'conflict' })
  const row = await inAccount((db) => sql`select score, comment from efforts where conversation = ${conversation}`.execute(db))
  expect(row.rows).toEqual([{ score: 6, comment: 'Kiire ja lahke 🙂' }])
  expect(await told('effort.answered', conversation)).toBe(1)
  expect(await openFor(customer)).toBeNull()
})

test('nobody answers for somebody else, nor what was never asked', async () => {
  const { customer, conversation } = await makeConversation()
  await personReplies(customer, conversation)
  await closed(conversation)
  const other = await makeConversation()
  await expect(answer(other.customer, { conversation, score: 1 })).rejects.toMatchObject({ code: 'not-found' })
  await expect(answer(other.customer, { conversation: other.conversation, score: 1 })).rejects.toMatchObject({ code: 'not-found' })
  expect(await openFor(customer)).not.toBeNull()
})

test('after a week nobody is asked any more', async () => {
  const { customer, conversation } = await makeConversation()
  await personReplies(customer, conversation)
  await closed(conversation)
  await inAccount((db) => sql`update efforts set asked_at = asked_at - interval '7 days 1 minute' where conversation = ${conversation}`.execute(db))
  expect(await openFor(customer)).toBeNull()
})

const inAccount = <T>(run: (db: Db) => Promise<T>) => world.platform.database.inAccount(world.account, run)

/** A customer with an open conversation and one message. */
async function makeConversation(): Promise<{ customer: string; conversation: string }> {
  const customer = newId()
  const conversation = await inAccount(async (db) => {
    await sql`insert into customers (account, id, name) values (${world.account}, ${customer}, 'Lim Hui Min')`.execute(db)
    const opened = await open(db, world.account, { customer, channel: 'web', languageHint: 'en', page: null })
    await write(db, { account: world.account, customer, conversation: opened, author: 'customer', text: 'Where is my table?' })
    return opened
  })
  return { customer, conversation }
}

const personReplies = (customer: string, conversation: string, isPrivate = false) =>
  inAccount((db) =>
    write(db, {
      account: world.account,
      customer,
      conversation,
      author: 'person',
      person: world.owner.person,
      text: 'It comes on Saturday.',
      private: isPrivate,
    }),
  )

const assistantHelps = (customer: string, conversation: string, abstained = false) =>
  inAccount(async (db) => {
    const { seq } = await write(db, { account: world.account, customer, conversation, author: 'assistant', text: 'It comes on Saturday.' })
    await sql`
      insert into help (account, customer, seq, conversation, answers_seq, abstained) values (${world.account}, ${customer}, ${seq}, ${conversation}, 1, ${abstained})`.execute(
      db,
    )
  })

/** Closes, and delivers the closing twice. */
async function closed(conversation: string, reason = 'solved'): Promise<void> {
  await world.platform.act(world.account, (work) => close(work, { conversation, by: 'person', person: world.owner.person, resolved: true, reason }))
  await world.settled()
  const { customer } = await inAccount((db) => one(db, sql<{ customer: string }>`select customer from conversations where id = ${conversation}`))
  const facts = { conversation, customer, by: 'person', person: world.owner.person, resolved: true, reason } as const
  await world.platform.act(world.account, (work) => askEffort.run(work, facts, { event: 0, at: work.now, attempt: 2 }))
}

const takenUpAgain = (conversation: string) => inAccount((db) => reopen(db, world.account, conversation, 'customer', true))

const openFor = (customer: string) => inAccount((db) => findOpenEffort(db, world.account, customer))

const answer = (customer: string, given: { conversation: string; score: number; comment?: string }) =>
  world.platform.act(world.account, (work) => answerEffort(work, customer, given))

const asked = (conversation: string) =>
  inAccount((db) =>
    many(db, sql<{ about: string; person: string | null }>`select about, person from efforts where conversation = ${conversation} order by asked_at`),
  )

async function told(name: string, conversation: string): Promise<number> {
  const { n } = await inAccount((db) =>
    one(db, sql<{ n: number }>`select count(*)::int as n from events where name = ${name} and subject = ${conversation}`),
  )
  return n
}
