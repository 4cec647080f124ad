import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trainIntents } from './intent-training.ts'
import { readMessage } from './read.ts'
import type { Reading, Span } from './reading.ts'

const model = trainIntents(
  [
    { text: 'where is my parcel', intent: 'where-is-it' },
    { text: 'when does it arrive', intent: 'where-is-it' },
    { text: 'I want my money back', intent: 'money-back' },
    { text: 'refund please', intent: 'money-back' },
  ],
  { seed: 1, meaning: null },
)
const beside = { weights: null, model, before: null, hint: null }

const spansOf = ({ language, wantsPerson, intent, mood, vulnerable, facts }: Reading): Span[] => [
  ...[language, wantsPerson, intent, mood, vulnerable].flatMap(({ because }) => because),
  ...facts.map(({ span }) => span),
]

test('one message is read in every respect at once', () => {
  const reading = readMessage('RK-20418 is late again, this is awful. Get me a human!', beside)
  expect(reading.language.is).toBe('en')
  expect(reading.wantsPerson.is).toBe(true)
  expect(reading.mood.is.polarity).toBe('negative')
  expect(reading.facts.map(({ value }) => value)).toEqual(['RK-20418'])
  expect(reading.vulnerable.is).toBe(false)
})

test('what names no matter is none, unless the company has a name for it', () => {
  for (const text of ['hello? I am still waiting', 'thanks, that is all', 'I already told you'])
    expect(readMessage(text, beside)).toMatchObject({ intent: { is: null }, intents: [] })
  expect(readMessage('my parcel is still not here', beside).aside).toBeUndefined()
  const greets = trainIntents(
    ['hello', 'hi there', 'good morning', 'thanks']
      .map((text) => ({ text, intent: 'greeting' }))
      .concat({ text: 'where is my parcel', intent: 'where-is-it' }),
    { seed: 1, meaning: null },
  )
  expect(greets.asides).toEqual(['greeting'])
  expect(readMessage('hello', { ...beside, model: greets })).toMatchObject({ intent: { is: 'greeting' }, aside: 'hello' })
})

test('a bare request for a person is about nothing yet; one with a matter is', () => {
  for (const text of ['I want to talk to a human please', 'refund please, I want to speak to a person']) {
    const reading = readMessage(text, beside)
    expect(reading.wantsPerson.is).toBe(true)
    expect(reading.intent.is).toBe(text.startsWith('refund') ? 'money-back' : null)
  }
  for (const text of ['saya nak cakap dengan manusia', 'mau ngomong sama orang dong', 'ขอคุยกับเจ้าหน้าที่ค่ะ', '转人工客服谢谢', 'saaks inimesega rääkida'])
    expect(readMessage(text, beside)).toMatchObject({ wantsPerson: { is: true }, intent: { is: null }, intents: [] })
})

test('without any model a request for a person is heard all the same', () => {
  expect(readMessage('ขอคุยกับคน', { weights: null, model: null, before: null, hint: null })).toMatchObject({
    wantsPerson: { is: true },
    intent: { is: null },
  })
})

test('in a very long message the request in its middle is heard and the words at its end are placed right', () => {
  const filler = 'The table is of oak and stands in the hall. '.repeat(300)
  const text = `${filler} I want to talk to a human. ${filler} This is awful.`
  const reading = readMessage(text, beside)
  expect(reading.wantsPerson.is).toBe(true)
  for (const { from, to, text: part } of spansOf(reading)) expect(text.slice(from, to)).toBe(part)
  expect(reading.mood.because.map((span) => span.text)).toContain('awful')
})

const pieces = fc.constantFrom(
  'agent',
  'ขอคุยกับคน',
  '人工',
  '轉',
  'human',
  'é',
  'İ',
  'ﬁ',
  '\ud83d',
  '\udc00',
  '\u0301',
  '\u200b',
  'RK-1234',
  '499 €',
  '!!',
  'ำ',
  'not good',
  '👩‍👩‍👧',
  '\n',
  ' ',
  ',',
)

test('no text whatever breaks the reading, and every span lies where it says', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  )
  fc.assert(
    fc.property(anyText, (text) =>
      spansOf(readMessage(text, beside)).every(({ from, to, text: part }) => from >= 0 && to <= text.length && text.slice(from, to) === part),
    ),
    { numRuns: 80 },
  )
})

test('the same message is always read the same', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      expect(readMessage(parts.join(' '), beside)).toEqual(readMessage(parts.join(' '), beside))
    }),
    { numRuns: 20 },
  )
})
