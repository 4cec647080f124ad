import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { ArticleView } from '../../contract/knowledge.ts'
import { Me, Person } from '../../contract/team.ts'
import { IntentList } from '../../contract/understanding.ts'
import { EconomicsList } from '../../contract/value.ts'
import { languages } from '../../core/language.ts'
import type { Answer, Door, Method } from './http.ts'
import type { OwnServer } from './server.ts'

export interface Member {
  person: string
  cookie: string
}

/** Who looks on, who serves, and where customers write. */
export interface Company {
  owner: Member
  team: Member[]
  site: string
  currency: string
}

/** Fills an empty company: a team that speaks all languages, the example articles and the labelled examples. */
export async function fillCompany(door: Door, server: OwnServer, size: number, root: URL): Promise<Company> {
  const owner = await signInByPassword(door, server.findOwner())
  const me = Me.parse((await must(door, 'GET', '/v1/me', owner.cookie)).body)
  await teach(door, owner.cookie, root)
  const { intents } = EconomicsList.parse((await must(door, 'GET', '/v1/economics', owner.cookie)).body)
  const skills = [...new Set(intents.flatMap(({ skill }) => (skill ? [skill] : [])))]
  const team: Member[] = []
  for (let index = 1; index <= size; index += 1) {
    const email = `member-${index}@replay.test`
    const invited = await must(door, 'POST', '/v1/team', owner.cookie, { name: `Member ${index}`, email, role: 'team', languages: [...languages] })
    const { id } = Person.parse(invited.body)
    await must(door, 'PATCH', `/v1/team/${id}`, owner.cookie, { capacity: 4, skills })
    team.push({ person: id, cookie: await signInByLink(door, server, email) })
  }
  return { owner, team, site: me.account.site, currency: me.account.currency }
}

/** A company that is there already: the demo's people by one click, else the one person who was named serves alone. */
export async function joinCompany(door: Door, size: number, by: { email: string; password: string } | null): Promise<Company> {
  const owner = by ? await signInByPassword(door, by) : await signInToDemo(door, 'owner', 1).then(([first]) => first)
  if (!owner) throw new Error('nobody can sign in there: give --email and --password of its owner')
  const team = by ? [owner] : [...(await signInToDemo(door, 'team', size))]
  if (!by) await must(door, 'PUT', '/v1/me/presence', owner.cookie, { presence: 'off' })
  const me = Me.parse((await must(door, 'GET', '/v1/me', owner.cookie)).body)
  return { owner, team, site: me.account.site, currency: me.account.currency }
}

async function teach(door: Door, cookie: string, root: URL): Promise<void> {
  const folders = languages.map((language) => ({ language, folder: new URL(`server/demo/content/${language}/`, root) }))
  const slugs = new Set(folders.flatMap(({ folder }) => readdirSync(new URL('articles/', folder))))
  for (const slug of slugs) {
    const texts = folders.flatMap(({ language, folder }) => {
      const body = readIfThere(new URL(`articles/${slug}`, folder))
      return body === undefined ? [] : [{ language, title: /^#\s+(.+)$/m.exec(body)?.[1] ?? slug, body: body.replace(/^#\s+.+\n+/, '') }]
    })
    const { id } = ArticleView.parse((await must(door, 'POST', '/v1/articles', cookie, { texts })).body)
    await must(door, 'POST', `/v1/articles/${id}/publication`, cookie)
  }
  const examples = new Map<string, string[]>()
  for (const { folder } of folders)
    for (const [intent, some] of Object.entries(Examples.parse(JSON.parse(readFileSync(new URL('examples.json', folder), 'utf8')))))
      examples.set(intent, [...(examples.get(intent) ?? []), ...some])
  for (const [intent, all] of examples) await must(door, 'PUT', `/v1/intents/${intent}/examples`, cookie, { examples: all })
  await untilTrained(door, cookie)
}

const Examples = z.record(z.string(), z.array(z.string()))

/** Each set of examples trains the model anew; what is measured begins when nothing is left to do. */
async function untilTrained(door: Door, cookie: string): Promise<void> {
  const deadline = performance.now() + 120_000
  while (performance.now() < deadline) {
    const { intents, model } = IntentList.parse((await must(door, 'GET', '/v1/intents', cookie)).body)
    const all = intents.reduce((sum, { examples }) => sum + examples, 0)
    const figures = String((await must(door, 'GET', '/metrics', cookie)).body)
    if (model.examples === all && /^sambut_deliveries_due 0$/m.test(figures)) return
    await wait(250)
  }
  throw new Error('the intents were not learnt within 120 s')
}

async function signInByPassword(door: Door, body: { email: string; password: string }): Promise<Member> {
  const answer = await door.insist('POST', '/auth/sign-in/email', { body })
  if (answer.status !== 200 || !answer.cookie) throw new Error(`${body.email} could not sign in (${answer.status})`)
  return asMember(door, answer.cookie)
}

async function signInByLink(door: Door, server: OwnServer, email: string): Promise<string> {
  const asked = await door.insist('POST', '/auth/sign-in/magic-link', { body: { email } })
  if (asked.status !== 200) throw new Error(`no sign-in link for ${email} (${asked.status}): ${JSON.stringify(asked.body)}`)
  const link = new URL(await server.linkFor(email))
  const answer = await door.insist('GET', `${link.pathname}${link.search}`)
  if (!answer.cookie) throw new Error(`the sign-in link for ${email} gave no session (${answer.status})`)
  return answer.cookie
}

const DemoPeople = z.object({ people: z.array(z.object({ role: z.string(), email: z.string() })) })

async function signInToDemo(door: Door, role: string, most: number): Promise<Member[]> {
  const { people } = DemoPeople.parse((await must(door, 'GET', '/v1/demo/people', '')).body)
  const members: Member[] = []
  for (const { email } of people.filter((person) => person.role === role).slice(0, most)) {
    const { cookie } = await must(door, 'POST', '/v1/demo/session', '', { email })
    members.push(await asMember(door, cookie))
  }
  return members
}

async function asMember(door: Door, cookie: string): Promise<Member> {
  const { person } = Me.parse((await must(door, 'GET', '/v1/me', cookie)).body)
  return { person: person.id, cookie }
}

async function must(door: Door, method: Method, path: string, cookie: string, body?: unknown): Promise<Answer> {
  const answer = await door.insist(method, path, { cookie, ...(body !== undefined && { body }) })
  if (answer.status >= 200 && answer.status < 300) return answer
  throw new Error(`${method} ${path} was refused (${answer.status}): ${JSON.stringify(answer.body)}`)
}

function readIfThere(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  }
}
