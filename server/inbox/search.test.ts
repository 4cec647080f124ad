import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConversationPage } from '../../contract/conversations.ts'
import type { Language } from '../../core/language.ts'
import { furnish } from '../../tests/world/company.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { type Member, makeWorld, type World } from '../../tests/world/world.ts'
import { type MessageReader, startMessageReader } from '../knowledge/message-terms.ts'
import { many, one, sql } from '../platform/db.ts'

let world: World
let reader: MessageReader
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  reader = startMessageReader(world.platform)
})
afterAll(async () => {
  await reader.stop()
  await world.stop()
})

async function find(search: string, as: Member = world.owner): Promise<ConversationPage['rows']> {
  const path = `/v1/conversations?${new URLSearchParams({ view: 'all', search })}`
  return (await world.request<ConversationPage>('GET', path, { cookie: as.cookie })).body.rows
}
const findIds = async (search: string) => (await find(search)).map(({ id }) => id)

/** Somebody writes, and what was written is read. */
async function written(text: string, language: Language = 'en'): Promise<string> {
  const visitor = await visitAs(world, { language })
  const { body } = await visitor.write(text)
  await world.settled()
  await reader.read()
  return body.conversation
}

test('a word is found by what it means, in whichever of the six languages it was said', async () => {
  const said = new Map<string, string>()
  for (const [language, text] of [
    ['en', 'Is my shelf still under warranty?'],
    ['ms', 'Adakah waranti rak saya masih sah?'],
    ['id', 'Apakah garansi rak ini masih berlaku?'],
    ['th', 'ชั้นวางยังอยู่ในประกันไหมคะ'],
    ['zh', '我的书架还在保修期内吗'],
    ['et', 'Kas riiuli garantii kehtib veel?'],
  ] as const)
    said.set(text, await written(text, language))
  for (const search of ['guarantee', 'waranti', 'garansi', 'ประกัน', '保修', 'garantii', 'shelf guarantee']) {
    const rows = await find(search)
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...said.values()]))
    for (const [text, id] of said) expect(rows.find((row) => row.id === id)?.hit?.text).toBe(text)
  }
})

test('what is typed so far is enough, and so are a number, an address, a phrase and the inside of a word', async () => {
  const id = await written('The xylophone of order RK-20418 was promised to anna.lim@kitchen.test, and it does not sound.')
  for (const search of [
    'xylo',
    'xylophones sounded',
    'RK-20418',
    'rk20418',
    '20418',
    'order 20418 xyl',
    'kitchen.test',
    'lim@kitchen',
    '"does not sound"',
    'lophon',
  ])
    expect([search, await findIds(search)]).toEqual([search, [id]])
  for (const search of ['"sound not does"', 'xylophone RK-20419', 'from:assistant xylophone', 'xylophone before:2020-01-01'])
    expect([search, await findIds(search)]).toEqual([search, []])
  expect(await findIds('xylophone from:customer after:2020-01-01')).toEqual([id])
})

test('who searches all conversations searches those that are closed too', async () => {
  const id = await written('The accordion was repaired')
  await world.platform.database.inAccount(world.account, (db) =>
    sql`update conversations set closed_at = now() where account = ${world.account} and id = ${id}`.execute(db),
  )
  expect(await findIds('accord')).toEqual([id])
  expect(await findIds('accord in:open')).toEqual([])
})

test('Thai and Chinese are found wherever they stand', async () => {
  const thai = await written('ขอใบเสนอราคาตู้กับข้าวครับ', 'th')
  const chinese = await written('请问木琴怎么调音', 'zh')
  expect(await findIds('ราคาตู้')).toEqual([thai])
  expect(await findIds('กับข้าว')).toEqual([thai])
  expect(await findIds('琴怎')).toEqual([chinese])
  expect(await findIds('木琴')).toEqual([chinese])
})

test('of a long message the piece is given in which the word stands', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write(`${'I have told you all of this before. '.repeat(30)}It is about my Vibraphone. ${'Thank you. '.repeat(60)}`)
  await world.settled()
  const [row] = await find('vibraphone')
  expect(row?.id).toBe(body.conversation)
  expect(row?.hit?.text).toMatch(/^….{0,60}Vibraphone\. Thank you/)
})

test('the hit is the message that says it, not the last one', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write('The theremin hums')
  const { body } = await visitor.write('Hello?')
  await world.settled()
  await reader.read()
  expect(await find('theremins')).toMatchObject([{ id: body.conversation, hit: { text: 'The theremin hums' } }])
})

