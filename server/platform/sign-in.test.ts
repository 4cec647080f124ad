import { createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InvitedPerson } from '../../contract/team.ts'
import { listOperations, type OpenApi } from '../../tests/world/openapi.ts'
import { type Answer, makeWorld, type World } from '../../tests/world/world.ts'
import { type Permission, permissions, type Role } from './auth.ts'
import { many, sql } from './db.ts'
import { newId } from './ids.ts'

const password = 'a long and good password'
const host = 'care.example.test'
const ours = `https://${host}`
let world: World
let smtp: SMTPServer
const mails: { to: string; text: string }[] = []
let arrived = () => {}

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          text: Buffer.concat(parts)
            .toString()
            .replace(/=\r?\n/g, '')
            .replaceAll('=3D', '='),
        })
        done()
        arrived()
      })
    },
  })
  const port = await new Promise<number>((resolve) => {
    const listening = smtp.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port))
  })
  world = await makeWorld({ smtpUrl: `smtp://127.0.0.1:${port}` })
})
afterAll(async () => {
  await world.stop()
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
})

async function makePerson(role: Role): Promise<string> {
  const id = newId()
  const email = `${id}@example.test`
  const user = await world.platform.makeUser({ name: 'Kadri Tamm', email, password })
  await world.platform.database.inAccount(world.account, (db) =>
    sql`insert into people (account, id, user_id, name, email, role) values (${world.account}, ${id}, ${user}, 'Kadri Tamm', ${email}, ${role})`.execute(
      db,
    ),
  )
  return email
}

const auth = (path: string, body: unknown, cookie = '', origin = ours) =>
  world.request('POST', `/auth${path}`, { body, headers: { host, origin, cookie } })

/** The cookies that an answer sets, as a browser would send them back. */
const cookieOf = (answer: Answer) =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .join('; ')

async function signIn(email: string, secret = password): Promise<string> {
  const answer = await auth('/sign-in/email', { email, password: secret })
  expect(answer.status).toBe(200)
  return cookieOf(answer)
}

/** Gives the secret that the authenticator app keeps. */
async function setUpSecondStep(email: string): Promise<string> {
  const cookie = await signIn(email)
  const enabled = await auth('/two-factor/enable', { password }, cookie)
  expect(enabled.status).toBe(200)
  const secret = new URL((enabled.body as { totpURI: string }).totpURI).searchParams.get('secret') ?? ''
  expect((await auth('/two-factor/verify-totp', { code: totp(secret) }, cookie)).status).toBe(200)
  return secret
}

const me = (cookie: string) => world.request<{ person: { email: string; role: string } }>('GET', '/v1/me', { cookie })

test('the right password signs in, as the person with their role', async () => {
  const email = await makePerson('team')
  const answer = await me(await signIn(email))
  expect(answer).toMatchObject({ status: 200, body: { person: { email, role: 'team' } } })
})

test('a wrong password, an unknown address and a password for nobody are refused alike', async () => {
  const email = await makePerson('team')
  const wrong = await auth('/sign-in/email', { email, password: 'another good password' })
  const unknown = await auth('/sign-in/email', { email: 'nobody@example.test', password })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(unknown.body).toEqual(wrong.body)
  expect(cookieOf(wrong)).toBe('')
})

test('nobody signs up by themselves', async () => {
  const answer = await auth('/sign-up/email', { email: 'new@example.test', password, name: 'New' })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect((await auth('/sign-in/email', { email: 'new@example.test', password })).status).toBe(401)
})

test('a link by mail signs in once, and goes to known addresses alone', async () => {
  const email = await makePerson('lead')
  const come = new Promise<void>((resolve) => {
    arrived = resolve
  })
  expect((await auth('/sign-in/magic-link', { email, callbackURL: '/console/' })).status).toBe(200)
  await come
  const [mail] = mails
  expect(mail?.to).toBe(email)
  const link = /https?:\/\/\S+magic-link\/verify\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  const { pathname, search } = new URL(link)
  const follow = () => world.request('GET', pathname + search, { nobody: true })
  const cookie = cookieOf(await follow())
  expect((await me(cookie)).body.person).toMatchObject({ email, role: 'lead' })
  expect(cookieOf(await follow())).not.toContain('session_token=')

  await auth('/sign-in/magic-link', { email: 'nobody@example.test' })
  expect(cookieOf(await world.request('GET', `${pathname}?token=guessed`, { nobody: true }))).not.toContain('session_token=')
  expect(mails.map(({ to }) => to)).toEqual([email])
})

