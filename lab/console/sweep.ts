import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { type Language, languages } from '../../core/language.ts'
import { startOwnServer } from '../replay/server.ts'
import { type Look, openBrowser, signedIn } from './browser.ts'
import { findClipped, speakPseudo } from './clipped.ts'
import { findViews, settle, standStill, type View } from './views.ts'

/**
 * `node lab/console/sweep.ts [--address URL] [--languages en,th] [--looks light,dark,phone] [--views floor,inbox] [--pictures]`:
 * every view of the console in every language and look: what a reader with a disability would trip over (axe), what is cut
 * off (also in a pseudo-language), what the browser complained of. Pictures lie in build/sweep.
 */
const root = join(import.meta.dirname, '../..')
const album = join(root, 'build/sweep')

interface Sweep {
  browser: Browser
  address: string
  pictures: boolean
  only: string[] | null
}

interface Finding {
  where: string
  what: string
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      address: { type: 'string' },
      languages: { type: 'string', default: languages.join(',') },
      looks: { type: 'string', default: 'light,dark,phone' },
      views: { type: 'string' },
      pictures: { type: 'boolean', default: false },
    },
  })
  mkdirSync(album, { recursive: true })
  const server = values.address ? null : await startOwnServer(root, { demo: true })
  const browser = await openBrowser()
  const sweep = { browser, address: values.address ?? server?.address ?? '', pictures: values.pictures, only: values.views?.split(',') ?? null }
  const findings: Finding[] = []
  try {
    for (const language of values.languages.split(',') as Language[])
      for (const look of values.looks.split(',')) findings.push(...(await walk(sweep, { language, dark: look === 'dark', phone: look === 'phone' })))
  } finally {
    await browser.close()
    await server?.stop()
  }
  process.stdout.write(findings.length === 0 ? 'nothing found\n' : `${tell(findings)}\n${findings.length} found\n`)
  return findings.length === 0 ? 0 : 1
}

/** Every view once, in one window, as the owner, who sees all of them. */
async function walk({ browser, address, pictures, only }: Sweep, look: Look): Promise<Finding[]> {
  const context = await signedIn(browser, address, 'owner', look)
  const page = await context.newPage()
  const findings: Finding[] = []
  const name = `${look.language}-${look.dark ? 'dark' : 'light'}${look.phone ? '-phone' : ''}`
  let where = ''
  const note = (what: string) => findings.push({ where: `${name} ${where}`, what })
  page.on('console', (message) => {
    if (message.type() === 'error') note(`the browser says: ${message.text().slice(0, 300)}`)
  })
  page.on('pageerror', (error) => note(`the page threw: ${error.message.slice(0, 300)}`))
  const views = (await findViews(page, address)).filter((view) => only === null || only.some((wanted) => view.name.startsWith(wanted)))
  for (const view of views) {
    where = view.name
    try {
      await show(page, address, view)
      for (const barrier of await findBarriers(page)) note(barrier)
      for (const clipped of await findClipped(page)) note(`cut off: ${clipped}`)
      if (pictures) await page.screenshot({ path: join(album, `${view.name}-${name}.png`) })
      if (look.language !== 'en') continue
      await speakPseudo(page)
      for (const clipped of await findClipped(page)) note(`cut off in the longest language: ${clipped}`)
    } catch (error) {
      note(`not seen: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
    }
  }
  await context.close()
  process.stderr.write(`  ${name}: ${views.length} views, ${findings.length} found\n`)
  return findings
}

async function show(page: Page, address: string, view: View): Promise<void> {
  await page.goto(`${address}${view.path}`)
  await settle(page)
}

async function findBarriers(page: Page): Promise<string[]> {
  await standStill(page)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  )
}

/** The same finding in many places is told once, with the places. */
function tell(findings: Finding[]): string {
  const places = new Map<string, string[]>()
  for (const { where, what } of findings) places.set(what, [...(places.get(what) ?? []), where])
  return [...places]
    .map(([what, wheres]) => `${what}\n    ${wheres.slice(0, 6).join(', ')}${wheres.length > 6 ? ` and ${wheres.length - 6} more` : ''}`)
    .join('\n')
}

process.exitCode = await main()
