import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { startOwnServer } from '../replay/server.ts'
import { openBrowser, signedIn } from './browser.ts'
import { addCrowd } from './crowd.ts'

/**
 * `node lab/console/speed.ts [--rows 50000] [--switches 1000]`: how fast the console and the widget are in a real browser:
 * first load on a processor slowed four times, switching conversations by key, scrolling a long inbox, memory over many
 * switches, and what the widget costs the page that it is put on. The last line is how busy the machine was besides.
 */
const root = join(import.meta.dirname, '../..')
const slowdown = 4
/** A browser first makes the parts of its own window, with two seconds of processor: that is not the page's time. */
const ownWindowMilliseconds = 2500

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '50000' }, switches: { type: 'string', default: '1000' } } })
  const server = await startOwnServer(root, { demo: true })
  const browser = await openBrowser(['--enable-precise-memory-info', '--js-flags=--expose-gc'])
  try {
    const owner = await signedIn(browser, server.address, 'owner', { language: 'en', dark: false, phone: false })
    await owner.request.put(`${server.address}/v1/demo`, { data: { speed: 0 } })
    await owner.addInitScript("sessionStorage.setItem('sambut.view', 'all')")
    await addCrowd(server.data, Number(values.rows))
    say('first load of the console: script, gzip', `${await weigh(owner, server.address)} KB`, '≤ 300')
    say(`first load, usable, processor ${slowdown} × slower`, `${await firstLoad(owner, server.address)} ms`, '≤ 2,500')
    const page = await openInbox(owner, server.address)
    say(`scrolling ${values.rows} conversations: longest frame`, await scroll(page), 'none over 50 ms')
    say('switching by key, warm: p95', await switching(page), '≤ 100 ms')
    say(`memory over ${values.switches} switches`, await remembering(page, Number(values.switches)), 'flat')
    for (const line of await widget(browser, server.address)) say(...line)
    say('load of the machine over these five minutes, all its users', (loadavg()[1] ?? 0).toFixed(0), `${availableParallelism()} processors`)
  } finally {
    await browser.close()
    await server.stop()
  }
}

const say = (what: string, value: string, aim: string) => process.stdout.write(`| ${what} | ${value} | ${aim} |\n`)

/** What the browser fetches as script until the inbox stands, each file packed as a web server would. */
async function weigh(owner: BrowserContext, address: string): Promise<number> {
  const page = await owner.newPage()
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(`${address}/console/inbox`)
  await page.locator('.conv').first().waitFor()
  await page.waitForTimeout(500)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await page.close()
  return Math.round(bytes / 1000)
}

/**
 * The median of five visits with an empty cache, from the beginning of the navigation until the frame in which the first conversation
 * stands there to be clicked. The page itself says when: a tool that looked from outside would look on the slowed processor too, and
 * cost more than the page (a second of three).
 */
async function firstLoad(owner: BrowserContext, address: string): Promise<number> {
  const times: number[] = []
  for (let visit = 0; visit < 5; visit++) {
    const page = await owner.newPage()
    await page.waitForTimeout(ownWindowMilliseconds)
    const tools = await slowed(page)
    await tools.send('Network.setCacheDisabled', { cacheDisabled: true })
    await page.addInitScript(`{
      const look = () => document.querySelector('.conv') ? requestAnimationFrame((now) => console.log('usable ' + now)) : requestAnimationFrame(look)
      look()
    }`)
    const usable = page.waitForEvent('console', { predicate: (said) => said.text().startsWith('usable '), timeout: 60_000 })
    await page.goto(`${address}/console/inbox`, { waitUntil: 'commit' })
    times.push(Number((await usable).text().slice('usable '.length)))
    await page.close()
  }
  return Math.round(quantile(times, 0.5))
}

async function slowed(page: Page): Promise<CDPSession> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return tools
}

async function openInbox(owner: BrowserContext, address: string): Promise<Page> {
  const page = await owner.newPage()
  await page.goto(`${address}/console/inbox`)
  await page.locator('.conv').first().click()
  await page.locator('#main .stream .entry').first().waitFor()
  return page
}

/** Ten seconds of steady scrolling, a screen every tenth of a second; the time between two frames is what the eye sees. */
async function scroll(page: Page): Promise<string> {
  const frames = (await page.evaluate(`new Promise((resolve) => {
    const box = document.querySelector('.rows')
    const frames = []
    let last = performance.now()
    const end = last + 10000
    const step = (now) => {
      frames.push(now - last)
      last = now
      box.scrollTop += box.clientHeight / 6
      if (now < end) requestAnimationFrame(step)
      else resolve(frames)
    }
    requestAnimationFrame(step)
  })`)) as number[]
  const seen = frames.slice(2)
  const over = seen.filter((frame) => frame > 50).length
  return `${Math.max(...seen).toFixed(0)} ms, p99 ${quantile(seen, 0.99).toFixed(0)} ms, ${over} of ${seen.length} over 50 ms`
}

