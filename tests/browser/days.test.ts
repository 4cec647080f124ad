import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { furnish } from '../world/company.ts'
import { command, isAt, pressOn, tabTo } from '../world/hands.ts'
import { sentencesOf } from '../world/sentences.ts'
import { type Visitor, visitAs } from '../world/visitor.ts'
import { findBarriers, openWindows, type Windows } from '../world/windows.ts'
import { type Member, makeWorld, type World } from '../world/world.ts'

/** Whole days of those who serve, lead and own: on a desk by keyboard alone, on a phone by finger. Pictures lie in build/pictures. */
const pictures = join(import.meta.dirname, '../../build/pictures')
const password = 'a long walk to work'
let world: World
let windows: Windows
beforeAll(() => mkdirSync(pictures, { recursive: true }))
beforeEach(async () => {
  world = await makeWorld()
  await furnish(world)
  windows = await openWindows(world)
  return async () => {
    await windows.close()
    await world.stop()
  }
}, 60_000)

const languages = ['en', 'th'] as const
/** Each day in one language, the languages by turns; `DAYS=all` walks every day in both, which takes some minutes. */
const inTurn = (first: (typeof languages)[number]) => (process.env['DAYS'] === 'all' ? languages : [first])
const asOwner = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown) => world.request(method, path, { body })
const shoot = (page: Page, name: string) => page.screenshot({ path: join(pictures, `day-${name}.png`) })
const emailOf = (member: Member) => `${member.person}@example.test`
const dutyOf = (page: Page, presence: string) => page.locator(`.me-button .me-dot.is-${presence}`)

/** A customer's window to the desk: what was said in it by people. */
async function heard(customer: Visitor, words: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await customer.look()
        return customer.said('person')
      },
      { timeout: 15_000 },
    )
    .toContain(words)
}

/** Somebody who serves, with a password, a saved reply, a colleague on duty and one customer whom the assistant helps. */
async function beginDay(language: (typeof languages)[number]): Promise<{ anna: Member; bo: Member; customer: Visitor; id: string }> {
  const anna = await world.makePerson('lead', { name: 'Anna Tamm', languages: [language], capacity: 5 })
  const bo = await world.makePerson('team', { name: 'Bo Lind', languages: ['zh'], capacity: 5 })
  await world.request('POST', '/v1/me/password', { cookie: anna.cookie, body: { password } })
  await world.request('POST', '/v1/replies', { cookie: anna.cookie, body: { shortcut: 'late', text: 'Sorry that it is late.', own: false } })
  await world.request('PATCH', '/v1/me', { cookie: anna.cookie, body: { language } })
  await asOwner('PUT', '/v1/holding', { answerMinutes: 30, wrapUpSeconds: 300, weights: {} })
  const customer = await visitAs(world, { language })
  const { body } = await customer.write(language === 'th' ? 'คืนสินค้าได้ภายในกี่วัน' : 'How long may I return something after delivery?')
  await world.settled()
  return { anna, bo, customer, id: body.conversation }
}

