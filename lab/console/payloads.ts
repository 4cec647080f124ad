import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext } from 'playwright-core'
import { startOwnServer } from '../replay/server.ts'
import { openBrowser, signedIn } from './browser.ts'
import { plant, traces, watch } from './traps.ts'
import { findViews, settle } from './views.ts'

/**
 * `node lab/console/payloads.ts --payloads FILE.json [--payloads FILE.json] [--address URL] [--share 1]`: each payload (a list of
 * strings, or of records with one under `payload`, `input` or `html`) is sent as message, file name, customer, label, reply, macro
 * and article, the first of a batch as greeting, then every view is opened: nothing of it may run, draw a foreign element or reach out (C01–C04).
 */
const root = join(import.meta.dirname, '../..')

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { payloads: { type: 'string', multiple: true, default: [] }, address: { type: 'string' }, batch: { type: 'string', default: '40' } },
  })
  const missing = values.payloads.filter((file) => !existsSync(file))
  if (values.payloads.length === 0 || missing.length > 0) {
    process.stderr.write(missing.length > 0 ? `there is no file ${missing.join(', ')}\n` : 'name a file of payloads with --payloads\n')
    return 2
  }
  const payloads = values.payloads.flatMap(payloadsOf)
  const server = values.address ? null : await startOwnServer(root, { demo: true })
  const address = values.address ?? server?.address ?? ''
  const browser = await openBrowser()
  const effects: string[] = []
  try {
    const owner = await signedIn(browser, address, 'owner', { language: 'en', dark: false, phone: false })
    await owner.request.put(`${address}/v1/demo`, { data: { speed: 0 } })
    const company = { address, site: await findSite(owner, address), key: await makeKey(owner, address) }
    for (let at = 0; at < payloads.length; at += Number(values.batch)) {
      const batch = payloads.slice(at, at + Number(values.batch))
      const conversations = await plant(owner, company, batch)
      effects.push(...(await open(owner, address, conversations)))
      effects.push(...(await openWidget(browser, address, batch)))
      process.stderr.write(`  ${Math.min(payloads.length, at + batch.length)} of ${payloads.length}, ${effects.length} effects\n`)
    }
  } finally {
    await browser.close()
    await server?.stop()
  }
  process.stdout.write(`${payloads.length} payloads, ${effects.length} effects\n${[...new Set(effects)].slice(0, 40).join('\n')}\n`)
  return effects.length === 0 ? 0 : 1
}

function payloadsOf(file: string): string[] {
  const list = JSON.parse(readFileSync(file, 'utf8')) as unknown
  if (!Array.isArray(list)) throw new Error(`${file} holds no list`)
  return list.flatMap((one: unknown) => {
    if (typeof one === 'string') return [one]
    const { payload, input, html } = (one ?? {}) as Record<string, unknown>
    const text = payload ?? input ?? html
    return typeof text === 'string' ? [text] : []
  })
}

async function findSite(owner: BrowserContext, address: string): Promise<string> {
  const me = (await (await owner.request.get(`${address}/v1/me`)).json()) as { account: { site: string } }
  return me.account.site
}

/** Facts about customers come in by a key, as from a shop. */
async function makeKey(owner: BrowserContext, address: string): Promise<string> {
  const answer = await owner.request.post(`${address}/v1/api-keys`, { data: { name: 'payloads', scope: 'events' } })
  if (!answer.ok()) throw new Error(`no key: ${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as { secret: string }).secret
}

/** Every view that shows any of it. */
async function open(owner: BrowserContext, address: string, conversations: string[]): Promise<string[]> {
  const page = await owner.newPage()
  const seen = watch(page)
  const views = await findViews(page, address)
  const talks = conversations.map((conversation) => `/console/inbox/${conversation}`)
  for (const path of [...talks, ...views.map((view) => view.path)]) {
    await page.goto(`${address}${path}`)
    await settle(page)
    if (talks.includes(path)) await page.mouse.wheel(0, -20_000)
    seen.push(...(await traces(page)).map((trace) => `${path.slice(0, 40)}: ${trace}`))
  }
  await page.close()
  return seen
}

/** The customer's own window shows what they wrote. */
async function openWidget(browser: Browser, address: string, batch: string[]): Promise<string[]> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(`${address}/shop/`)
  await page.locator('sambut-chat .launcher').click()
  const field = page.locator('sambut-chat .write textarea')
  for (const text of batch.slice(0, 5)) {
    await field.fill(text.slice(0, 3000))
    await field.press('Enter')
  }
  await page.waitForTimeout(400)
  seen.push(...(await traces(page)).map((trace) => `widget: ${trace}`))
  await context.close()
  return seen
}

process.exitCode = await main()
