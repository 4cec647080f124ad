import { afterAll, beforeAll, expect, test } from 'vitest'
import { plant, traces, watch } from '../../lab/console/traps.ts'
import { findViews, settle } from '../../lab/console/views.ts'
import { furnish } from '../world/company.ts'
import { openWindows, type Windows } from '../world/windows.ts'
import { makeWorld, type World } from '../world/world.ts'

/** Our own small set; the laboratory sends whole collections (`lab/console/payloads.ts`). */
const payloads = [
  '<script>window.xssed=1</script>',
  '<img src=x onerror="window.xssed=1">',
  '"><svg/onload=window.xssed=1>',
  "';window.xssed=1;//",
  '<iframe src="javascript:parent.xssed=1"></iframe>',
  '[a link](javascript:window.xssed=1) and **[another](data:text/html,<script>1</script>)**',
  '<a href="javascript:window.xssed=1">press</a>',
  '</textarea></title></style><script>window.xssed=1</script>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.xssed=1>',
  '{{constructor.constructor("window.xssed=1")()}} \u0024{window.xssed=1} $t(window)',
  '<form action="https://elsewhere.example"><input name=password></form><base href="https://elsewhere.example">',
  '<img src="https://elsewhere.example/seen.png"><link rel=stylesheet href=https://elsewhere.example/a.css>',
  '\u202e<b>txet desrever</b>\u202c\u0000\ud83d',
  '__proto__',
]

let world: World
let windows: Windows
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  windows = await openWindows(world)
}, 60_000)
afterAll(async () => {
  await windows.close()
  await world.stop()
})

test('whatever a customer or a colleague writes is shown as words, and nothing of it runs or reaches out', { timeout: 150_000 }, async () => {
  const page = await windows.console(world.owner, { language: 'en' })
  const company = { address: windows.address, site: world.site, key: await world.makeKey('events') }
  const conversations = await plant(page.context(), company, payloads)
  await world.settled()
  const seen = watch(page)
  const views = await findViews(page, windows.address)
  for (const path of [...conversations.map((one) => `/console/inbox/${one}`), ...views.map((view) => view.path)]) {
    await page.goto(`${windows.address}${path}`)
    await settle(page)
    seen.push(...(await traces(page)).map((trace) => `${path}: ${trace}`))
  }
  expect(seen).toEqual([])

  const customer = await windows.customer({ language: 'en' })
  const heard = watch(customer)
  await customer.locator('sambut-chat .launcher').click()
  const field = customer.locator('sambut-chat .write textarea')
  await field.fill(payloads[1] ?? '')
  await field.press('Enter')
  await customer
    .locator('sambut-chat .log')
    .getByText(payloads[1] ?? '')
    .waitFor()
  heard.push(...(await traces(customer)).map((trace) => `widget: ${trace}`))
  expect(heard).toEqual([])
})
