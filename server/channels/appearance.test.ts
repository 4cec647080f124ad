import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Appearance, AppearanceView, WidgetAppearance } from '../../contract/channels.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { houseAppearance } from './appearance.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

const put = (change: Partial<Appearance>, cookie = world.owner.cookie) =>
  world.request<AppearanceView>('PUT', '/v1/appearance', { cookie, body: { ...houseAppearance, ...change } })
const shown = async (site = world.site) => (await world.request<WidgetAppearance>('GET', `/w/appearance?site=${site}`, { nobody: true })).body

test('a page that shows the widget gets the house’s own look until somebody chooses another', async () => {
  expect(await shown()).toMatchObject({ palette: null, position: 'right', greeting: {} })
  const changed = await put({ colour: '#ffd400', position: 'left', greeting: { en: 'Hello there', th: '   ' }, initials: 'RK' })
  expect(changed.status).toBe(200)
  const now = await shown()
  expect(now).toMatchObject({ position: 'left', greeting: { en: 'Hello there' }, initials: 'RK' })
  expect(now.palette?.accent[0], 'yellow on white is made to be read').not.toBe('#ffd400')
  const { owner } = await world.makeAccount()
  expect((await world.request<AppearanceView>('GET', '/v1/appearance', { cookie: owner.cookie })).body.appearance.colour).toBeNull()
})

test('who changed the look, and when, stays; only leads and owners do', async () => {
  const lead = await world.makePerson('lead', { name: 'Kadri Tamm' })
  const member = await world.makePerson('team')
  expect((await put({ sound: false }, member.cookie)).status).toBe(403)
  const { body } = await put({ sound: false }, lead.cookie)
  expect(body.versions.map(({ version, person }) => [version, person])).toEqual([
    [2, 'Kadri Tamm'],
    [1, 'Person owner'],
  ])
})

test('nothing but a colour is a colour, and nothing but a picture is a picture', async () => {
  expect((await put({ colour: 'red;}*{display:none' as never })).status).toBe(400)
  const page = Buffer.from('<svg onload="alert(1)">').toString('base64')
  expect((await put({ photo: `data:image/png;base64,${page}` })).status).toBe(400)
  expect((await put({ photo: 'https://tracker.example/pixel.png' })).status).toBe(400)
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64')
  expect((await put({ photo: `data:image/png;base64,${png}` })).status).toBe(200)
  expect((await world.request('GET', '/w/appearance?site=nobody', { nobody: true })).status).toBe(404)
})
