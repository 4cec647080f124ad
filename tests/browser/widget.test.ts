import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import words from '../../locales/en/widget.json' with { type: 'json' }
import { many, sql } from '../../server/platform/db.ts'
import { furnish } from '../world/company.ts'
import { teammate } from '../world/teammate.ts'
import { visitAs } from '../world/visitor.ts'
import { findBarriers, openWindows, type Windows } from '../world/windows.ts'
import { makeWorld, type World } from '../world/world.ts'

const pictures = join(import.meta.dirname, '../../build/pictures')
const question = 'How long may I return something after delivery?'
let world: World
let windows: Windows
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  world = await makeWorld()
  await furnish(world)
  // Somebody is in and has their hands full: whoever asks for a person waits.
  const busy = await teammate(world, { capacity: 1 })
  await busy.comeOn()
  await (await visitAs(world, { language: 'en' })).write('human please')
  await world.settled()
  windows = await openWindows(world)
})
afterAll(async () => {
  await windows.close()
  await world.stop()
})

async function openChat(
  wish: { language?: 'en' | 'th' | 'zh'; phone?: boolean; height?: number; width?: number } = {},
): Promise<{ page: Page; chat: Locator }> {
  const page = await windows.customer({ language: 'en', ...wish })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  if (wish.height) await page.setViewportSize({ width: wish.width ?? 390, height: wish.height })
  await page.locator('sambut-chat .launcher').click()
  return { page, chat: page.locator('sambut-chat') }
}

async function write(chat: Locator, text: string): Promise<void> {
  await chat.locator('.box textarea').fill(text)
  await chat.locator('.box textarea').press('Enter')
}

/** A question so long that it fills the list, and its answer. */
async function ask(chat: Locator): Promise<void> {
  await write(chat, `${question}${'\n'.repeat(24)}Thank you.`)
  await chat.getByRole('button', { name: words.solvedNo }).waitFor()
}

/** How far the end of the conversation is below what can be seen, in pixels. */
const below = (chat: Locator) =>
  chat
    .locator('.timeline')
    .evaluate((list: { scrollHeight: number; scrollTop: number; clientHeight: number }) => list.scrollHeight - list.scrollTop - list.clientHeight)

test('whoever is at the end of the conversation stays there, whatever takes room above and below', async () => {
  const { page, chat } = await openChat({ phone: true, height: 640 })
  await ask(chat)
  await chat.getByRole('button', { name: words.solvedNo }).click()
  await chat.getByText(words.placeSafe).waitFor()
  await expect.poll(() => below(chat)).toBeLessThan(2)
  await page.screenshot({ path: join(pictures, 'widget-not-yet-phone.png') })

  await chat.getByRole('button', { name: words.close }).click()
  await page.getByRole('button', { name: words.open }).click()
  await expect.poll(() => below(chat)).toBeLessThan(2)

  await chat.locator('input[type=file]').setInputFiles({ name: 'sofa.png', mimeType: 'image/png', buffer: picture })
  await chat.getByRole('button', { name: words.send, exact: true }).click()
  await chat.locator('.picture img').waitFor()
  await page.waitForTimeout(300)
  expect(await below(chat)).toBeLessThan(2)
})

test('whoever reads further up is left alone', async () => {
  const { chat } = await openChat({ phone: true, height: 640 })
  await ask(chat)
  await chat.locator('.timeline').evaluate((list: { scrollTop: number }) => {
    list.scrollTop = 0
  })
  await chat.page().waitForTimeout(200)
  await chat.getByRole('button', { name: words.solvedNo }).dispatchEvent('click')
  await chat.getByText(words.placeSafe).waitFor()
  await chat.page().waitForTimeout(300)
  expect(await below(chat)).toBeGreaterThan(100)
})

test('what is meant for screen readers alone does not make the panel taller than its frame', async () => {
  const { chat } = await openChat()
  await ask(chat)
  const spare = await chat.locator('.panel').evaluate((panel: { scrollHeight: number; clientHeight: number; scrollTop: number }) => {
    panel.scrollTop = 500
    return [panel.scrollHeight - panel.clientHeight, panel.scrollTop]
  })
  expect(spare).toEqual([0, 0])
})

