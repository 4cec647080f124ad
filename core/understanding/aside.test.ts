import { expect, test } from 'vitest'
import { type Aside, asideOf } from './aside.ts'
import { intentAfter } from './held-intent.ts'

const said: Record<Aside, string[]> = {
  waiting: [
    'I am still waiting',
    'Are you still there?',
    'saya masih menunggu',
    'masih di sana?',
    'ยังรออยู่นะคะ',
    '我还在等',
    '在吗',
    'ma ikka veel ootan',
    'I have been waiting for 20 minutes!!',
  ],
  unhelped: [
    'that did not help',
    'No, that is not what I asked',
    'I already told you',
    'bukan itu yang saya tanya',
    'gak membantu',
    'ไม่เข้าใจค่ะ',
    '没用，我说过了',
    'see ei aidanud',
  ],
  thanks: ['thanks a lot, bye', 'terima kasih ya', 'makasih kak', 'ขอบคุณมากค่ะ', '好的谢谢', 'Suur aitäh, head päeva!'],
  hello: ['Hello?', 'selamat pagi', 'permisi, mau tanya dong', 'สวัสดีครับ', '你好，想问一下', 'Tere, mul oleks üks küsimus'],
  no: ['no', 'tidak', 'nggak', 'ไม่ใช่ค่ะ', '没有', 'ei'],
  nod: ['ok', 'yes, got it', 'baiklah', 'iya paham', 'ได้เลยค่ะ', '知道了', 'jah, selge'],
  given: ['RK-41877', 'my order number is RK-41877', 'kai.tamm@example.com', 'nombor pesanan saya RK-12345', '订单号 RK-12345', 'telefon 5123 4567'],
}

for (const [kind, texts] of Object.entries(said))
  test(`“${texts[0]}” and its like in six languages name no matter (${kind})`, () => {
    for (const text of texts) expect({ text, aside: asideOf(text) }).toEqual({ text, aside: kind })
  })

test('as soon as one word says more, it is a matter', () => {
  for (const text of [
    'still waiting for my refund',
    'I have been waiting for 3 weeks',
    'no thanks, I want to cancel',
    'Hello, where is my parcel?',
    'not what I ordered',
    'masih menunggu barang saya',
    'belum sampai juga barangnya',
    'ยังไม่ได้ของเลยค่ะ',
    '等了三天还没到货',
    'ootan ikka veel oma pakki',
    'ok but my card was charged twice',
    '',
    '😀',
  ])
    expect({ text, aside: asideOf(text) }).toEqual({ text, aside: null })
})

test('a hundred thousand letters are no aside, and are not read for it', () => {
  expect(asideOf('ok '.repeat(40_000))).toBeNull()
})

const leaving = { is: 'leaving', confidence: 0.9 }
const read = (is: string | null, confidence: number) => ({ intent: { is, confidence, because: [] } })

test('whoever wants to leave and then asks whether somebody is there still wants to leave', () => {
  expect(intentAfter(leaving, { ...read('greeting', 0.99), aside: 'hello' })).toEqual(leaving)
  expect(intentAfter(leaving, read(null, 0.9))).toEqual(leaving)
  expect(intentAfter(leaving, read('delivery', 0.45))).toEqual(leaving)
})

test('a matter that is said clearly takes the place of the one before; the same matter said again is surer', () => {
  expect(intentAfter(leaving, read('delivery', 0.8))).toEqual({ is: 'delivery', confidence: 0.8 })
  expect(intentAfter({ is: 'delivery', confidence: 0.3 }, read('return', 0.4))).toEqual({ is: 'return', confidence: 0.4 })
  expect(intentAfter({ is: 'return', confidence: 0.6 }, read('return', 0.9))).toEqual({ is: 'return', confidence: 0.9 })
  expect(intentAfter({ is: null, confidence: 0 }, read('return', 0.4))).toEqual({ is: 'return', confidence: 0.4 })
})