test('an invitation lets a new colleague in and to a password of their own, which only its old one changes afterwards', async () => {
  const email = 'new.colleague@example.test'
  const come = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const made = await world.request('POST', '/v1/team', { body: { name: 'Arun', email, role: 'team', languages: ['en'] } })
  expect(made).toMatchObject({ status: 201, body: { invitation: { mailed: true, link: null } } })
  await come
  const { pathname, search } = new URL(/https?:\/\/\S+magic-link\/verify\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '')
  const entered = await world.request('GET', pathname + search, { nobody: true })
  expect(entered.headers['location']).toContain('/console/settings/security')
  const cookie = cookieOf(entered)
  const choose = (chosen: string) => world.request('POST', '/v1/me/password', { cookie, body: { password: chosen } })
  expect((await choose('short')).status).toBe(400)
  expect((await choose(password)).status).toBe(204)
  expect((await auth('/sign-in/email', { email, password })).status).toBe(200)
  expect((await choose('another long password')).status, 'a session alone does not change a password').toBe(409)
})

test('an invitation holds for days; without a mail server whoever invites gets the link, but never one to somebody who has a way in already', async () => {
  const plain = await makeWorld({ logLevel: 'silent' })
  const invite = async (email: string, asking: { cookie?: string } = {}) => {
    const body = { name: 'Ana', email, role: 'team', languages: ['en'] }
    return (await plain.request<InvitedPerson>('POST', '/v1/team', { ...asking, body })).body
  }
  const { invitation } = await invite('ana@example.test')
  expect(invitation.mailed).toBe(false)
  const held = await many(
    plain.platform.database.platform,
    sql<{ days: number }>`select extract(epoch from expires_at - clock_timestamp())::float / 86400 as days from verifications`,
  )
  expect(held.map(({ days }) => Math.round(days))).toEqual([7])
  const { pathname, search } = new URL(invitation.link ?? '')
  const enter = async () => cookieOf(await plain.request('GET', pathname + search, { nobody: true }))
  const session = await enter()
  expect((await plain.request('GET', '/v1/me', { cookie: session })).body).toMatchObject({ person: { email: 'ana@example.test' } })
  expect(await enter(), 'once').not.toContain('session_token=')

  const { owner } = await plain.makeAccount()
  expect((await invite('Ana@example.test', owner)).invitation).toEqual({ mailed: false, link: null })
  const trail = JSON.stringify((await plain.request('GET', '/v1/audit')).body)
  expect(trail).toContain('POST team')
  expect(trail).not.toContain('magic-link')
  await plain.stop()
})

test('a link does not pass a second step by: none is sent any more, and one from before opens nothing', async () => {
  const email = await makePerson('owner')
  const come = new Promise<void>((resolve) => {
    arrived = resolve
  })
  await auth('/sign-in/magic-link', { email, callbackURL: '/console/' })
  await come
  const sent = mails.length
  const { pathname, search } = new URL(/https?:\/\/\S+magic-link\/verify\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '')
  await setUpSecondStep(email)
  const refused = await world.request('GET', pathname + search, { nobody: true })
  expect(refused).toMatchObject({ status: 403, body: { code: 'second-step' } })
  expect(cookieOf(refused)).not.toContain('session_token=')

  // Mails go out in the order of asking: when the other's has come, this one's would have.
  expect((await auth('/sign-in/magic-link', { email })).status).toBe(200)
  const other = await makePerson('team')
  const next = new Promise<void>((resolve) => {
    arrived = resolve
  })
  await auth('/sign-in/magic-link', { email: other })
  await next
  expect(mails.slice(sent).map(({ to }) => to)).toEqual([other])
})

test('whoever guesses passwords is stopped by their address, whatever address they claim to have', async () => {
  const careful = await makeWorld({ throttle: true, logLevel: 'silent' })
  const guess = (nth: number) =>
    careful.request('POST', '/auth/sign-in/email', {
      nobody: true,
      body: { email: 'nobody@example.test', password },
      headers: { host, origin: ours, 'x-forwarded-for': `203.0.113.${nth}`, 'x-sambut-ip': `198.51.100.${nth}` },
    })
  const statuses: number[] = []
  for (let nth = 1; nth <= 12; nth++) statuses.push((await guess(nth)).status)
  await careful.stop()
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429])
})

