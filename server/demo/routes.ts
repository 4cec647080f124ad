import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { DemoChange, DemoState } from '../../contract/demo.ts'
import { LanguageTag } from '../../contract/shapes.ts'
import { permissions } from '../platform/auth.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import type { Platform } from '../platform/platform.ts'
import { signInAs } from '../platform/users.ts'
import { changePresence } from '../team/presence.ts'
import { listPeople } from '../team/store.ts'
import { findDemo, findSignIn, isDemo } from './store.ts'
import type { Demo } from './stream.ts'

/** The stream of simulated customers of this process; null while there is none. */
export const current: { demo: Demo | null } = { demo: null }

const People = z.strictObject({
  people: z.array(z.strictObject({ name: z.string(), role: z.string(), email: z.string(), languages: z.array(LanguageTag) })),
})
const Session = z.strictObject({ email: z.email() })

/** The demo company alone answers here: its stream, and the sign-in by one click. */
export function routes(api: Api): void {
  const { platform } = api

  api.get('/v1/demo', 'read', { says: 'The stream of simulated customers.', answer: DemoState }, async ({ account, read }) => {
    await read((db) => onlyDemo(db, account))
    return stateNow()
  })

  api.put(
    '/v1/demo',
    'serve',
    { says: 'How fast simulated customers come; 0 pauses them.', body: DemoChange, answer: DemoState },
    async ({ account, read, body }) => {
      await read((db) => onlyDemo(db, account))
      current.demo?.setSpeed(body.speed)
      return stateNow()
    },
  )

  api.get(
    '/v1/demo/people',
    'anyone',
    { says: 'Who may be signed in by one click in the demo company.', answer: People, perMinute: 60 },
    async () => {
      const account = await demoAccount(platform)
      const people = await platform.database.inAccount(account, (db) => listPeople(db, account))
      const order = ['owner', 'lead', 'team', 'analyst']
      const real = people.filter((person) => !person.simulated).toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
      return { people: real.map(({ name, role, email, languages }) => ({ name, role, email, languages })) }
    },
  )

  api.post(
    '/v1/demo/session',
    'anyone',
    { says: 'Signs in as one of the people of the demo company.', body: Session, status: 204, perMinute: 60 },
    ({ body, reply }) => signIn(platform, body.email, reply),
  )
}

function stateNow(): DemoState {
  return current.demo?.state() ?? { speed: 0, running: false, customersSoFar: 0 }
}

async function onlyDemo(db: Db, account: string): Promise<void> {
  if (!(await isDemo(db, account))) refuse('not-found')
}

async function demoAccount(platform: Platform): Promise<string> {
  return (await findDemo(platform))?.account ?? refuse('not-found')
}

/** Whoever serves is on duty at once, so that the first look shows a living queue. */
async function signIn(platform: Platform, email: string, reply: FastifyReply): Promise<void> {
  const account = await demoAccount(platform)
  const person = (await platform.database.inAccount(account, (db) => findSignIn(db, account, email))) ?? refuse('not-found')
  const cookie = await signInAs(platform.auth, person.userId)
  if (permissions[person.role].includes('serve')) await platform.act(account, (work) => changePresence(work, person.id, 'on'))
  const secure = platform.config.publicUrl?.startsWith('https://') ? '; Secure' : ''
  reply.header('set-cookie', `${cookie}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${14 * 24 * 3600}${secure}`)
}
