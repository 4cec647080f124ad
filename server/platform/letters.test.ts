import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPost, type Post } from '../../tests/world/post.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { many, sql } from './db.ts'
import { type Letter, type Postman, saveLetter, startPostman, withdrawLetters } from './letters.ts'

let post: Post
let world: World
let postman: Postman
beforeAll(async () => {
  post = await openPost()
  world = await makeWorld({ logLevel: 'silent', smtpUrl: post.url })
  postman = startPostman(world.platform)
})
afterAll(async () => {
  await postman.stop()
  await world.stop()
  await post.stop()
})

const leave = (letter: Partial<Letter> & { once: string }) =>
  world.platform.database.inAccount(world.account, (db) =>
    saveLetter(db, world.account, { recipient: 'mei@example.test', subject: 'About your table', body: 'It comes today.', ...letter }),
  )
const kept = (once: string) =>
  many(
    world.platform.database.platform,
    sql<{ recipient: string; body: string; error: string | null; sent: boolean; givenUp: boolean }>`
      select recipient, body, error, sent_at is not null as sent, given_up_at is not null as "givenUp" from letters where once = ${once}`,
  )
/** Whatever waits for its next attempt is due now. */
async function carry(): Promise<void> {
  await sql`update letters set retry_at = now()`.execute(world.platform.database.platform)
  await postman.carry()
}

test('for one cause one letter goes out, also when it is written again afterwards, and nothing of its words stays', async () => {
  await leave({ once: 'a cause' })
  await carry()
  await leave({ once: 'a cause' })
  await carry()
  expect(post.letters).toHaveLength(1)
  expect(post.letters[0]).toMatch(/^Message-ID: <[0-9a-f-]{36}@sambut>$/m)
  expect(await kept('a cause')).toEqual([{ recipient: '', body: '', error: null, sent: true, givenUp: false }])
})

test('what a customer calls their address reaches one mailbox or none, and adds no header', async () => {
  const before = post.letters.length
  const names = [
    'mei@example.test, boss@example.test',
    'Mei <mei@example.test>',
    'mei@example.test\r\nBcc: boss@example.test',
    'friends: a@b.test;',
    'mei',
  ]
  for (const recipient of names) await leave({ once: recipient, recipient })
  for (let attempt = 0; attempt < 7; attempt += 1) await carry()
  expect(post.letters).toHaveLength(before)
  for (const once of names) expect(await kept(once)).toMatchObject([{ recipient: '', body: '', sent: false, givenUp: true }])
})

test('a subject of several lines stays a subject', async () => {
  await leave({ once: 'lines', subject: 'Hello\r\nBcc: boss@example.test' })
  await carry()
  expect(post.letters.at(-1)).not.toMatch(/^Bcc:/m)
})

test('a letter whose time is over, or whose reason has ended, stays here', async () => {
  const before = post.letters.length
  const about = world.owner.person
  await leave({ once: 'late', until: new Date(Date.now() - 1000) })
  await leave({ once: 'ended', about })
  await world.platform.database.inAccount(world.account, (db) => withdrawLetters(db, world.account, about))
  await carry()
  expect(post.letters).toHaveLength(before)
  expect(await kept('late')).toEqual([{ recipient: '', body: '', error: 'its time was over', sent: false, givenUp: true }])
  expect(await kept('ended')).toEqual([])
})