test('a text that was taken away is not found any more, nor what it meant', async () => {
  const id = await written('My glockenspiel password is swordfish')
  await world.platform.database.inAccount(world.account, (db) =>
    sql`update messages set text = '…' where account = ${world.account} and conversation = ${id} and text like '%swordfish%'`.execute(db),
  )
  expect(await findIds('glockenspiels swordfish')).toEqual([])
  await reader.read()
  expect(await findIds('glockenspiel')).toEqual([])
  const kept = await many(
    world.platform.database.platform,
    sql`select 1 from messages where account = ${world.account} and terms @@ '''swordfish'''::tsquery`,
  )
  expect(kept).toEqual([])
})

test('nobody finds what another company was told', async () => {
  await written('The bandoneon squeaks')
  const { owner } = await world.makeAccount()
  expect((await find('bandoneon')).length).toBe(1)
  expect(await find('bandoneon', owner)).toEqual([])
  expect(await find('bandoneons squeaking', owner)).toEqual([])
})

test('what goes along the index sees one company alone, and without a company nothing', async () => {
  await written('The hurdy-gurdy squeals')
  const { account } = await world.makeAccount()
  const { database } = world.platform
  const said = sql<{ conversation: string }>`select conversation from messages_that_say('''gurdy'''::tsquery, '{}', '{%gurdy%}')`
  expect(await database.inAccount(world.account, (db) => many(db, said))).toHaveLength(1)
  expect(await database.inAccount(account, (db) => many(db, said))).toEqual([])
  await sql`update messages set terms = null where account = ${world.account} and text like '%gurdy%'`.execute(database.platform)
  expect(await database.inAccount(world.account, (db) => many(db, said))).toHaveLength(1)
  expect(await database.inAccount(account, (db) => many(db, said))).toEqual([])
  const ofNobody = database.platform.transaction().execute(async (db) => {
    await sql`select set_config('role', 'sambut_app', true)`.execute(db)
    return many(db, said)
  })
  expect(await ofNobody).toEqual([])
})

test('all pages of a search are of one search', async () => {
  const inside = await written('The axyloba is out of tune')
  const whole = await written('The xylobar is out of tune')
  const page = async (more: Record<string, string>) => {
    const query = new URLSearchParams({ view: 'all', limit: '1', ...more })
    const { body } = await world.request<ConversationPage>('GET', `/v1/conversations?${query}`)
    return { ids: body.rows.map(({ id }) => id), total: body.total, cursor: body.cursor ?? '' }
  }
  const first = await page({ search: 'xyloba' })
  expect(first).toMatchObject({ ids: [whole], total: 1 })
  expect(await page({ search: 'xyloba', cursor: first.cursor })).toMatchObject({ ids: [], total: 1 })
  expect(await page({ search: 'xyloba', offset: '1' })).toMatchObject({ ids: [], total: 1 })
  // No word begins so: the inside of words is meant, on every page.
  const inner = await page({ search: 'yloba' })
  expect(inner).toMatchObject({ ids: [whole], total: 2 })
  expect(await page({ search: 'yloba', cursor: inner.cursor })).toMatchObject({ ids: [inside], total: 2 })
  expect(await page({ search: 'yloba', offset: '1' })).toMatchObject({ ids: [inside], total: 2 })
})

test('a number in quotation marks is looked for in what was said, and a quotation may still be open', async () => {
  const id = await written('The meter of the sackbut shows 7')
  expect(await findIds('"shows 7"')).toEqual([id])
  expect(await findIds('"meter of the sackb')).toEqual([id])
  expect(await findIds('meter "of the sackbuts')).toEqual([])
  expect(await findIds('"7"')).toEqual([id])
})

test('what was said before the upgrade is found by its letters at once, and by its meaning when it has been read', async () => {
  const id = await written('Minu klavessiini garantii', 'et')
  await reader.stop()
  const forget = sql`update messages set terms = null where account = ${world.account}`
  const left = sql<{ n: number }>`select count(*)::int as n from messages where terms is null and author <> 'system'`
  await forget.execute(world.platform.database.platform)
  expect(await findIds('klavessiini gar')).toEqual([id])
  expect(await findIds('klavessiin guarantee')).toEqual([])
  const nodes = [startMessageReader(world.platform), startMessageReader(world.platform)]
  await Promise.all(nodes.map((node) => node.read()))
  await Promise.all(nodes.map((node) => node.stop()))
  expect(await one(world.platform.database.platform, left)).toEqual({ n: 0 })
  expect(await findIds('klavessiin guarantee')).toEqual([id])
})
