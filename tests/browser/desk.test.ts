import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import console_en from '../../locales/en/conversations.json' with { type: 'json' }
import { furnish } from '../world/company.ts'
import { type Visitor, visitAs } from '../world/visitor.ts'
import { findBarriers, openWindows, type Windows } from '../world/windows.ts'
import { type Member, makeWorld, type World } from '../world/world.ts'

const pictures = join(import.meta.dirname, '../../build/pictures')
const words = console_en
let world: World
let windows: Windows
let anna: Member
let visitors: { visitor: Visitor; id: string }[]
let desk: Page
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  world = await makeWorld()
  await furnish(world)
  windows = await openWindows(world)
  anna = await world.makePerson('lead', { name: 'Anna Tamm', languages: ['en'], capacity: 20 })
  await asAnna('POST', '/v1/replies', {
    shortcut: 'late',
    text: 'I am {{me.first-name}}; I am sorry that it is late, {{customer.name|dear guest}}.',
    own: false,
  })
  desk = await windows.console(anna, { language: 'en' })
  await asAnna('PUT', '/v1/me/presence', { presence: 'on' })
  visitors = []
  for (const text of ['A person please, my table is late', 'A person please, my chair is broken', 'A person please, where is my lamp']) {
    const visitor = await visitAs(world, { language: 'en' })
    visitors.push({ visitor, id: (await visitor.write(text)).body.conversation })
    await world.settled()
  }
}, 120_000)
afterAll(async () => {
  await windows.close()
  await world.stop()
})

const asAnna = (method: 'POST' | 'PUT' | 'GET', path: string, body?: unknown) => world.request(method, path, { cookie: anna.cookie, body })
const box = () => desk.getByRole('textbox', { name: words.reply, exact: true })
const seat = (n: number) => desk.locator('.conv').nth(n)

async function openNth(n: number): Promise<void> {
  await desk.locator('.tabs').getByRole('tab', { name: words.view.mine }).click()
  await seat(n).click()
  await box().waitFor()
  await desk.locator('.stream').click({ position: { x: 5, y: 5 } })
}

test('a whole shift is worked by keyboard: next, label, priority, saved reply, call back, send', { timeout: 120_000 }, async () => {
  await openNth(0)
  const first = desk.url()
  // While the list is still coming there is no next one: whoever is quicker presses again.
  await expect
    .poll(
      async () => {
        if (desk.url() === first) await desk.keyboard.press('j')
        await desk.waitForTimeout(1000)
        return desk.url()
      },
      { timeout: 30_000 },
    )
    .not.toBe(first)
  await desk.keyboard.press('k')
  await desk.waitForURL(first)

  await desk.keyboard.press('l')
  await desk.getByRole('textbox', { name: words.labels.title }).fill('late delivery')
  await desk.keyboard.press('Enter')
  await desk.locator('.marks').getByText('late delivery').waitFor()
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('p')
  await desk.getByRole('textbox', { name: words.urgency.title }).fill(words.urgency.high)
  await desk.keyboard.press('Enter')
  await desk.locator('.marks').getByText(words.urgency.high).waitFor()
  await desk.getByRole('dialog').waitFor({ state: 'hidden' })

  // The dialog gives the focus back a moment after it is gone.
  await expect
    .poll(
      async () => {
        if ((await box().inputValue()) === '') await desk.keyboard.press('/')
        await desk.waitForTimeout(500)
        return box().inputValue()
      },
      { timeout: 30_000 },
    )
    .toBe('/')
  await desk.keyboard.type('lat')
  await desk.locator('.offers').getByText('/late').waitFor()
  await desk.keyboard.press('Enter')
  await expect.poll(() => box().inputValue()).toBe('I am Anna; I am sorry that it is late, dear guest.')
  await desk.screenshot({ path: join(pictures, 'desk-canned.png') })
  await desk.keyboard.press('Control+Enter')
  await desk.getByRole('button', { name: words.out.undo }).click()
  await expect.poll(() => box().inputValue()).toBe('I am Anna; I am sorry that it is late, dear guest.')
  await box().fill('It comes on Friday.')
  await desk.keyboard.press('Control+Enter')
  await desk.getByRole('button', { name: words.out.now }).click()
  const id = new URL(first).pathname.split('/').at(-1)
  const customer = visitors.find((one) => one.id === id)?.visitor
  await expect
    .poll(
      async () => {
        await customer?.look()
        return customer?.said('person')
      },
      { timeout: 10_000 },
    )
    .toEqual(['It comes on Friday.'])
  expect(await findBarriers(desk)).toEqual([])
})

test('whoever sends over what has just arrived is asked', { timeout: 60_000 }, async () => {
  await openNth(0)
  const id = new URL(desk.url()).pathname.split('/').at(-1)
  const customer = visitors.find((one) => one.id === id)?.visitor
  await box().fill('As I said,')
  await customer?.write('Wait, I have found it!')
  await desk.locator('.msg-body').getByText('Wait, I have found it!').waitFor()
  await box().press('Control+Enter')
  await desk.getByRole('alert').getByText(words.arrived.title).waitFor()
  await desk.screenshot({ path: join(pictures, 'desk-arrived.png') })
  await box().fill('')
})

test('words written without a connection wait, survive a reload and go out by themselves', { timeout: 90_000 }, async () => {
  await openNth(1)
  const id = new URL(desk.url()).pathname.split('/').at(-1)
  await desk.route('**/messages', (route) => route.abort())
  await box().fill('Written in a tunnel.')
  await desk.keyboard.press('Control+Enter')
  await desk.getByRole('button', { name: words.out.now }).click()
  await desk.getByText(words.out.offline).waitFor()
  await desk.reload()
  await desk.getByText('Written in a tunnel.').waitFor()
  await desk.unroute('**/messages')
  const customer = visitors.find((one) => one.id === id)?.visitor
  await expect
    .poll(
      async () => {
        await customer?.look()
        return customer?.said('person')
      },
      { timeout: 20_000 },
    )
    .toEqual(['Written in a tunnel.'])
})

test('several conversations are resolved at once', { timeout: 60_000 }, async () => {
  await openNth(0)
  for (const n of [0, 1]) await desk.locator('.conv-choose').nth(n).check({ force: true })
  await desk.screenshot({ path: join(pictures, 'desk-bulk.png') })
  await desk.locator('.bulk').getByRole('button', { name: words.resolve }).click()
  await desk.locator('.tabs').waitFor()
  await expect.poll(() => desk.locator('.conv').count(), { timeout: 15_000 }).toBe(1)
})
