import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Company } from '../../contract/integrations.ts'
import type { Problem } from '../../contract/shapes.ts'
import { type Visitor, visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { sql } from '../platform/db.ts'
import { type Postman, startPostman } from '../platform/letters.ts'

let world: World
let smtp: SMTPServer
let postman: Postman
let isAway = false
const mails: { to: string; raw: string }[] = []

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (isAway) return done(new Error('the mailbox is away'))
        const raw = Buffer.concat(parts)
          .toString()
          .replace(/=\r?\n/g, '')
          .replaceAll('=3D', '=')
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw })
        done()
      })
    },
  })
  const port = await new Promise<number>((resolve) => {
    const listening = smtp.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port))
  })
  world = await makeWorld({ smtpUrl: `smtp://127.0.0.1:${port}`, logLevel: 'silent' })
  postman = startPostman(world.platform)
})
afterAll(async () => {
  await postman.stop()
  await world.stop()
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
})

async function guest(words: string): Promise<Visitor> {
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write(words)
  await world.settled()
  return visitor
}
/** What was left for the postman goes out. */
const carried = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
  const answer = await asked
  await postman.carry()
  return answer
}
const wish = (visitor: Visitor, email: string) => carried(visitor.ask<Problem>('POST', '/w/transcript', { email }))
const enter = (visitor: Visitor, code: string) => carried(visitor.ask<Problem>('POST', '/w/transcript/code', { code }))
const codeIn = (raw = '') => /^(\d{6})\s*$/m.exec(raw)?.[1] ?? ''

test('a conversation goes by e-mail only to an address that has shown its code, and what was said stands there letter for letter', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: braces that nobody shall fill in are the point
  const words = 'Hello {{company}} ${secret} <b>bold</b> $t(mail:code.after)'
  const visitor = await guest(words)
  expect((await wish(visitor, 'me@example.test')).status).toBe(204)
  const first = mails.at(-1)
  expect(first?.to).toBe('me@example.test')
  expect(first?.raw, 'nothing that the asking party wrote').not.toContain('bold')
  expect((await enter(visitor, codeIn(first?.raw) === '000000' ? '000001' : '000000')).status).toBe(401)
  expect((await enter(visitor, codeIn(first?.raw))).status).toBe(204)
  expect(mails.at(-1)?.raw).toContain(words)
  expect(mails.at(-1)?.raw).toContain('Auto-Submitted: auto-generated')
  const { name } = (await world.request<Company>('GET', '/v1/company')).body
  expect(mails.at(-1)?.raw, 'the machine is called as it calls itself').toContain(`Assistant of ${name} =C2=B7`)
  expect(mails.at(-1)?.raw).toContain(`I am the assistant of ${name},`)
  expect(mails.at(-1)?.raw, 'whose clock it is').toMatch(/Times in this mail are [A-Z]/)
  expect((await enter(visitor, codeIn(first?.raw))).status, 'a code works once').toBe(401)
})

test('an assistant with a name of its own goes by it in the chat and in the mail', async () => {
  const company = (await world.request<Company>('GET', '/v1/company')).body
  await world.request('PUT', '/v1/company', { body: { ...company, assistant: 'Kodu' } })
  const visitor = await guest('hello')
  await wish(visitor, 'named@example.test')
  await enter(visitor, codeIn(mails.at(-1)?.raw))
  expect(mails.at(-1)?.raw).toContain('Kodu =C2=B7')
  expect(mails.at(-1)?.raw).toContain(`I am Kodu, the assistant of ${company.name},`)
  await world.request('PUT', '/v1/company', { body: company })
})

test('five wrong codes are enough, and nobody’s mailbox is filled from here', async () => {
  const visitor = await guest('hello')
  await wish(visitor, 'victim@example.test')
  const right = codeIn(mails.at(-1)?.raw)
  const wrong = right === '111111' ? '222222' : '111111'
  for (let n = 0; n < 5; n += 1) expect((await enter(visitor, wrong)).status).toBe(401)
  expect((await enter(visitor, right)).status).toBe(401)

  const others = await Promise.all(Array.from({ length: 5 }, () => guest('hello')))
  const answers = []
  for (const other of others) answers.push((await wish(other, 'Victim@example.test')).status)
  expect(answers).toEqual([204, 204, 204, 204, 429])
  expect((await wish(others[0] as Visitor, 'not an address')).status).toBe(400)
})

test('many visitors together cannot send codes to a list of strangers', async () => {
  const visitor = await guest('hello')
  await sql`
    insert into transcripts (account, id, customer, conversation, email, code_hash)
    select ${world.account}, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'stranger-' || n || '@example.test', '' from generate_series(1, 300) n
  `.execute(world.platform.database.platform)
  expect((await wish(visitor, 'one-more@example.test')).status).toBe(429)
  await sql`delete from transcripts where email like 'stranger-%'`.execute(world.platform.database.platform)
})

test('when the mail server is away nothing is lost: the conversation goes out once it is back, and a code that is too old does not', async () => {
  const visitor = await guest('hello again')
  await wish(visitor, 'patient@example.test')
  isAway = true
  expect((await enter(visitor, codeIn(mails.at(-1)?.raw))).status).toBe(204)
  const late = await guest('too late')
  await wish(late, 'late@example.test')
  const { platform } = world.platform.database
  await sql`update letters set until = now() - interval '1 second' where recipient = 'late@example.test'`.execute(platform)
  isAway = false
  await sql`update letters set retry_at = now() where sent_at is null`.execute(platform)
  await postman.carry()
  expect(mails.at(-1)?.raw).toContain('hello again')
  expect(mails.map(({ to }) => to)).not.toContain('late@example.test')
})
