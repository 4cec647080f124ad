import type { Locator, Page } from 'playwright-core'

/** More stops than any view has between two things that belong together. */
const mostStops = 90

/** Goes to it with the Tab key alone, as somebody without a mouse has to; an error when the keyboard never gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ state: 'attached' })
  for (let stop = 0; stop < mostStops; stop++) {
    if (await isAt(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not get to ${target}`)
}

/** Whether the keyboard stands on it. */
export function isAt(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => (element as unknown as { matches: (selector: string) => boolean }).matches(':focus'))
}

export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Ctrl+K, a few letters, Enter: everything that can be done has a name. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const search = page.locator('input.mantine-Spotlight-search')
  await search.waitFor()
  await page.keyboard.type(name)
  await page.locator('.mantine-Spotlight-action').filter({ hasText: name }).first().waitFor()
  const chosen = page.locator('.mantine-Spotlight-action[data-selected]')
  for (let step = 0; step < 9 && !(await chosen.first().textContent())?.includes(name); step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await search.waitFor({ state: 'hidden' })
}
