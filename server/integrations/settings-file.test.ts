import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { AppearanceView } from '../../contract/channels.ts'
import type { CannedReplyList, Habits, LabelList, MacroList } from '../../contract/conversations.ts'
import type { Company, SettingsCheck, SettingsFile } from '../../contract/integrations.ts'
import type { PolicyView } from '../../contract/routing.ts'
import type { Problem } from '../../contract/shapes.ts'
import type { CalendarList, TeamList } from '../../contract/team.ts'
import type { PolicyVersions } from '../../contract/trust.ts'
import { furnish } from '../../tests/world/company.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'

let ours: World
let theirs: { cookie: string }
beforeAll(async () => {
  ours = await makeWorld({ logLevel: 'silent' })
  await furnish(ours)
  await ours.request('PUT', '/v1/hours', { body: { timeZone: 'Asia/Singapore', week: { 1: [{ from: '09:00', to: '17:00' }] }, holidays: [] } })
  await ours.settled()
  const other = await ours.makeAccount()
  theirs = { cookie: other.owner.cookie }
})
afterAll(() => ours.stop())

const read = async (asking: { cookie?: string } = {}) => (await ours.request<SettingsFile>('GET', '/v1/settings-file', asking)).body
const check = async (body: unknown, asking: { cookie?: string } = {}) =>
  (await ours.request<SettingsCheck>('POST', '/v1/settings-file/check', { ...asking, body })).body.changes
const bringIn = (body: unknown, asking: { cookie?: string } = {}) =>
  ours.request<SettingsCheck & Problem>('PUT', '/v1/settings-file', { ...asking, body })

test('a file of what is set changes nothing where it came from', async () => {
  expect(await check(await read())).toEqual([])
})

test('the whole of it sets up another company, which then is set the same', async () => {
  const file = await read()
  expect((await check(file, theirs)).length).toBeGreaterThan(5)
  expect((await bringIn(file, theirs)).status).toBe(200)
  await ours.settled()
  expect(await check(file, theirs)).toEqual([])
  const { people: _, savedAt: __, company: ___, ...set } = await read(theirs)
  expect(set).toMatchObject({ hours: file.hours, policy: file.policy, articles: file.articles })
})

test('labels, saved replies, macros, hours of their own, habits and the look go along, and name what is there by its own id', async () => {
  const make = async (path: string, body: unknown) => (await ours.request<{ id: string }>('POST', path, { body })).body.id
  const label = await make('/v1/labels', { name: 'Fragile', colour: 'rust' })
  await make('/v1/replies', { shortcut: 'sorry', text: 'We are sorry.', own: false })
  await make('/v1/replies', { shortcut: 'mine', text: 'Only mine.', own: true })
  const thai = (await ours.makePerson('team', { name: 'Thai', languages: ['th'] })).person
  const { email } = (await ours.request<TeamList>('GET', '/v1/team')).body.people.find(({ id }) => id === thai) ?? { email: '' }
  await make('/v1/macros', {
    name: 'Broken',
    changes: [
      { kind: 'label', label, on: true },
      { kind: 'assign-person', person: thai },
    ],
  })
  const timeOff = [{ from: '2026-12-24', to: '2026-12-31' }]
  await ours.request('PUT', `/v1/calendars/person/${thai}`, { body: { hours: null, timeOff } })
  await ours.request('PUT', '/v1/me/habits', { body: { enterSends: true } })
  const look = { colour: '#335577', position: 'left', launcher: { en: 'Help' }, greeting: {}, notice: {}, photo: null, initials: 'RK', sound: false }
  await ours.request('PUT', '/v1/appearance', { body: look })

  const file = await read()
  expect(JSON.stringify(file)).not.toContain('Only mine.')
  expect((await bringIn(file, theirs)).status).toBe(200)
  await ours.settled()
  expect(await check(file, theirs)).toEqual([])

  const there = async <Body>(path: string) => (await ours.request<Body>('GET', path, theirs)).body
  const { labels } = await there<z.infer<typeof LabelList>>('/v1/labels')
  const { people } = await there<TeamList>('/v1/team')
  const colleague = people.find((person) => person.email === email)
  expect(labels).toMatchObject([{ name: 'Fragile', colour: 'rust' }])
  expect((await there<z.infer<typeof CannedReplyList>>('/v1/replies')).replies).toMatchObject([{ shortcut: 'sorry', own: false }])
  expect((await there<z.infer<typeof MacroList>>('/v1/macros')).macros[0]?.changes).toEqual([
    { kind: 'label', label: labels[0]?.id, on: true },
    { kind: 'assign-person', person: colleague?.id },
  ])
  expect((await there<CalendarList>('/v1/calendars')).calendars).toMatchObject([{ kind: 'person', subject: colleague?.id, timeOff }])
  expect((await there<AppearanceView>('/v1/appearance')).appearance).toEqual(look)
  expect((await ours.request<Habits>('GET', '/v1/me/habits')).body.enterSends).toBe(true)
  expect(file.people?.find(({ habits }) => habits)?.habits).toMatchObject({ enterSends: true })
  await ours.request('DELETE', `/v1/team/${thai}`)
})

