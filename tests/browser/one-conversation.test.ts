import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import words from '../../locales/en/conversations.json' with { type: 'json' }
import { furnish } from '../world/company.ts'
import { command, isAt, pressOn } from '../world/hands.ts'
import { sentencesOf } from '../world/sentences.ts'
import { type Visitor, visitAs } from '../world/visitor.ts'
import { findBarriers, openWindows, type Windows } from '../world/windows.ts'
import { type Member, makeWorld, type World } from '../world/world.ts'

/** 400 % of a window of 1280 × 1024 leaves this (WCAG 1.4.10). */
const enlarged = { width: 320, height: 256 }
const desk = { width: 1440, height: 900 }
const pictures = join(import.meta.dirname, '../../build/pictures')
const says = sentencesOf('en')
let world: World
let windows: Windows
let anna: Member
let page: Page
let customer: Visitor
let id: string
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  world = await makeWorld()
  await furnish(world)
  windows = await openWindows(world)
  anna = await world.makePerson('lead', { name: 'Anna Tamm', languages: ['en'], capacity: 20 })
  page = await windows.console(anna, { language: 'en' })
  await world.request('PUT', '/v1/me/presence', { cookie: anna.cookie, body: { presence: 'on' } })
  customer = await visitAs(world, { language: 'en' })
  id = (await customer.write('A person please, my table is late')).body.conversation
  await world.settled()
  for (let n = 1; n <= 12; n++)
    await customer.write(`This is what I know, part ${n}: it should have come last week, and nobody has told me why it has not.`)
  await world.settled()
}, 120_000)
afterAll(async () => {
  await windows.close()
  await world.stop()
})

const box = () => page.getByRole('textbox', { name: words.reply, exact: true })
const lastWords = () => page.locator('.msg-body').last()

async function openIt(): Promise<void> {
  await page.goto(`${windows.address}/console/inbox/${id}`)
  await box().waitFor()
  await page.locator('.msg-body').getByText('part 12').waitFor()
}

test('on a page enlarged four times a conversation is read and answered', { timeout: 60_000 }, async () => {
  await page.setViewportSize(enlarged)
  await page.goto(`${windows.address}/console/inbox`)
  await page.locator('.conv').first().waitFor()
  // The keys come a moment after the list: whoever is quicker presses again.
  await expect
    .poll(
      async () => {
        await page.keyboard.press('j')
        return box().isVisible()
      },
      { timeout: 20_000, interval: 1000 },
    )
    .toBe(true)
  await lastWords().scrollIntoViewIfNeeded()
  await expect.poll(async () => ((await page.evaluate(shownOfLast)) as number) > 60).toBe(true)
  await page.screenshot({ path: join(pictures, 'enlarged-conversation.png') })
  // One bar to push, not one beside another.
  expect(await page.evaluate(scrolling)).toEqual(['talk'])
  await box().fill('It comes on Friday.')
  await page.getByRole('button', { name: words.send, exact: true }).click()
  await page.getByText('It comes on Friday.').waitFor()
  await page.getByRole('button', { name: words.out.now }).click()
  await page.setViewportSize(desk)
})

test('whoever reads the newest words keeps them in sight when something takes room below', { timeout: 60_000 }, async () => {
  await openIt()
  await page.evaluate(takeRoomBelow)
  await expect.poll(() => page.evaluate(fromTheEnd)).toBeLessThan(2)
})

test('a draft that is opened again is written on where it ends', { timeout: 60_000 }, async () => {
  await openIt()
  await box().fill('It comes on')
  await page.waitForTimeout(1500)
  await openIt()
  await expect.poll(() => box().inputValue()).toBe('It comes on')
  await box().focus()
  await page.keyboard.type(' Monday.')
  expect(await box().inputValue()).toBe('It comes on Monday.')
  await box().fill('')
})

test('a colleague puts right what a message is about, sees it at once, and the model learns from it', { timeout: 60_000 }, async () => {
  const crooked = 'The shop sign by your door is crooked'
  const passer = await visitAs(world, { language: 'en' })
  const { body } = await passer.write(crooked)
  await world.settled()
  const corrected = async () => (await world.request<{ examples: string[] }>('GET', '/v1/intents/return/examples')).body.examples
  const none = says('understanding:intents.oos')
  await page.goto(`${windows.address}/console/inbox/${body.conversation}`)
  await page.keyboard.press('Escape')
  await pressOn(page, page.locator('.read-tag'))
  const dialog = page.getByRole('dialog', { name: says('conversations:matter.title') })
  await dialog.getByRole('button', { name: none, exact: true }).waitFor()
  expect(await findBarriers(page, 'all')).toEqual([])
  // A few letters and Enter: no mouse.
  await page.keyboard.type(says('understanding:intents.return'))
  await page.keyboard.press('Enter')
  await page.getByText(says('conversations:matter.taught', { intent: says('understanding:intents.return') })).waitFor()
  await page.locator('.read-tag').getByText(says('understanding:intents.return'), { exact: true }).waitFor()
  await expect.poll(corrected).toContain(crooked)
  await page.screenshot({ path: join(pictures, 'matter-corrected.png') })

  // The last word counts, and it may be that it is none of the matters.
  await command(page, says('conversations:command.matter'))
  await dialog.getByRole('button', { name: none, exact: true }).click()
  await page.locator('.read-tag').getByText(none, { exact: true }).waitFor()
  await expect.poll(corrected).not.toContain(crooked)
  expect((await world.request('GET', `/v1/conversations/${body.conversation}`)).body).toMatchObject({ intent: null })
  await page.reload()
  await page.locator('.read-tag').getByText(none, { exact: true }).waitFor()
})

