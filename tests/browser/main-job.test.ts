import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import console_en from '../../locales/en/conversations.json' with { type: 'json' }
import widget_en from '../../locales/en/widget.json' with { type: 'json' }
import console_th from '../../locales/th/conversations.json' with { type: 'json' }
import widget_th from '../../locales/th/widget.json' with { type: 'json' }
import { furnish } from '../world/company.ts'
import { findBarriers, openWindows, type Windows } from '../world/windows.ts'
import { makeWorld, type World } from '../world/world.ts'

const pictures = join(import.meta.dirname, '../../build/pictures')
const words = {
  en: {
    widget: widget_en,
    console: console_en,
    question: 'How long may I return something after delivery?',
    fact: '30 days',
    reply: 'Hello, this is Anna. I have read everything.',
  },
  th: { widget: widget_th, console: console_th, question: 'คืนสินค้าได้ภายในกี่วัน', fact: '30 วัน', reply: 'สวัสดีค่ะ แอนนาอ่านทุกอย่างแล้วค่ะ' },
}

let world: World
let windows: Windows
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  world = await makeWorld()
  await furnish(world)
  windows = await openWindows(world)
})
afterAll(async () => {
  await windows.close()
  await world.stop()
})

for (const language of ['en', 'th'] as const) {
  test(`a customer is helped while waiting, served by a person and asked how easy it was (${language})`, { timeout: 120_000 }, async () => {
    const { widget, console: team, question, fact, reply } = words[language]
    const anna = await world.makePerson('team', { name: 'Anna Tamm', languages: [language] })
    const customer = await windows.customer({ language })
    const desk = await windows.console(anna, { language })
    const shoot = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}-${language}.png`) })

    await customer.getByRole('button', { name: widget.open }).click()
    await customer.getByRole('textbox', { name: widget.write }).fill(question)
    await customer.keyboard.press('Enter')
    await customer.getByText(fact, { exact: false }).first().waitFor()
    await customer.getByRole('button', { name: widget.solvedYes }).waitFor()
    await shoot(customer, 'widget-answer')

    await customer.getByRole('button', { name: widget.talkToPerson }).click()
    await customer.getByText(widget.nobodyIn, { exact: false }).first().waitFor()
    await shoot(customer, 'widget-nobody-in')

    await desk.request.put(`${windows.address}/v1/me/presence`, { data: { presence: 'on' } })
    await desk.getByRole('tab', { name: team.view.mine }).click()
    await desk.locator('.conv').first().click()
    await desk.getByRole('article').waitFor()
    await desk.getByRole('textbox', { name: team.reply, exact: true }).fill(reply)
    await shoot(desk, 'inbox')
    await desk.keyboard.press('Control+Enter')
    await customer.getByText(reply).waitFor()
    await shoot(customer, 'widget-person')
    expect(await findBarriers(desk)).toEqual([])
    expect(await findBarriers(customer)).toEqual([])

    await desk.getByRole('button', { name: team.resolve }).click()
    const easy = customer.getByRole('radio', { name: /7/ })
    await easy.waitFor({ state: 'attached' })
    await customer.getByText(widget.effortHigh).waitFor()
    await shoot(customer, 'widget-effort')
    await easy.check({ force: true })
    await customer.locator('.effort button[type=submit]').click()
    await customer.getByText(widget.effortThanks).waitFor()

    await desk.request.put(`${windows.address}/v1/me/presence`, { data: { presence: 'off' } })
    await world.settled()
    const results = await world.request<{ figures: { metric: string; value: number | null; n: number }[] }>('GET', '/v1/results')
    expect(results.body.figures.find((figure) => figure.metric === 'customer-effort')).toMatchObject({ value: 7 })
  })
}
