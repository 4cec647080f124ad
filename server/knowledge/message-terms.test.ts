import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { messageTerms, wantedTerms } from '../../core/knowledge/message-terms.ts'
import type { Language } from '../../core/language.ts'
import { furnish } from '../../tests/world/company.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { claimUnread } from '../conversations/terms.ts'
import { many, one, sql } from '../platform/db.ts'
import { failAt } from '../platform/failpoints.ts'
import { startMessageReader } from './message-terms.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
})
afterAll(() => world.stop())

const all = () => world.platform.database.platform

/** Whether PostgreSQL finds the message by this search. */
async function finds(search: string, text: string, language: Language): Promise<boolean> {
  const found = sql<{ is: boolean }>`select array_to_tsvector(${messageTerms(text, language)}::text[]) @@ ${wantedTerms(search)}::tsquery as is`
  return (await one(all(), found)).is
}

const said: [Language, string][] = [
  ['en', 'Is this still under warranty?'],
  ['ms', 'Adakah waranti masih sah?'],
  ['id', 'Apakah garansi ini masih berlaku?'],
  ['th', 'ยังอยู่ในประกันไหมคะ'],
  ['zh', '这个还在保修期内吗'],
  ['et', 'Kas garantii kehtib veel?'],
]

test('a word of any language finds what was said in any other', async () => {
  for (const search of ['guarantee', 'waranti', 'garansi', 'ประกัน', '保修', 'garantii'])
    for (const [language, text] of said) expect([search, language, await finds(search, text, language)]).toEqual([search, language, true])
  for (const [language, text] of said) expect(await finds('lamp', text, language)).toBe(false)
})

test('the forms of a word find each other', async () => {
  expect(await finds('deliveries', 'When was it delivered?', 'en')).toBe(true)
  expect(await finds('tellimuse', 'Mu tellimust ei ole', 'et')).toBe(true)
  expect(await finds('kirim', 'Tolong mengirimkan fakturnya', 'id')).toBe(true)
})

test('the root of a word in one language is not another word in the next', async () => {
  expect(await finds('card', 'The car is too small for it', 'en')).toBe(false)
  expect(await finds('en', 'The car is too small for it', 'en')).toBe(false)
})

test('numbers and addresses are found by their parts, with or without signs between', async () => {
  for (const search of ['RK-20418', 'rk20418', '20418', '204']) {
    expect(await finds(search, 'My order RK-20418 is late', 'en')).toBe(true)
    expect(await finds(search, 'my order rk20418 is late', 'en')).toBe(true)
  }
  for (const search of ['anna.lim@shop.test', 'anna.lim@', 'shop.test', 'lim'])
    expect(await finds(search, 'Write to anna.lim@shop.test please', 'en')).toBe(true)
  expect(await finds('RK-20419', 'My order RK-20418 is late', 'en')).toBe(false)
})

test('Thai and Chinese are found wherever they stand, also inside a longer word', async () => {
  expect(await finds('修期', '保修期还有多久', 'zh')).toBe(true)
  expect(await finds('期', '保修期还有多久', 'zh')).toBe(true)
  expect(await finds('ราคา', 'ขอใบเสนอราคาครับ', 'th')).toBe(true)
  expect(await finds('修理', '保修期还有多久', 'zh')).toBe(false)
})

test('small words of the language that is searched in do not stand in the way, and are found when they are all that is asked for', async () => {
  expect(await finds('the guarantee of my table', 'Berapa lama waranti meja ini?', 'ms')).toBe(true)
  expect(await finds('waranti untuk meja saya', 'Is the table still under warranty?', 'en')).toBe(true)
  expect(await finds('not', 'It does not shine', 'en')).toBe(true)
})

test('a small word of another language is a word, and so is a name that is one', async () => {
  expect(await finds('Tema invoice', 'Please send the invoice to Mrs Tema', 'en')).toBe(true)
  expect(await finds('invoice for Tema', 'Please send the invoice to Mrs Lim', 'en')).toBe(false)
  expect(await finds('Tema invoice', 'Please send the invoice to Mrs Lim', 'en')).toBe(false)
  expect(await finds('minu arve May', 'Kus on minu arve?', 'et')).toBe(false)
})

/** Each written by a customer of its own; what was said before, and what the assistant answers, is read already. */
async function written(...texts: string[]): Promise<void> {
  for (const text of texts) await (await visitAs(world, { language: 'en' })).write(text)
  await world.settled()
  await sql`update messages set terms = '' where terms is null and text <> all(${texts}::text[])`.execute(all())
}

const termsOf = async (start: string) =>
  (await one(all(), sql<{ terms: string[] | null }>`select tsvector_to_array(terms) as terms from messages where text like ${`${start}%`}`)).terms

test('long letters are read one at a time, short messages together: whoever writes meanwhile does not wait', async () => {
  await written(...Array.from({ length: 6 }, (_, at) => `Short ${at}`), ...Array.from({ length: 3 }, (_, at) => `Long ${at} ${'laud '.repeat(1000)}`))
  const rounds = await all()
    .transaction()
    .execute(async (db) => {
      const read: number[] = []
      for (let round = 0; round < 4; round++) {
        const some = await claimUnread(db, { messages: 50, characters: 4000 })
        read.push(some.length)
        for (const { customer, seq } of some) await sql`update messages set terms = '' where customer = ${customer} and seq = ${seq}`.execute(db)
      }
      return read
    })
  expect(rounds).toEqual([1, 1, 1, 6])
})

test('a message that cannot be read does not hold up the others', async () => {
  await written('The oboe hums', 'The cornet hums', 'The viola hums')
  let asked = 0
  onTestFinished(
    failAt('knowledge.before-terms', () => {
      asked += 1
      if (asked === 2) throw new RangeError('planted')
    }) as () => void,
  )
  const reader = startMessageReader(world.platform)
  await reader.read()
  await reader.stop()
  const terms = await Promise.all(['The oboe', 'The cornet', 'The viola'].map(termsOf))
  expect(terms.map((one) => one?.length)).toEqual([expect.toSatisfy((n) => n > 0), 0, expect.toSatisfy((n) => n > 0)])
})

test('a message whose terms the database does not take does not hold up the others', async () => {
  await sql`
    create function refuse_the_tuba() returns trigger language plpgsql as $$
    begin
      if new.text like 'The tuba%' and new.terms <> ''::tsvector then raise exception 'planted' using errcode = 'program_limit_exceeded'; end if;
      return new;
    end $$`.execute(all())
  await sql`create trigger planted before update on messages for each row execute function refuse_the_tuba()`.execute(all())
  onTestFinished(async () => {
    await sql`drop function refuse_the_tuba cascade`.execute(all())
  })
  await written('The flute hums', 'The tuba hums', 'The harp hums')
  const reader = startMessageReader(world.platform)
  await reader.read()
  await reader.stop()
  expect(await termsOf('The tuba')).toEqual([])
  expect(await termsOf('The flute')).toContain('flute')
  expect(await termsOf('The harp')).toContain('harp')
  expect(await many(all(), sql`select 1 from messages where terms is null and author <> 'system'`)).toEqual([])
})
