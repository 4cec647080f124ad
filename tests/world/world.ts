import { randomBytes } from 'node:crypto'
import { makeApp } from '../../server/app.ts'
import { flow as theFlow } from '../../server/flow.ts'
import type { Role } from '../../server/platform/auth.ts'
import { type Config, readConfig } from '../../server/platform/config.ts'
import { sql } from '../../server/platform/db.ts'
import type { Flow } from '../../server/platform/events.ts'
import type { Api } from '../../server/platform/http.ts'
import { newId } from '../../server/platform/ids.ts'
import { type Platform, startPlatform } from '../../server/platform/platform.ts'
import { accountToken } from '../../server/platform/secrets.ts'
import { makeUser, signInAs } from '../../server/platform/users.ts'
import { makeDatabase } from './database.ts'
// Its types say what the run provides.
import type {} from './postgres.ts'

export interface Answer<Body = unknown> {
  status: number
  body: Body
  headers: Record<string, string | string[] | number | undefined>
}

export interface Member {
  person: string
  cookie: string
}

export interface Asking {
  /** An API key, sent as Bearer. */
  key?: string
  /** A widget's token. */
  token?: string
  /** A person's session; without key, token and cookie the owner asks. */
  cookie?: string
  /** Nobody asks: no credentials at all. */
  nobody?: boolean
  headers?: Record<string, string>
  body?: unknown
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A whole Sambut on a database of its own, with one company and its owner, spoken to without a socket. */
export interface World {
  platform: Platform
  api: Api
  account: string
  /** The account's public site key and the secret that signs identities. */
  site: string
  identitySecret: string
  owner: Member
  request: <Body = unknown>(method: Method, path: string, asking?: Asking) => Promise<Answer<Body>>
  makeKey: (scope: 'events' | 'read' | 'full', account?: string) => Promise<string>
  makePerson: (
    role: Role,
    person?: Partial<{ name: string; languages: string[]; skills: string[]; capacity: number; account: string }>,
  ) => Promise<Member>
  /** Another company on the same server, with its owner: for what must never leak. */
  makeAccount: () => Promise<{ account: string; owner: Member }>
  /** Resolves when every fact told so far has been acted upon. */
  settled: () => Promise<void>
  /** Another server on the same database, as a second node is; stops with the world. */
  anotherNode: () => Promise<Pick<World, 'platform' | 'api' | 'request'>>
  stop: () => Promise<void>
}

export async function makeWorld(settings: Partial<Config> = {}, flow: Flow = theFlow): Promise<World> {
  const database = await makeDatabase()
  const platform = await startPlatform({ ...quiet, ...settings }, database.connection, flow)
  const api = await makeApp(platform)
  await api.server.ready()
  const { account, site, identitySecret } = await saveAccount(platform)
  const owner = await savePerson(platform, account, 'owner', {})
  const nodes: { platform: Platform; api: Api }[] = []
  return {
    platform,
    api,
    account,
    site,
    identitySecret,
    owner,
    request: (method, path, asking = {}) => ask(api, owner, method, path, asking),
    makeKey: (scope, of = account) => saveKey(platform, of, scope),
    makePerson: (role, person = {}) => savePerson(platform, person.account ?? account, role, person),
    makeAccount: async () => {
      const other = await saveAccount(platform)
      return { account: other.account, owner: await savePerson(platform, other.account, 'owner', {}) }
    },
    settled: () => platform.runner.idle(),
    anotherNode: async () => {
      const other = await startPlatform({ ...quiet, ...settings }, database.connection, flow)
      const node = { platform: other, api: await makeApp(other) }
      await node.api.server.ready()
      nodes.push(node)
      return { ...node, request: (method, path, asking = {}) => ask(node.api, owner, method, path, asking) }
    },
    stop: async () => {
      for (const node of nodes) {
        await node.api.server.close()
        await node.platform.stop()
      }
      await api.server.close()
      await platform.stop()
      await database.drop()
    },
  }
}

const quiet: Config = {
  ...readConfig(['--port', '0', '--no-demo'], {}),
  secret: 'a secret for tests that everybody may know',
  visitorRate: 10_000,
  throttle: false,
  poolSize: 10,
}

async function saveAccount(platform: Platform): Promise<{ account: string; site: string; identitySecret: string }> {
  const account = newId()
  const site = `site-${randomBytes(6).toString('hex')}`
  const identitySecret = randomBytes(16).toString('hex')
  await platform.database.inAccount(account, (db) =>
    sql`insert into accounts (account, name, site_key, identity_secret) values (${account}, 'Serumpun Living', ${site}, ${identitySecret})`.execute(
      db,
    ),
  )
  return { account, site, identitySecret }
}

async function savePerson(
  platform: Platform,
  account: string,
  role: Role,
  {
    name = `Person ${role}`,
    languages = ['en'],
    skills = [],
    capacity = 3,
  }: Partial<{ name: string; languages: string[]; skills: string[]; capacity: number }>,
): Promise<Member> {
  const person = newId()
  const email = `${person}@example.test`
  const user = await makeUser(platform.auth, { name, email })
  await platform.database.inAccount(account, (db) =>
    sql`
      insert into people (account, id, user_id, name, email, role, languages, skills, capacity)
      values (${account}, ${person}, ${user}, ${name}, ${email}, ${role}, ${languages}::text[], ${skills}::text[], ${capacity})`.execute(db),
  )
  return { person, cookie: await signInAs(platform.auth, user) }
}

async function saveKey(platform: Platform, account: string, scope: 'events' | 'read' | 'full'): Promise<string> {
  const { token, hash } = accountToken(account)
  await platform.database.inAccount(account, (db) =>
    sql`insert into api_keys (account, id, name, scope, prefix, secret_hash) values (${account}, ${newId()}, 'test', ${scope}, 'test', ${hash})`.execute(
      db,
    ),
  )
  return token
}

async function ask<Body>(api: Api, owner: Member, method: Method, path: string, asking: Asking): Promise<Answer<Body>> {
  const { headers = {}, body } = asking
  const answer = await api.server.inject({
    method,
    url: path,
    headers: { ...credentialsOf(asking, owner), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const isJson = String(answer.headers['content-type'] ?? '').includes('json')
  // The caller says which shape it expects; what came is compared by the test.
  return { status: answer.statusCode, body: (isJson ? JSON.parse(answer.body) : answer.body) as Body, headers: answer.headers }
}

function credentialsOf({ key, token, cookie, nobody, headers = {} }: Asking, owner: Member): Record<string, string> {
  if (nobody || headers['authorization']) return {}
  const bearer = key ?? token
  return bearer ? { authorization: `Bearer ${bearer}` } : { cookie: cookie ?? owner.cookie }
}