for (const language of inTurn('en'))
  test(`somebody who serves works a whole day without a mouse (${language})`, { timeout: 300_000 }, async () => {
    const says = sentencesOf(language)
    const { anna, bo, customer, id } = await beginDay(language)
    const page = await windows.door({ language })
    const write = (mode: 'reply' | 'note') => page.getByRole('textbox', { name: says(`conversations:${mode}`), exact: true })

    await tabTo(page, page.getByRole('textbox', { name: says('console:sign-in.email') }))
    await page.keyboard.type(emailOf(anna))
    await tabTo(page, page.getByLabel(says('console:sign-in.password')).first())
    await page.keyboard.type(password)
    await shoot(page, `team-door-${language}`)
    await page.keyboard.press('Enter')
    await page.locator('.rail').waitFor()
    await command(page, says('console:presence.on'))
    await dutyOf(page, 'on').waitFor()
    await world.request('PUT', '/v1/me/presence', { cookie: bo.cookie, body: { presence: 'on' } })

    await command(page, says('conversations:command.view', { view: says('conversations:view.assistant') }))
    await page.locator('.conv').first().waitFor()
    await page.keyboard.press('j')
    await page.waitForURL(new RegExp(id))
    await page
      .getByRole('button', { name: says('conversations:take') })
      .first()
      .waitFor()
    await page.keyboard.press('t')
    await page.keyboard.press('r')
    await write('reply').waitFor()
    await tabTo(page, write('reply'))
    await page.keyboard.type('You have 30 days.')
    await page.keyboard.press('Control+Enter')
    await shoot(page, `team-undo-${language}`)
    await heard(customer, 'You have 30 days.')
    await tabTo(page, write('reply'))
    await page.keyboard.press('Escape')

    await page.keyboard.press('n')
    await write('note').waitFor()
    await expect.poll(() => isAt(write('note'))).toBe(true)
    await page.keyboard.type('Was friendly.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.note').getByText('Was friendly.').waitFor()
    await page.keyboard.press('Escape')
    await shoot(page, `team-note-${language}`)

    await page.keyboard.press('/')
    await expect.poll(() => write('reply').inputValue()).toBe('/')
    await page.keyboard.type('lat')
    await page.locator('.offers').getByText('/late').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => write('reply').inputValue()).toBe('Sorry that it is late.')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Escape')

    await page.keyboard.press('l')
    await page.getByRole('textbox', { name: says('conversations:labels.title') }).waitFor()
    await page.keyboard.type('returns')
    await page.keyboard.press('Enter')
    await page.locator('.marks').getByText('returns').waitFor()
    await shoot(page, `team-label-${language}`)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await heard(customer, 'Sorry that it is late.')

    await page.keyboard.press('s')
    await page.getByRole('textbox', { name: says('conversations:snooze.title') }).waitFor()
    await page.keyboard.type(says('conversations:snooze.reply'))
    await shoot(page, `team-snooze-${language}`)
    // The screen shows it before the server has it, and only what the server has is woken by a word.
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/v1/conversations/changes'))
    await page.keyboard.press('Enter')
    expect((await kept).ok()).toBe(true)
    await page.locator('.marks').getByText(says('conversations:snooze.until-reply')).waitFor()
    await customer.write('And one more thing.')
    await page.locator('.marks').getByText(says('conversations:snooze.until-reply')).waitFor({ state: 'hidden' })

    await pressOn(page, page.getByRole('button', { name: says('conversations:pass-on') }))
    await tabTo(page, page.getByRole('combobox', { name: says('conversations:pass.to') }))
    await page.keyboard.type('Bo')
    await page.getByRole('option').filter({ hasText: 'Bo Lind' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('textbox', { name: says('conversations:pass.note') }))
    await page.keyboard.type('Please look.')
    await shoot(page, `team-pass-${language}`)
    await pressOn(page, page.getByRole('button', { name: says('conversations:pass.ask') }))
    await page.locator('.desk-note').waitFor()
    await world.request('PUT', `/v1/conversations/${id}/transfer`, { cookie: bo.cookie, body: { accept: false } })
    await page.locator('.desk-note').waitFor({ state: 'hidden' })
    expect(await findBarriers(page)).toEqual([])

    await page.keyboard.press('e')
    const ready = page.getByRole('button', { name: says('queue:desk.ready') })
    await ready.waitFor()
    await shoot(page, `team-wrap-up-${language}`)
    await pressOn(page, ready)
    await ready.waitFor({ state: 'hidden' })
    await command(page, says('console:presence.off'))
    await dutyOf(page, 'off').waitFor()
    await customer.untilPhase(/closed/)
  })