test('behind a proxy it is the address which the proxy wrote, and not one that was written before it', async () => {
  const careful = await makeWorld({ throttle: true, logLevel: 'silent', publicUrl: 'https://care.example' })
  const guess = async (nth: number, seen: string) => {
    const headers = { host, origin: ours, 'x-forwarded-for': `203.0.113.${nth}, ${seen}` }
    return (await careful.request('POST', '/auth/sign-in/email', { nobody: true, body: { email: 'nobody@example.test', password }, headers })).status
  }
  const statuses: number[] = []
  for (let nth = 1; nth <= 11; nth++) statuses.push(await guess(nth, '198.51.100.1'))
  statuses.push(await guess(1, '198.51.100.2'))
  await careful.stop()
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 401])
})

test('with a second step the password alone does not sign in, a wrong code neither, the right one does', async () => {
  const email = await makePerson('owner')
  const secret = await setUpSecondStep(email)
  const half = await auth('/sign-in/email', { email, password })
  expect(half.body).toMatchObject({ twoFactorRedirect: true })
  expect((await me(cookieOf(half))).status).toBe(401)
  const wrong = String((Number(totp(secret)) + 1) % 1_000_000).padStart(6, '0')
  expect((await auth('/two-factor/verify-totp', { code: wrong }, cookieOf(half))).status).toBe(401)
  const whole = await auth('/two-factor/verify-totp', { code: totp(secret) }, cookieOf(half))
  expect(whole.status).toBe(200)
  expect((await me(cookieOf(whole))).body.person.email).toBe(email)
})

test('signing out ends the session everywhere within a second', async () => {
  const cookie = await signIn(await makePerson('team'))
  expect((await me(cookie)).status).toBe(200)
  expect((await auth('/sign-out', {}, cookie)).status).toBe(200)
  const out = performance.now()
  while ((await me(cookie)).status !== 401) expect(performance.now() - out).toBeLessThan(1000)
})

test('a session that was changed by hand opens nothing', async () => {
  const cookie = await signIn(await makePerson('owner'))
  const [name = '', value = ''] = cookie.split('=')
  for (const forged of [
    `${name}=${value.slice(0, -6)}AAAAAA`,
    `${name}=${value.split('.')[0]}`,
    `${name}=`,
    `${name}=${'a'.repeat(32)}.${'b'.repeat(43)}`,
  ])
    expect((await me(forged)).status).toBe(401)
})

test('a page of somebody else cannot act in the name of who is signed in', async () => {
  const cookie = await signIn(await makePerson('lead'))
  const change = (origin: string) => world.request('PUT', '/v1/me/presence', { cookie, body: { presence: 'on' }, headers: { host, origin } })
  expect((await change(ours)).status).toBe(200)
  for (const origin of ['https://evil.example', `${ours}:81`, 'null', `${ours}.evil.example`]) expect((await change(origin)).status).toBe(403)
  expect((await auth('/sign-out', {}, cookie, 'https://evil.example')).status).toBe(403)
  expect((await me(cookie)).status).toBe(200)
})

test('each role may do on every route what its line says, and no more: an analyst reads and changes nothing but their own views, reports and settings', async () => {
  const operations = listOperations((await world.request<OpenApi>('GET', '/openapi.json', { nobody: true })).body).filter(
    ({ path }) => path !== '/w/stream',
  )
  for (const role of ['owner', 'lead', 'team', 'analyst'] as const) {
    const { cookie } = await world.makePerson(role)
    for (const { method, path, operation } of operations) {
      const permission = operation['x-permission'] as Permission | undefined
      if (permission === undefined || permission === 'anyone') continue
      const url = path.replace('{id}', newId()).replace('{metric}', 'cost').replace('{intent}', 'return')
      const { status } = await world.request(method, url, { cookie, ...(operation.requestBody && { body: {} }) })
      const may = permissions[role].includes(permission)
      expect([401, 403].includes(status), `${role}: ${method} ${path} answered ${status}`).toBe(!may)
      if (role === 'analyst' && method !== 'GET' && !isOnesOwn(path)) expect(status).toBeGreaterThanOrEqual(401)
    }
  }
})

const isOnesOwn = (path: string) => /^\/v1\/(me|results\/(views|reports))(\/|$)/.test(path)

/** RFC 6238 with SHA-1, 30 seconds and six digits, as authenticator apps do it. */
function totp(secret: string): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
