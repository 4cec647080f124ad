import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** `npm run pictures`: starts the demo company in a folder of its own, writes to it as a customer, and takes the pictures of the README. */
async function main(): Promise<void> {
  mkdirSync(album, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'sambut-pictures-'))
  chmodSync(folder, 0o755) // PostgreSQL may run as another user, who has to get through.
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const server = start(port, join(folder, 'data'))
  let browser: Browser | undefined
  try {
    await until('the server is ready', 180, () => answers(`${address}/health/ready`), server)
    browser = await chromium.launch({ executablePath: await findChromium() })
    await takeAll(browser, address)
  } finally {
    await browser?.close()
    await stop(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

const root = join(import.meta.dirname, '..')
const album = join(root, 'docs/pictures')
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
/** Something that a person should answer, with goods and a day in it, so that there is something to see on every panel. */
const matter = 'The table of my order arrived with a cracked leg, and we have guests on Saturday. I am really disappointed. What can you do?'
/** How many customers have to wait before a picture of the inbox says anything. */
const enoughWaiting = 3

async function takeAll(browser: Browser, address: string): Promise<void> {
  const lead = await signedIn(browser, address, 'lead', 'light')
  await setPace(lead, address, 15)
  await patiently(() => until('enough customers wait', 40, async () => (await list(lead, address, 'waiting')).length >= enoughWaiting))
  const ours = await takeWidget(browser, address)
  await setPace(lead, address, 3)

  const inbox = `${address}/console/inbox/${(await findRichest(lead, address)) ?? ours}`
  await takeScreen(await signedIn(browser, address, 'team', 'light'), inbox, 'inbox.png')
  await takeScreen(await signedIn(browser, address, 'team', 'dark'), inbox, 'inbox-dark.png')
  await takeScreen(lead, `${address}/console/floor`, 'floor.png')
}

/** The customer's side: the shop's page on a phone, a message, and the place that is safe. Gives back the conversation. */
async function takeWidget(browser: Browser, address: string): Promise<string> {
  const context = await browser.newContext({
    viewport: phone,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
    colorScheme: 'light',
  })
  const page = await context.newPage()
  await page.goto(`${address}/shop/`)
  await page.locator('sambut-chat .launcher').click()
  const field = page.locator('sambut-chat .write textarea')
  await field.fill(matter)
  const stored = page.waitForResponse((response) => response.url().endsWith('/w/messages') && response.status() === 201)
  await field.press('Enter')
  const { conversation } = (await (await stored).json()) as { conversation: string }
  // The place is the point of this picture; where the team is quicker than the camera, the person who came is as good.
  await patiently(() => page.locator('sambut-chat .place .told, sambut-chat .log [class*=person]').first().waitFor({ timeout: 20_000 }))
  await settle(page)
  await take(page, 'widget.png')
  await context.close()
  return conversation
}

/** A screen of the console; in the inbox, everybody on the left. */
async function takeScreen(context: BrowserContext, url: string, file: string): Promise<void> {
  const page = await context.newPage()
  await page.addInitScript(() => sessionStorage.setItem('sambut.view', 'all'))
  await page.goto(url)
  await patiently(() => page.locator('#main').waitFor({ timeout: 8000 }))
  await settle(page)
  await take(page, file)
  await page.close()
}

async function signedIn(browser: Browser, address: string, role: string, colorScheme: 'light' | 'dark'): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: desk, colorScheme, locale: 'en-GB', timezoneId: 'Asia/Singapore', reducedMotion: 'reduce' })
  const { people } = (await (await context.request.get(`${address}/v1/demo/people`)).json()) as {
    people: { role: string; email: string; languages: string[] }[]
  }
  const person = people.find((one) => one.role === role && one.languages.includes('en')) ?? people.find((one) => one.role === role)
  if (!person) throw new Error(`the demo company has nobody to sign in as ${role}`)
  const answer = await context.request.post(`${address}/v1/demo/session`, { data: { email: person.email } })
  if (!answer.ok()) throw new Error(`signing in as ${person.email} was refused: ${answer.status()} ${await answer.text()}`)
  await context.request.patch(`${address}/v1/me`, { data: { language: 'en' } })
  return context
}

async function setPace(context: BrowserContext, address: string, speed: number): Promise<void> {
  await context.request.put(`${address}/v1/demo`, { data: { speed } })
}

interface Row {
  id: string
  customer: { name: string | null }
  language: string | null
  state: string
  stake: { total: number } | null
}

async function list(context: BrowserContext, address: string, view: 'waiting' | 'all'): Promise<Row[]> {
  const { rows } = (await (await context.request.get(`${address}/v1/conversations?view=${view}`)).json()) as { rows: Row[] }
  return rows
}

/** Somebody with a name, orders and much at stake, in the language of the README. */
async function findRichest(context: BrowserContext, address: string): Promise<string | undefined> {
  const rows = (await list(context, address, 'all')).filter(
    ({ customer, language, state }) => customer.name && language === 'en' && state !== 'closed',
  )
  const withPerson = rows.filter(({ state }) => state === 'person')
  return (withPerson.length > 0 ? withPerson : rows).toSorted((a, b) => (b.stake?.total ?? 0) - (a.stake?.total ?? 0))[0]?.id
}

/** Fonts loaded, first data drawn, arrivals at rest. Live connections stay open, so "no traffic" never comes. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.waitForTimeout(1500)
}

async function take(page: Page, file: string): Promise<void> {
  await page.screenshot({ path: join(album, file), animations: 'disabled' })
  process.stdout.write(`  docs/pictures/${file}\n`)
}

/** A step that makes a picture better but is not worth failing for: tried three times, then left out and said so. */
async function patiently(step: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await step()
      return
    } catch (error) {
      if (tries < 3) continue
      process.stdout.write(`  left out: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`)
      return
    }
  }
}

/** As a newcomer starts it, only with settings of its own. */
function start(port: number, data: string): ChildProcess {
  const own = { DATABASE_URL: '', PUBLIC_URL: '', SMTP_URL: '', SAMBUT_DEMO: '', HOST: '' }
  const env = Object.fromEntries(Object.entries({ ...process.env, ...own }).filter(([, value]) => value !== ''))
  const args = ['scripts/start.mjs', '--host', '127.0.0.1', '--port', String(port), '--data', data]
  return spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

async function until(what: string, seconds: number, holds: () => Promise<boolean>, server?: ChildProcess): Promise<void> {
  const deadline = performance.now() + seconds * 1000
  while (!(await holds())) {
    if (server && server.exitCode !== null) throw new Error(`the server ended before ${what}; it says why above`)
    if (performance.now() > deadline) throw new Error(`waited ${seconds} s in vain until ${what}`)
    await wait(500)
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch (error) {
    // Nobody listens yet: asked again until the deadline.
    if (error instanceof TypeError) return false
    throw error
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0))
    })
  })
}

/** The finder is plain JavaScript, because it also serves before our packages are there: its type is said here. */
async function findChromium(): Promise<string> {
  const finder = (await import(new URL('./chromium.mjs', import.meta.url).href)) as { findOrInstallChromium: () => Promise<string> }
  return finder.findOrInstallChromium()
}

await main()