for (const language of inTurn('th'))
  test(`somebody who serves works a whole day on a phone (${language})`, { timeout: 300_000 }, async () => {
    const says = sentencesOf(language)
    const { anna, customer } = await beginDay(language)
    const page = await windows.door({ language, phone: true })
    const tapOn = (name: string) => page.getByRole('button', { name, exact: false }).first().tap()
    const write = (mode: 'reply' | 'note') => page.getByRole('textbox', { name: says(`conversations:${mode}`), exact: true })
    const duty = async (presence: string) => {
      await page.locator('.me-button').tap()
      await page.getByRole('menuitem', { name: says(`console:presence.${presence}`) }).tap()
      await dutyOf(page, presence).waitFor()
    }
    const more = async (name: string) => {
      await tapOn(says('console:more'))
      await page
        .getByRole('menuitem', { name: says(`conversations:command.${name}`) })
        .first()
        .tap()
    }

    await page.getByRole('textbox', { name: says('console:sign-in.email') }).fill(emailOf(anna))
    await page.getByLabel(says('console:sign-in.password')).first().fill(password)
    await page.getByRole('button', { name: says('console:sign-in.enter'), exact: true }).tap()
    await page.locator('.rail').waitFor()
    await duty('on')
    await page
      .locator('.tabs')
      .getByRole('tab', { name: says('conversations:view.assistant') })
      .tap()
    await shoot(page, `phone-list-${language}`)
    await page.locator('.conv').first().tap()
    await tapOn(says('conversations:take'))
    await write('reply').fill('You have 30 days.')
    await shoot(page, `phone-reply-${language}`)
    await page.locator('.write-acts .push').tap()
    await shoot(page, `phone-undo-${language}`)
    await heard(customer, 'You have 30 days.')
    await page.getByRole('tab', { name: says('conversations:note') }).tap()
    await write('note').fill('Was friendly.')
    await page.locator('.write-acts .push').tap()
    await page.locator('.note').getByText('Was friendly.').waitFor()
    await more('label')
    await page.getByRole('textbox', { name: says('conversations:labels.title') }).fill('returns')
    await page.locator('.pick button').first().tap()
    await page.locator('.marks').getByText('returns').waitFor()
    await shoot(page, `phone-label-${language}`)
    await page.keyboard.press('Escape')
    await more('snooze')
    await page
      .locator('.pick button')
      .filter({ hasText: says('conversations:snooze.reply') })
      .tap()
    await page.locator('.marks').getByText(says('conversations:snooze.until-reply')).waitFor()
    await shoot(page, `phone-snoozed-${language}`)
    expect(await findBarriers(page)).toEqual([])
    await customer.write('And one more thing.')
    await page.locator('.marks').getByText(says('conversations:snooze.until-reply')).waitFor({ state: 'hidden' })
    await tapOn(says('conversations:resolve'))
    await tapOn(says('queue:desk.ready'))
    await duty('off')
    await customer.untilPhase(/closed/)
  })

for (const language of inTurn('th'))
  test(`a lead moves a customer, compares two weeks and looks behind a figure without a mouse (${language})`, { timeout: 300_000 }, async () => {
    const says = sentencesOf(language)
    const lead = await world.makePerson('lead', { name: 'Lea Kask', languages: [language] })
    const bo = await world.makePerson('team', { name: 'Bo Lind', languages: [language] })
    const mai = await world.makePerson('team', { name: 'Mai Suksai', languages: [language] })
    await world.request('PUT', '/v1/me/presence', { cookie: bo.cookie, body: { presence: 'on' } })
    const customer = await visitAs(world, { language })
    await customer.write(language === 'th' ? 'ขอคุยกับเจ้าหน้าที่' : 'A person please, my table is late')
    await world.settled()
    await world.request('PUT', '/v1/me/presence', { cookie: mai.cookie, body: { presence: 'on' } })
    const page = await windows.console(lead, { language })

    await page.locator('.rail').waitFor()
    await command(page, says('console:places.floor'))
    await page.locator('.people-holds').first().waitFor()
    await tabTo(page, page.locator('.people-holds a').first())
    await page.keyboard.press('a')
    const mais = page.getByRole('menuitem', { name: 'Mai Suksai' })
    await mais.waitFor()
    await shoot(page, `lead-move-${language}`)
    for (let step = 0; step < 5 && !(await isAt(mais)); step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.people-row').filter({ hasText: 'Mai Suksai' }).locator('.people-holds').waitFor()
    await shoot(page, `lead-floor-${language}`)
    expect(await findBarriers(page)).toEqual([])

    await command(page, says('console:places.results'))
    await page.locator('.figure').first().waitFor()
    const compared = page.locator('.results-compared')
    const before = await compared.textContent()
    await tabTo(page, page.getByRole('radiogroup', { name: says('metrics:period') }).getByRole('radio', { checked: true }))
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => compared.textContent()).not.toBe(before)
    await pressOn(page, page.locator('.figure').first())
    await page.getByRole('dialog').waitFor()
    await shoot(page, `lead-evidence-${language}`)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(() => isAt(page.locator('.figure'))).toBe(true)
    expect(await findBarriers(page)).toEqual([])
    await command(page, says('console:settings.audit'))
    await page.getByText(says('trust:audit.own-only')).waitFor()
  })

