import { expect, test } from 'vitest'
import { codeOf, parseSet } from './parse-set.ts'

const parse = (text: string) => parseSet(new TextEncoder().encode(text))

test('a table by comma, semicolon or tab is read, its columns in any order', () => {
  const examples = [{ line: 2, intent: 'return', text: 'send it back' }]
  expect(parse('text,intent\nsend it back,return\n')).toEqual({ ok: true, examples, faults: [], renamed: [] })
  expect(parse('\ufefflabel;Text\r\nreturn;send it back\r\n')).toMatchObject({ examples })
  expect(parse('id\tintent\ttext\n7\treturn\tsend it back')).toMatchObject({ examples })
})

test('quotations hold separators, quotation marks and line breaks, and line numbers are those of the file', () => {
  expect(parse('text,intent\n"one, ""two""\nthree",a\n\nfour,b')).toMatchObject({
    examples: [
      { line: 2, intent: 'a', text: 'one, "two"\nthree' },
      { line: 5, intent: 'b', text: 'four' },
    ],
  })
})

test('an object a line is read, with intent or label', () => {
  expect(parse('{"text":"คืนของ","intent":"return"}\n\n{"text":"x","label":"b"}')).toMatchObject({
    examples: [
      { line: 1, intent: 'return', text: 'คืนของ' },
      { line: 3, intent: 'b', text: 'x' },
    ],
    faults: [],
  })
})

test('lines of a wrong form are named', () => {
  expect(parse('text,intent\na,b,c\nd\ne,f')).toMatchObject({
    examples: [{ line: 4 }],
    faults: [
      { line: 2, code: 'columns' },
      { line: 3, code: 'columns' },
    ],
  })
  expect(parse('text,intent\n"a" b,c\n"d",e')).toMatchObject({ examples: [{ line: 3, text: 'd' }], faults: [{ line: 2, code: 'columns' }] })
  expect(parse('{"text":"a","intent":"b"}\n{"text":1,"intent":"b"}\nnot json\nnull')).toMatchObject({
    faults: [
      { line: 2, code: 'json' },
      { line: 3, code: 'json' },
      { line: 4, code: 'json' },
    ],
  })
})

test('a quotation that never ends swallows nothing in silence', () => {
  expect(parse('text,intent\na,b\n"c,d\ne,f\n')).toMatchObject({ examples: [{ line: 2 }], faults: [{ line: 3, code: 'open-quote' }] })
})

test('a file that is none of both, too large, too long or not text is refused with the reason', () => {
  expect(parse('hello\nworld')).toEqual({ ok: false, code: 'no-columns' })
  expect(parse(' \n ')).toEqual({ ok: false, code: 'nothing' })
  expect(parse('text,intent\n')).toEqual({ ok: false, code: 'nothing' })
  expect(parse(`text,intent\n${'a,b\n'.repeat(20_001)}`)).toEqual({ ok: false, code: 'too-many-lines' })
  expect(parseSet(new Uint8Array(10_000_001))).toEqual({ ok: false, code: 'too-large' })
  // Thai as Windows-874 writes it.
  expect(parseSet(Uint8Array.of(...new TextEncoder().encode('text,intent\n'), 0xa4, 0xd7, 0xb9))).toEqual({ ok: false, code: 'no-text' })
})

test('a table saved as UTF-16 is read', () => {
  const words = '\ufefftext\tintent\nสวัสดี\tgreeting'
  const bytes = new Uint8Array(Uint16Array.from([...words], (letter) => letter.charCodeAt(0)).buffer)
  expect(parseSet(bytes)).toMatchObject({ examples: [{ intent: 'greeting', text: 'สวัสดี' }] })
})

test('labels become short names, and every change is told', () => {
  expect(codeOf('Refund_not showing_up?')).toBe('refund-not-showing-up')
  expect(codeOf('tühistamine')).toBe('tuhistamine')
  expect(codeOf('คืนเงิน')).toBe('คืนเงิน')
  expect(parse('text,intent\na,card_arrival\nb,card_arrival\nc,ok')).toMatchObject({ renamed: [['card_arrival', 'card-arrival']] })
})

test('ten megabytes, and a quotation on every line, are read in a second', () => {
  const files = [`text,intent\n${`"${'a '.repeat(240)}",b\n`.repeat(20_000)}`, `text,intent\n${'"a" b,c\n'.repeat(20_000)}`, '"'.repeat(1_000_000)]
  for (const file of files) {
    const started = performance.now()
    parse(file)
    expect(performance.now() - started).toBeLessThan(1500)
  }
})
