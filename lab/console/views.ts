import type { BrowserContext, Page } from 'playwright-core'

/** A view by its path, as a person reaches it. */
export interface View {
  name: string
  path: string
}

/** Every place of the rail, every section of the settings, and one conversation, customer and article: found by looking, so that a new one is never forgotten. */
export async function findViews(page: Page, address: string): Promise<View[]> {
  await page.goto(`${address}/console/inbox`)
  await page.locator('a.rail-place').first().waitFor()
  const places = await pathsOf(page, 'a.rail-place')
  await page.goto(`${address}/console/settings`)
  await page.locator('.settings-nav a').first().waitFor()
  const sections = await pathsOf(page, '.settings-nav a')
  const paths = [...new Set([...places, ...sections, ...(await findSingles(page.context(), address))])]
  return paths.map((path) => ({
    path,
    name: path
      .replace('/console/', '')
      .replace(/[0-9a-f-]{20,}/, 'one')
      .replaceAll('/', '-'),
  }))
}

function pathsOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((links) => links.map((link) => new URL((link as unknown as { href: string }).href).pathname))
}

/** The first conversation, customer and article that there is. */
async function findSingles(context: BrowserContext, address: string): Promise<string[]> {
  const first = async (path: string, list: string): Promise<string | undefined> => {
    const answer = (await (await context.request.get(`${address}${path}`)).json()) as Record<string, { id: string }[]>
    return answer[list]?.[0]?.id
  }
  const conversation = await first('/v1/conversations?view=all', 'rows')
  const customer = await first('/v1/customers', 'customers')
  const article = await first('/v1/articles', 'articles')
  return [
    ...(conversation ? [`/console/inbox/${conversation}`] : []),
    ...(customer ? [`/console/customers/${customer}`] : []),
    ...(article ? [`/console/knowledge/${article}`] : []),
  ]
}

/** Fonts loaded, first answers drawn. Live lines stay open, so "no traffic" never comes. */
export async function settle(page: Page): Promise<void> {
  await page.locator('#main').waitFor({ timeout: 60_000 })
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.locator('#main [aria-busy=true]').first().waitFor({ state: 'detached', timeout: 60_000 })
  await page.waitForTimeout(400)
}

/** Waits until colours and places have arrived where they go: what is on its way between two looks belongs to neither. Some seconds at most. */
export async function standStill(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const moves = () => document.getAnimations().some((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
    for (let looks = 0, still = 0; still < 3 && looks < 200; looks++) {
      await frame()
      still = moves() ? 0 : still + 1
    }
  })()`)
}
