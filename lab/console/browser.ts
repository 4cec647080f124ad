import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import type { Language } from '../../core/language.ts'

/** How a person looks at it. `settings` of the person are changed with it: language and appearance. */
export interface Look {
  language: Language
  dark: boolean
  phone: boolean
}

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** Where browsers usually are; CHROMIUM names another. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

export function openBrowser(extra: string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place))
  if (!executablePath) throw new Error('no Chromium is here: set CHROMIUM to its path')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...extra] })
}

/** Signs in as one of the demo company's people. */
export async function signedIn(browser: Browser, address: string, role: 'owner' | 'lead' | 'team', look: Look): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: look.phone ? phone : desk,
    locale: look.language,
    colorScheme: look.dark ? 'dark' : 'light',
    hasTouch: look.phone,
    isMobile: look.phone,
    reducedMotion: 'reduce',
  })
  const { people } = (await (await context.request.get(`${address}/v1/demo/people`)).json()) as { people: { role: string; email: string }[] }
  const person = people.find((one) => one.role === role)
  if (!person) throw new Error(`the demo company has nobody to sign in as ${role}`)
  const answer = await context.request.post(`${address}/v1/demo/session`, { data: { email: person.email } })
  if (!answer.ok()) throw new Error(`signing in was refused: ${answer.status()} ${await answer.text()}`)
  const changed = await context.request.patch(`${address}/v1/me`, { data: { language: look.language } })
  if (!changed.ok()) throw new Error(`the language was refused: ${changed.status()} ${await changed.text()}`)
  return context
}