test('the course of the floor is saved as a picture that shows it', { timeout: 60_000 }, async () => {
  const owner = await windows.console(world.owner, { language: 'en' })
  await owner.goto(`${windows.address}/console/floor`)
  await owner.locator('.course-chart svg text').first().waitFor()
  const coming = owner.waitForEvent('download')
  await owner.getByRole('button', { name: says('queue:course.picture') }).click()
  const file = await readFile(await (await coming).path())
  expect(file.subarray(1, 4).toString()).toBe('PNG')
  // Paper alone would be some hundred bytes.
  expect(file.length).toBeGreaterThan(4000)
  await owner.context().close()
})

test('what opens over the page can be read by everybody', { timeout: 120_000 }, async () => {
  const owner = await windows.console(world.owner, { language: 'en' })
  const found: string[] = []
  const look = async (what: string) => found.push(...(await findBarriers(owner, 'all')).map((barrier) => `${what}: ${barrier}`))
  await owner.locator('.me-button').click()
  await owner.getByRole('menu').waitFor()
  await look('the person’s menu')
  await owner.keyboard.press('Escape')
  await owner.keyboard.press('Control+k')
  await owner.locator('input.mantine-Spotlight-search').waitFor()
  await look('the palette')
  await owner.goto(`${windows.address}/console/floor`)
  await owner
    .locator('.course')
    .getByRole('button', { name: says('queue:course.table'), exact: true })
    .click()
  await look('the floor as a table')
  await owner.locator('.move-button').first().click()
  await owner.getByRole('menu').waitFor()
  await look('who should have it')
  await owner.context().close()
  await openIt()
  await box().fill('It comes on Friday.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: words.out.now }).waitFor()
  found.push(...(await findBarriers(page, 'all')).map((barrier) => `words on their way: ${barrier}`))
  await page.goto(`${windows.address}/console/settings/policy`)
  await page.locator('.policy').waitFor()
  found.push(...(await findBarriers(page, 'all')).map((barrier) => `the policy: ${barrier}`))
  expect(found).toEqual([])
})

test('whoever would merge the conversations of two customers is warned first', { timeout: 60_000 }, async () => {
  const stranger = await visitAs(world, { language: 'en' })
  await stranger.write('A person please, where is my chair')
  await world.settled()
  await openIt()
  await expect
    .poll(
      async () => {
        if (!(await page.getByRole('dialog').isVisible())) await page.keyboard.press('#')
        return page.locator('.pick button').first().isVisible()
      },
      { timeout: 20_000, interval: 1000 },
    )
    .toBe(true)
  await page.locator('.pick button').first().click()
  await page.locator('.merge-two').waitFor()
  await expect.poll(() => isAt(page.getByRole('dialog').getByRole('button', { name: says('console:back') }))).toBe(true)
  await page.screenshot({ path: join(pictures, 'merge-two-customers.png') })
})

/** How much of the last words is in sight, in pixels. */
const shownOfLast = `(() => {
  const words = [...document.querySelectorAll('.msg-body')].at(-1).getBoundingClientRect()
  const rail = document.querySelector('.rail').getBoundingClientRect()
  return Math.min(words.bottom, rail.top) - Math.max(words.top, 0)
})()`

const scrolling = `[...document.querySelectorAll('#main, #main *')]
  .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1)
  .map((one) => one.className)`

const fromTheEnd = `(() => {
  const { scrollHeight, scrollTop, clientHeight } = document.querySelector('.stream')
  return scrollHeight - scrollTop - clientHeight
})()`

/** The reader comes to the end in the same moment in which something appears above the box to write in. */
const takeRoomBelow = `(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const stream = document.querySelector('.stream')
  stream.scrollTop -= 300
  await frame()
  stream.scrollTop = stream.scrollHeight
  const card = document.createElement('div')
  card.style.height = '180px'
  document.querySelector('.write').prepend(card)
  await frame()
})()`