for (const language of inTurn('en'))
  test(`an owner sets hours, writes an article, a greeting and an invitation without a mouse (${language})`, { timeout: 300_000 }, async () => {
    const says = sentencesOf(language)
    const week = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, []]))
    await asOwner('PUT', '/v1/hours', { timeZone: 'Asia/Bangkok', week, holidays: [] })
    const page = await windows.console(world.owner, { language })
    const button = (key: string) => page.getByRole('button', { name: says(key), exact: true })
    await page.locator('.rail').waitFor()

    await command(page, says('console:settings.hours'))
    await pressOn(page, page.locator('.hours-day').first().locator('.hours-acts button').first())
    await pressOn(page, button('console:save'))
    await page.getByText(says('team:hours.saved')).waitFor()
    await shoot(page, `owner-hours-${language}`)
    expect(await findBarriers(page)).toEqual([])

    await command(page, says('console:places.knowledge'))
    await pressOn(page, button('knowledge:new'))
    await tabTo(page, page.getByRole('textbox', { name: says('knowledge:article-title') }))
    await page.keyboard.type('Gift cards')
    await tabTo(page, page.getByRole('textbox', { name: says('knowledge:body') }))
    await page.keyboard.type('## How they work\n\nThey are valid for **two years**.')
    await shoot(page, `owner-article-${language}`)
    await page.keyboard.press('Shift+Tab')
    for (let stop = 0; stop < 30 && !(await isAt(button('knowledge:save'))); stop++) await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText(says('knowledge:saved'), { exact: true }).waitFor()
    await pressOn(page, button('knowledge:publish'))
    await page.getByText(says('knowledge:now-published')).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await pressOn(page, button('knowledge:import'))
    await button('first-run:articles.choose').waitFor()
    expect(await findBarriers(page)).toEqual([])

    await command(page, says('console:settings.appearance'))
    await tabTo(page, page.getByRole('textbox', { name: says('channels:look.greeting') }))
    await page.keyboard.type('Welcome in!')
    await pressOn(page, button('console:save'))
    await page.getByText(says('channels:look.saved')).waitFor()
    await shoot(page, `owner-look-${language}`)
    expect(await findBarriers(page)).toEqual([])

    await command(page, says('console:settings.team'))
    await pressOn(page, button('team:invite'))
    await page.getByRole('dialog').waitFor()
    const field = (key: string) => page.getByRole('dialog').getByRole('textbox', { name: says(key) })
    await tabTo(page, field('team:name'))
    await page.keyboard.type('Nok Suksai')
    await tabTo(page, field('team:email'))
    await page.keyboard.type('nok@example.test')
    await shoot(page, `owner-invite-${language}`)
    await pressOn(page, button('team:invite-send'))
    await page.getByText(says('team:invited', { name: 'Nok Suksai' })).waitFor()
    await shoot(page, `owner-invited-${language}`)
    await page.keyboard.press('Escape')

    await command(page, says('console:settings.audit'))
    await page.locator('table.audit').getByText(says('trust:audit.actions.POST team')).waitFor()
    await shoot(page, `owner-audit-${language}`)
    expect(await findBarriers(page)).toEqual([])
  })
