import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Language } from '../../core/language.ts'
import { standStill } from '../../lab/console/views.ts'
import { findOrInstallChromium } from '../../scripts/chromium.mjs'
import { openLive } from '../../server/platform/live.ts'
import type { Member, World } from './world.ts'

/** Two kinds of windows onto a running Sambut: a customer's, on a page that is not ours, and a colleague's console. */
export interface Windows {
  address: string
  customer: (wish: { language: Language; phone?: boolean; dark?: boolean }) => Promise<Page>
  console: (member: Member, wish: { language: Language; phone?: boolean; dark?: boolean }) => Promise<Page>
  /** The console's door, for whoever signs in by themselves. */
  door: (wish: { language: Language; phone?: boolean }) => Promise<Page>
  close: () => Promise<void>
}

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

export async function openWindows(world: World): Promise<Windows> {
  const address = await world.api.server.listen({ port: 0, host: '127.0.0.1' })
  const live = openLive(world.platform)
  world.api.server.server.on('upgrade', live.upgrade)
  const pages = await serveSomebodysPage(address, world.site)
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })

  const context = (wish: { language: Language; phone?: boolean; dark?: boolean }) =>
    browser.newContext({
      viewport: wish.phone ? phone : desk,
      locale: wish.language,
      colorScheme: wish.dark ? 'dark' : 'light',
      hasTouch: wish.phone ?? false,
    })

  return {
    address,
    customer: async (wish) => {
      const page = await (await context(wish)).newPage()
      await page.goto(`${pages.address}/?language=${wish.language}`)
      return page
    },
    console: async (member, wish) => {
      const where = await context(wish)
      await signIn(where, address, member)
      const page = await where.newPage()
      await page.request.patch(`${address}/v1/me`, { data: { language: wish.language } })
      await page.goto(`${address}/console/inbox`)
      return page
    },
    door: async (wish) => {
      const page = await (await context(wish)).newPage()
      await page.goto(`${address}/console/`)
      return page
    },
    close: async () => {
      await browser.close()
      live.stop()
      pages.server.close()
    },
  }
}

/** What a reader with a disability would trip over, as axe sees it, by all rules or by some: one line each. */
export async function findBarriers(page: Page, rules?: string[] | 'all'): Promise<string[]> {
  await standStill(page)
  const reader = new AxeBuilder({ page })
  const { violations } = await (rules === 'all'
    ? reader
    : rules
      ? reader.withRules(rules)
      : reader.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  ).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`))
}

async function signIn(where: BrowserContext, address: string, member: Member): Promise<void> {
  const [name, ...value] = member.cookie.split('=')
  await where.addCookies([{ name: name ?? '', value: value.join('='), url: address }])
}

/** A shop of somebody else, on another origin, with styles that must not leak in. */
async function serveSomebodysPage(address: string, site: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const language = new URL(request.url ?? '/', 'http://page').searchParams.get('language') ?? 'en'
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="${language}"><head><title>Somebody's shop</title>
      <style>* { font-size: 40px !important; color: darkgreen } button { display: none }</style></head>
      <body><main><h1>Somebody's shop</h1></main>
      <script src="${address}/widget.js" data-site="${site}" data-language="${language}" async></script></body></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
