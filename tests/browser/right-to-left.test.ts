import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import words from '../../locales/en/widget.json' with { type: 'json' }
import { furnish } from '../world/company.ts'
import { findBarriers, openWindows, type Windows } from '../world/windows.ts'
import { makeWorld, type World } from '../world/world.ts'

const pictures = join(import.meta.dirname, '../../build/pictures')
let world: World
let windows: Windows
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  world = await makeWorld()
  await furnish(world)
  windows = await openWindows(world)
}, 60_000)
afterAll(async () => {
  await windows.close()
  await world.stop()
})

for (const phone of [false, true])
  test(`on a page in Arabic the chat stays in its corner and every sentence runs as its language does (${phone ? 'phone' : 'desk'})`, {
    timeout: 150_000,
  }, async () => {
    const page = await windows.customer({ language: 'en', phone })
    await page.evaluate("document.documentElement.dir = 'rtl'")
    // What fades in has less contrast until it is there.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const widget = page.locator('sambut-chat')
    const launcher = widget.locator('.launcher')
    await launcher.waitFor()
    const { width = 0 } = page.viewportSize() ?? {}
    const place = await launcher.boundingBox()
    expect(place && place.x + place.width > width - 40 && place.x + place.width <= width).toBe(true)

    await launcher.click()
    const field = widget.getByRole('textbox', { name: words.write })
    for (const text of ['متى يصل طلبي؟', 'מתי תגיע ההזמנה שלי?', 'When does my order 4711 arrive?']) {
      await field.fill(text)
      await field.press('Enter')
      await widget.locator('.log').getByText(text).first().waitFor()
    }
    const runs = (text: string) =>
      widget
        .locator('.log .text')
        .filter({ hasText: text })
        .first()
        .evaluate(
          (element) => (globalThis as unknown as { getComputedStyle: (of: unknown) => { direction: string } }).getComputedStyle(element).direction,
        )
    // A line is drawn anew when its answer comes.
    for (const [text, direction] of [
      ['طلبي', 'rtl'],
      ['ההזמנה', 'rtl'],
      ['4711', 'ltr'],
    ] as const)
      await expect.poll(() => runs(text), { timeout: 30_000 }).toBe(direction)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    const panel = await widget.getByRole('dialog').boundingBox()
    expect(panel && panel.x >= 0 && panel.x + panel.width <= width).toBe(true)
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: join(pictures, `widget-right-to-left-${phone ? 'phone' : 'desk'}.png`) })
  })
