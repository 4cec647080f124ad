import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '../../core/language.ts'
import { desk, phone } from '../../lab/console/browser.ts'
import { findClipped, speakPseudo } from '../../lab/console/clipped.ts'
import { findViews, settle, type View } from '../../lab/console/views.ts'
import { addCustomer, furnish } from '../world/company.ts'
import { visitAs } from '../world/visitor.ts'
import { findBarriers, openWindows, type Windows } from '../world/windows.ts'
import { makeWorld, type World } from '../world/world.ts'

/** 400 % of a window of 1280 × 1024 leaves this (WCAG 1.4.10). */
const enlarged = { width: 320, height: 256 }
/** Stops of the keyboard that are looked at on each view. */
const stops = 20
const pictures = join(import.meta.dirname, '../../build/pictures')
let world: World
let windows: Windows
let views: View[]

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  world = await makeWorld()
  await furnish(world)
  await addCustomer(world, { externalId: 'mari', name: 'Mari Maasikas', orders: [{ number: 'A-1001', total: 549, daysAgo: 12 }] })
  windows = await openWindows(world)
  await fillInbox()
  const page = await windows.console(world.owner, { language: 'en' })
  views = await findViews(page, windows.address)
  await page.context().close()
}, 120_000)
afterAll(async () => {
  await windows.close()
  await world.stop()
})

for (const [turn, language] of languages.entries())
  test(`every view can be read, reached and enlarged by everybody (its share in ${language})`, { timeout: 120_000 }, async () => {
    const found: string[] = []
    const page = await windows.console(world.owner, { language })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    // Each view is seen in one of the six languages; the sweep of the laboratory sees all of them in all.
    for (const view of views.filter((_, at) => at % languages.length === turn)) {
      await open(page, view)
      found.push(...(await lookAt(page, view)).map((what) => `${view.name}: ${what}`))
    }
    await page.context().close()
    expect(found).toEqual([])
  })

/** One visit, looked at in all the ways in which it can fail somebody. */
async function lookAt(page: Page, view: View): Promise<string[]> {
  const clipped = async (how: string) => (await findClipped(page)).map((what) => `cut off ${how}: ${what}`)
  const found = [...(await findBarriers(page)), ...(await clipped('on a desk'))]
  found.push(...((await page.evaluate(longAnimations)) as string[]).map((what) => `moves though less motion was asked for: ${what}`))
  await page.screenshot({ path: join(pictures, `view-${view.name}.png`) })
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    const invisible = (await page.evaluate(focusWithoutSign)) as string | null
    if (invisible) found.push(`the focus is not seen: ${invisible}`)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await findBarriers(page, ['color-contrast'])).map((what) => `in dark: ${what}`))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(phone)
  found.push(...(await clipped('on a phone')))
  await page.screenshot({ path: join(pictures, `view-${view.name}-phone.png`) })
  await page.setViewportSize(enlarged)
  found.push(...(await clipped('at 400 %')))
  await page.setViewportSize(desk)
  await speakPseudo(page)
  found.push(...(await clipped('in the longest language')))
  await page.setViewportSize(phone)
  found.push(...(await clipped('in the longest language on a phone')))
  await page.setViewportSize(desk)
  return [...new Set(found)]
}

async function open(page: Page, view: View): Promise<void> {
  await page.goto(`${windows.address}${view.path}`)
  await settle(page)
}

/** Something in every list: one who waits for a person, one whom the assistant served, one who is served, one who is done. */
async function fillInbox(): Promise<void> {
  const anna = await world.makePerson('team', { name: 'Anna Tamm', languages: ['en', 'th', 'et'] })
  const speak = async (text: string, language: string) => {
    const visitor = await visitAs(world, { language })
    const { body } = await visitor.write(text)
    await world.settled()
    return body.conversation
  }
  await speak('How long may I return something after delivery?', 'en')
  await speak('คืนสินค้าได้ภายในกี่วัน', 'th')
  const held = await speak('I want to speak to a person, this is the third time I write about my broken table!', 'en')
  await world.request('PUT', '/v1/me/presence', { cookie: anna.cookie, body: { presence: 'on' } })
  await world.settled()
  await world.request('POST', `/v1/conversations/${held}/claim`, { cookie: anna.cookie })
  await world.settled()
  await speak('Palun ühendage mind inimesega', 'et')
}

/** The name of what has the focus where nothing shows it: neither outline nor shadow nor another border. */
const focusWithoutSign = `(() => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const shows = (element) => {
    const style = getComputedStyle(element)
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
  }
  const box = at.closest('label, .mantine-Input-wrapper, .find, [data-focus]') ?? at
  if (shows(at) || shows(box) || [...box.querySelectorAll('*')].some((one) => one.matches(':focus-visible') && shows(one))) return null
  // Fields of the library show the focus by the colour of their edge.
  if (at.matches('input, textarea, [contenteditable]')) return null
  return at.tagName.toLowerCase() + '.' + String(at.className).split(' ').filter((part) => !part.startsWith('m_')).join('.')
})()`

const longAnimations = `document.getAnimations()
  .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 10)
  .map((one) => one.animationName ?? one.transitionProperty ?? 'an animation')`
