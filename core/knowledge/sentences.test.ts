import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinSentences, toSentences } from './sentences.ts'

test('sentences end at their marks, but not inside numbers and abbreviations', () => {
  expect(toSentences('It costs €6.50 in all. It is free from €80! Why? Because.')).toEqual([
    'It costs €6.50 in all.',
    'It is free from €80!',
    'Why?',
    'Because.',
  ])
  expect(toSentences('Vaadake nt. Põhja diivanit. Katted pestakse 30° juures.')).toEqual([
    'Vaadake nt. Põhja diivanit.',
    'Katted pestakse 30° juures.',
  ])
})

test('Chinese sentences end at their own marks, with the closing quote', () => {
  expect(toSentences('收货后30天内可退货。请打开“订单”！然后点“退货。”完成')).toEqual([
    '收货后30天内可退货。',
    '请打开“订单”！',
    '然后点“退货。”',
    '完成',
  ])
  expect(joinSentences(['一。', '二。'])).toBe('一。二。')
})

test('Thai is parted at spaces into blocks that are long enough to mean something', () => {
  const text = 'คุณสามารถคืนสินค้าได้ภายใน 30 วันหลังจากได้รับสินค้า โดยสินค้าต้องยังไม่ผ่านการใช้งาน หากเป็นที่นอน ทดลองนอนได้ 100 คืน และคืนได้หากไม่ถูกใจค่ะ'
  const sentences = toSentences(text)
  expect(sentences.length).toBeGreaterThan(1)
  expect(sentences.join(' ')).toBe(text)
})

test('the steps of a short list are not torn apart', () => {
  expect(toSentences('Do this:\nOpen Orders\nPress Return')).toEqual(['Do this:\nOpen Orders\nPress Return'])
})

test('an empty line says nothing', () => {
  expect(toSentences('\n')).toEqual([])
})

test('no sentence is empty, and nothing but white space is lost', () => {
  fc.assert(
    fc.property(anyText(200), (text) => {
      const sentences = toSentences(text)
      expect(sentences.every((sentence) => sentence.trim() !== '')).toBe(true)
      expect(sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
    { numRuns: 100 },
  )
})

/** Any UTF-16 units whatever, half characters too: cheaper than a generator that knows Unicode. */
function anyText(maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.nat(0xffff), fc.nat(0x7f), fc.integer({ min: 0xe00, max: 0xe7f }), fc.integer({ min: 0x4e00, max: 0x9fff }))
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units))
}

test('a step keeps its number, and begins a line of its own where a part of a long list is the answer', () => {
  const list = `1. Loosen the screws. Wait until they click.\n2. Turn the wardrobe.\n${'• Mind the doors, they are heavy.\n'.repeat(15)}`
  const sentences = toSentences(list)
  expect(sentences.slice(0, 4)).toEqual([
    '1. Loosen the screws.',
    'Wait until they click.',
    '2. Turn the wardrobe.',
    '• Mind the doors, they are heavy.',
  ])
  expect(joinSentences(sentences.slice(0, 4))).toBe(
    '1. Loosen the screws. Wait until they click.\n2. Turn the wardrobe.\n• Mind the doors, they are heavy.',
  )
})