/** From the key until the next frame after the other conversation stands there: its words, and its customer beside them. The second walk through the same twenty is warm. */
async function switching(page: Page): Promise<string> {
  await page.locator('.list').evaluate(`(list) => { list.querySelector('.rows').scrollTop = 0 }`)
  await page.waitForTimeout(500)
  const walk = async (key: string) => {
    const times: number[] = []
    for (let step = 0; step < 20; step++) {
      times.push(await timeSwitch(page, key))
      await page.waitForTimeout(150)
    }
    return times
  }
  await walk('j')
  const warm = [...(await walk('k')), ...(await walk('j'))]
  return `${quantile(warm, 0.95).toFixed(0)} ms (p50 ${quantile(warm, 0.5).toFixed(0)})`
}

/** Measured in the page itself, so that the way to the browser does not count. */
async function timeSwitch(page: Page, key: string): Promise<number> {
  return (await page.evaluate(`new Promise((resolve) => {
    const before = location.pathname
    const began = performance.now()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', code: 'Key${key.toUpperCase()}', bubbles: true }))
    const look = () => {
      const there = location.pathname !== before && document.querySelector('#main .stream .entry') && document.querySelector('#main .side h2') && !document.querySelector('#main section:not(.list) [aria-busy=true]')
      if (there || performance.now() - began > 5000) requestAnimationFrame(() => resolve(performance.now() - began))
      else requestAnimationFrame(look)
    }
    look()
  })`)) as number
}

async function remembering(page: Page, switches: number): Promise<string> {
  const heap = async () => {
    await page.evaluate('globalThis.gc?.()')
    return ((await page.evaluate('performance.memory.usedJSHeapSize')) as number) / 1e6
  }
  const half = Math.floor(switches / 2)
  const points = [await heap()]
  for (let step = 0; step < switches; step++) {
    await page.keyboard.press(step % 40 < 20 ? 'j' : 'k')
    await page.waitForTimeout(25)
    if (step + 1 === half || step + 1 === switches) points.push(await heap())
  }
  return points.map((point) => `${point.toFixed(0)} MB`).join(' → ')
}

/** What the widget costs the shop: its own script, the longest time it holds the page, and what it moves; five visits. */
async function widget(browser: Browser, address: string): Promise<[string, string, string][]> {
  const site = await findSite(browser, address)
  const visits: Visit[] = []
  for (let visit = 0; visit < 5; visit++) visits.push(await visitShop(browser, address, site))
  const holds = visits.map((visit) => visit.longest)
  // A long task is one of 50 ms and more.
  const told = (hold: number) => (hold === 0 ? 'below 50 ms' : `${hold.toFixed(0)} ms`)
  return [
    ['widget: script, gzip', `${(Math.max(...visits.map((visit) => visit.bytes)) / 1000).toFixed(1)} KB`, '≤ 30'],
    [
      `widget: longest hold of the page, processor ${slowdown} × slower`,
      `${told(quantile(holds, 0.5))}, worst of five visits ${told(Math.max(...holds))}`,
      '≤ 50 ms',
    ],
    ['widget: layout shift', Math.max(...visits.map((visit) => visit.shifted)).toFixed(3), '0'],
  ]
}

interface Visit {
  bytes: number
  longest: number
  shifted: number
}

async function visitShop(browser: Browser, address: string, site: string): Promise<Visit> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.waitForTimeout(ownWindowMilliseconds)
  await slowed(page)
  let bytes = 0
  page.on('response', async (response) => {
    if (response.url().endsWith('/widget.js')) bytes = gzipSync(await response.body()).length
  })
  await page.addInitScript(`
    globalThis.blocked = []
    globalThis.shifted = 0
    new PerformanceObserver((list) => { for (const one of list.getEntries()) globalThis.blocked.push(one.duration) }).observe({ type: 'longtask', buffered: true })
    new PerformanceObserver((list) => { for (const one of list.getEntries()) globalThis.shifted += one.value }).observe({ type: 'layout-shift', buffered: true })`)
  // A page without anything of its own: whatever blocks or moves is the widget's doing.
  await page.route('**/empty-host', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>host</title><h1>Host</h1><p>Words</p><script src="/widget.js" data-site="${site}" async></script>`,
    }),
  )
  await page.goto(`${address}/empty-host`)
  // Nobody looks meanwhile: the looking would hold the page too.
  await page.waitForTimeout(3000)
  const longest = Number(await page.evaluate('Math.max(0, ...globalThis.blocked)'))
  await page.locator('sambut-chat .launcher').waitFor()
  const shifted = Number(await page.evaluate('globalThis.shifted'))
  await context.close()
  return { bytes, longest, shifted }
}

async function findSite(browser: Browser, address: string): Promise<string> {
  const owner = await signedIn(browser, address, 'owner', { language: 'en', dark: false, phone: false })
  const me = (await (await owner.request.get(`${address}/v1/me`)).json()) as { account: { site: string } }
  await owner.close()
  return me.account.site
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

await main()