test('a macro that names a label or a colleague whom nobody knows is refused by its place, before anything is written', async () => {
  const changes = [{ kind: 'label', label: 'Nowhere', on: true }, { kind: 'wake' }, { kind: 'assign-person', person: 'nobody@example.test' }]
  const file = { format: 'sambut-settings', version: 1, labels: [{ name: 'New', colour: 'leaf' }], macros: [{ name: 'Lost', changes }] }
  const refused = await bringIn(file)
  expect(refused.status).toBe(400)
  expect(refused.body.error.details?.map(({ path }) => path)).toEqual(['macros.0.changes.0.label', 'macros.0.changes.2.person'])
  expect((await check({ ...file, macros: [] })).map(({ name }) => name)).toEqual(['new'])
})

test('only what differs is named, with what it was and what it would be', async () => {
  const file = await read()
  const changes = await check({ ...file, policy: { ...file.policy, waitLimitMinutes: 27 } })
  expect(changes).toMatchObject([{ part: 'policy', name: null, isNew: false, values: [{ path: 'waitLimitMinutes', after: 27 }] }])
})

test('the name of the company goes along, and only the name: what is not in the file stays', async () => {
  const company = async () => (await ours.request<Company>('GET', '/v1/company')).body
  const before = await company()
  const file = { format: 'sambut-settings', version: 1, company: 'Rumah Baharu' }
  expect(await check(file)).toEqual([
    { part: 'company', name: null, isNew: false, values: [{ path: '', before: before.name, after: 'Rumah Baharu' }] },
  ])
  expect((await bringIn(file)).status).toBe(200)
  expect(await company()).toEqual({ ...before, name: 'Rumah Baharu' })
  expect(await check(file)).toEqual([])
  expect((await bringIn({ ...file, company: ' ' })).body.error.details?.[0]?.path).toBe('company')
})

test('a part that is not in the file stays as it is, and nobody is removed', async () => {
  const before = (await ours.request<TeamList>('GET', '/v1/team')).body.people
  const somebody = { email: 'new@example.test', name: 'New', role: 'team', languages: ['th'], skills: [], capacity: 2 }
  expect((await bringIn({ format: 'sambut-settings', version: 1, people: [somebody] })).status).toBe(200)
  const after = (await ours.request<TeamList>('GET', '/v1/team')).body.people
  expect(after).toHaveLength(before.length + 1)
  expect(after.find(({ email }) => email === 'new@example.test')).toMatchObject({ languages: ['th'], capacity: 2 })
})

test('a fault names its place in the file, and nothing of the file is written', async () => {
  const file = await read()
  const spoilt = { ...file, hours: { ...file.hours, timeZone: 'Mars/Olympus' }, policy: { ...file.policy, waitLimitMinutes: 29 } }
  const refused = await bringIn(spoilt)
  expect(refused.status).toBe(400)
  expect(refused.body.error.details).toEqual([{ path: 'hours.timeZone', message: 'time-zone' }])
  const misshapen = await bringIn({ ...file, people: [{ ...file.people?.[0], capacity: 'many' }] })
  expect(misshapen.body.error.details?.[0]?.path).toBe('people.0.capacity')
  expect((await bringIn({ ...file, version: 2 })).body.error.details?.[0]?.path).toBe('version')
  expect(await check(file)).toEqual([])
})

test('a file that would leave the company without an owner is refused as a whole', async () => {
  const file = await read()
  const people = file.people?.map((person) => ({ ...person, role: 'team' }))
  const refused = await bringIn({ ...file, people, policy: { ...file.policy, waitLimitMinutes: 31 } })
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'last-owner' } } })
  expect(await check(file)).toEqual([])
})

test('two examples that say the same of different matters are refused by their places', async () => {
  const file = await read()
  const examples = [...(file.examples ?? []), { intent: 'return', text: 'one and the same' }, { intent: 'greeting', text: 'one and the same' }]
  const { details } = (await bringIn({ ...file, examples })).body.error
  expect(details?.map(({ message }) => message)).toEqual(['two-intents', 'two-intents'])
})

test('where somebody else could approve, the policy of a file waits for them as a draft, and the preview says so', async () => {
  const { policy } = await read()
  const file = { format: 'sambut-settings', version: 1, policy: { ...policy, waitLimitMinutes: 33 } }
  const preview = async () => (await ours.request<SettingsCheck>('POST', '/v1/settings-file/check', { body: file })).body
  expect((await preview()).policyWaits).toBe(false)
  expect((await bringIn(file)).body.policyWaits).toBe(false)
  await ours.settled()
  const inForce = async () => (await ours.request<PolicyView>('GET', '/v1/policy')).body.waitLimitMinutes
  expect(await inForce()).toBe(33)

  await ours.makePerson('lead')
  file.policy.waitLimitMinutes = 34
  expect((await preview()).policyWaits).toBe(true)
  expect((await bringIn(file)).body.policyWaits).toBe(true)
  await ours.settled()
  expect(await inForce()).toBe(33)
  const { drafts } = (await ours.request<PolicyVersions>('GET', '/v1/policy/versions')).body
  expect(drafts).toMatchObject([{ differences: [{ field: 'waitLimitMinutes', before: 33, after: 34 }] }])
})
