import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportList, SavedViews } from '../../contract/metrics.ts'
import { languages } from '../../core/language.ts'
import { furnish } from '../../tests/world/company.ts'
import { type Teammate, teammate } from '../../tests/world/teammate.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { sql } from '../platform/db.ts'
import { startPostman } from '../platform/letters.ts'

let world: World
let kadri: Teammate
let refusing = false
const mails: string[] = []
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    let text = ''
    stream.on('data', (part: Buffer) => {
      text += part.toString()
    })
    stream.on('end', () => {
      if (refusing) return done(new Error('not today'))
      mails.push(text)
      done()
    })
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve))
  const { port } = post.server.address() as AddressInfo
  world = await makeWorld({ logLevel: 'silent', smtpUrl: `smtp://127.0.0.1:${port}`, publicUrl: 'https://care.example' })
  await furnish(world)
  kadri = await teammate(world, { role: 'lead', name: 'Kadri' })
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write('human please')
  await world.settled()
})
afterAll(async () => {
  await world.stop()
  await new Promise<void>((resolve) => post.close(() => resolve()))
})

const db = () => world.platform.database.platform
const reports = async () => (await kadri.ask<ReportList>('GET', '/v1/results/reports')).body.reports
const order = (body: unknown) => kadri.ask<{ id: string }>('POST', '/v1/results/reports', body)
const daily = { every: 'day', weekday: null, hour: 8, language: null }

/** A node's postman looks once. */
async function carry(): Promise<void> {
  const postman = startPostman(world.platform)
  await postman.carry()
  await postman.stop()
}

/** The clock cannot be hurried: what is due tomorrow is due now. */
async function morning(): Promise<void> {
  await sql`update deliveries set due_at = now() where action = 'metrics.makeReport'`.execute(db())
  await world.settled()
}
/** The mail as its reader sees it, without the transport's line breaks. */
const decoded = (mail: string) => {
  const soft = mail.replace(/\r\n[ \t]/g, ' ').replace(/=\r?\n/g, '')
  return Buffer.from(
    soft.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
}

test('a daily report comes once, in text and HTML, with a way to end it, however many nodes look for mail', async () => {
  await order(daily)
  const [before] = await reports()
  await morning()
  await Promise.all([carry(), carry(), carry()])
  await carry()
  expect(mails).toHaveLength(1)
  const mail = decoded(mails[0] ?? '')
  expect(mail).toContain('Service level')
  expect(mail).toContain('<table')
  expect(mail).toMatch(/Times in this mail are [A-Z]/)
  expect(mail).toMatch(/List-Unsubscribe: <https:\/\/care\.example\/reports\//)
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const [after] = await reports()
  expect(after?.last).toMatchObject({ sent: true, error: null })
  expect(Date.parse(after?.nextAt ?? '')).toBeGreaterThan(Date.parse(before?.nextAt ?? ''))
})

test('when the mail server refuses, the reader sees why, and it goes out later', async () => {
  refusing = true
  await morning()
  await carry()
  expect((await reports())[0]?.last).toMatchObject({ sent: false, error: expect.stringContaining('not today') })
  refusing = false
  await sql`update letters set retry_at = now() where sent_at is null`.execute(db())
  await carry()
  expect(mails).toHaveLength(2)
  expect((await reports())[0]?.last).toMatchObject({ sent: true, error: null })
})

test('every reader gets it in their own language', async () => {
  for (const language of languages) {
    await kadri.ask('PATCH', '/v1/me', { language })
    await morning()
    await carry()
  }
  const texts = mails.slice(-languages.length).map(decoded)
  expect(new Set(texts.map((mail) => /<h1[^>]*>([^<]+)</.exec(mail)?.[1])).size).toBe(languages.length)
})

test('the link in the mail shows a button first, and the button ends the report without signing in', async () => {
  const link = /List-Unsubscribe: <https:\/\/care\.example(\/[^>]+)>/.exec(decoded(mails.at(-1) ?? ''))?.[1] ?? ''
  expect((await world.request('GET', link, { nobody: true })).status).toBe(200)
  expect(await reports()).toHaveLength(1)
  const forged = `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`
  expect((await world.request('GET', forged, { nobody: true })).status).toBe(404)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await world.request('POST', link, { nobody: true, headers: form, body: 'List-Unsubscribe=One-Click' })).status).toBe(200)
  expect(await reports()).toEqual([])
  const sent = mails.length
  await morning()
  await carry()
  expect(mails).toHaveLength(sent)
})

test('whoever has left the team is sent no figures any more', async () => {
  const leaving = await teammate(world, { role: 'lead', name: 'Leaving' })
  await leaving.ask('POST', '/v1/results/reports', daily)
  const before = mails.length
  await world.request('DELETE', `/v1/team/${leaving.person}`)
  await morning()
  await carry()
  expect(mails).toHaveLength(before)
})

test('a weekly report needs its weekday, and a daily one has none', async () => {
  expect((await order({ ...daily, every: 'week' })).status).toBe(400)
  expect((await order({ ...daily, weekday: 2 })).status).toBe(400)
  const { body } = await order({ ...daily, every: 'week', weekday: 2 })
  expect(await reports()).toMatchObject([{ id: body.id, weekday: 2 }])
})

test('a saved view is one’s own until it is shared, and only its owner forgets it', async () => {
  const peeter = await teammate(world)
  const view = { tab: 'money', period: '28', from: null, to: null, before: null, language: 'th' }
  const own = (await kadri.ask<{ id: string }>('POST', '/v1/results/views', { name: 'Thai money', shared: false, view })).body.id
  await kadri.ask('POST', '/v1/results/views', { name: 'For all', shared: true, view })
  const seenBy = async (who: Teammate) => (await who.ask<SavedViews>('GET', '/v1/results/views')).body.views
  expect((await seenBy(kadri)).map(({ name }) => name)).toEqual(['For all', 'Thai money'])
  const [shared, ...none] = await seenBy(peeter)
  expect(none).toEqual([])
  expect(shared).toMatchObject({ name: 'For all', mine: false, by: 'Kadri', view })
  expect((await peeter.ask('DELETE', `/v1/results/views/${shared?.id}`)).status).toBe(404)
  expect((await kadri.ask('DELETE', `/v1/results/views/${own}`)).status).toBe(204)
})