test('on a page enlarged four times messages can still be read, and a person is in sight', async () => {
  const { page, chat } = await openChat({ width: 320, height: 256 })
  await ask(chat)
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(pictures, 'widget-400-percent.png') })
  const room = await chat.locator('.body').evaluate((body: { clientHeight: number }) => body.clientHeight)
  expect(room).toBeGreaterThan(120)
  for (const name of [words.talkToPerson, words.send]) {
    const box = await chat.getByRole('button', { name, exact: true }).boundingBox()
    expect(box && box.y >= 0 && box.y + box.height <= 256 && box.x + box.width <= 320, name).toBe(true)
  }
  await chat.getByRole('button', { name: words.talkToPerson }).click()
  await chat.getByText(words.placeSafe).waitFor({ state: 'attached' })
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(pictures, 'widget-400-percent-waiting.png') })
})

test('a file that is refused keeps neither the words nor the other files from being sent', async () => {
  const { page, chat } = await openChat()
  await chat.locator('input[type=file]').setInputFiles([
    { name: 'evil.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\u0090\u0000\u0003\u0000') },
    { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('The sofa is torn.') },
  ])
  const refused = words['file_wrong-file'].replace('{{name}}', 'evil.exe')
  await chat.getByText(refused).waitFor()
  await write(chat, 'Here is my note.')
  await chat
    .locator('.log .customer')
    .getByRole('button', { name: words.fileSave.replace('{{name}}', 'note.txt') })
    .waitFor()
  expect(await chat.getByText('evil.exe').count()).toBe(0)

  await chat.locator('input[type=file]').setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Once more.') })
  await chat.getByRole('button', { name: words.fileRemove.replace('{{name}}', 'note.txt') }).click()
  await page.keyboard.press('Escape')
  await chat.getByRole('dialog').waitFor({ state: 'detached' })
})

test('how easy it was counts as soon as it is chosen, and may be changed until the customer goes on', async () => {
  const { page, chat } = await openChat()
  const answers = async () =>
    await many(
      world.platform.database.platform,
      sql<{ score: number; comment: string | null }>`select score, comment from efforts where score is not null order by answered_at`,
    )
  const settled = async () => {
    await ask(chat)
    await chat.getByRole('button', { name: words.solvedYes }).click()
    await chat.locator('.effort').waitFor()
  }
  await settled()
  await chat.getByRole('radio', { name: '3', exact: true }).check({ force: true })
  await chat.getByText(words.effortCounts).waitFor()
  await chat.getByRole('radio', { name: '6', exact: true }).check({ force: true })
  await page.screenshot({ path: join(pictures, 'widget-effort-chosen.png') })
  await chat.getByRole('button', { name: words.close }).first().click()
  await expect.poll(answers).toEqual([{ score: 6, comment: null }])
  await page.reload()
  expect(await chat.locator('.effort').count()).toBe(0)

  await page.getByRole('button', { name: words.open }).click()
  await settled()
  await chat.getByRole('radio', { name: '2', exact: true }).check({ force: true })
  await chat.getByRole('textbox', { name: words.effortComment }).fill('It took long.')
  await page.reload()
  await expect.poll(answers).toEqual([
    { score: 6, comment: null },
    { score: 2, comment: 'It took long.' },
  ])
})

for (const language of ['en', 'th', 'zh'] as const)
  test(`beside a page with a head of its own the chat is told apart, and its buttons are called what they say (${language})`, async () => {
    const { page, chat } = await openChat({ language })
    await page.evaluate("document.body.insertAdjacentHTML('afterbegin', '<header>Shop</header>')")
    await write(chat, 'x')
    await chat.locator('.names .link').waitFor()
    expect(await findBarriers(page, ['landmark-no-duplicate-banner', 'landmark-unique', 'label-content-name-mismatch'])).toEqual([])
  })

test('whoever wants the conversation by e-mail can type the address at once', async () => {
  const { page, chat } = await openChat()
  await write(chat, 'Hello')
  await chat.getByRole('button', { name: words.transcript }).click()
  await chat.getByRole('textbox', { name: words.email }).waitFor()
  await page.keyboard.type('siti@example.com')
  expect(await chat.getByRole('textbox', { name: words.email }).inputValue()).toBe('siti@example.com')
})

/** A picture of one dot. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
