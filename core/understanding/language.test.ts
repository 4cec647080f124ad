import { expect, test } from 'vitest'
import { detectLanguage, settleLanguage } from './language.ts'

test('each of the six languages is known from a sentence', () => {
  const sentences = {
    en: 'Where is my order? It was due yesterday.',
    ms: 'Bila barang saya nak sampai? Dah seminggu tunggu tau.',
    id: 'Kapan barang saya sampai? Udah seminggu nunggu nih.',
    th: 'ของจะมาถึงเมื่อไหร่คะ',
    zh: '我的订单什么时候到？',
    et: 'Millal mu tellimus kohale jõuab?',
  }
  for (const [language, text] of Object.entries(sentences)) expect(detectLanguage(text).is, text).toBe(language)
})

test('Malay and Indonesian are told apart by the words that only one of them has', () => {
  expect(detectLanguage('awak boleh telefon saya tak, wang saya belum masuk').is).toBe('ms')
  expect(detectLanguage('anda bisa telepon saya tidak, uang saya belum masuk').is).toBe('id')
  expect(detectLanguage('pesanan saya belum sampai').confidence).toBeLessThan(0.7)
})

test('Estonian without its marks is still Estonian', () => {
  expect(detectLanguage('tahan raakida inimesega, mul on vaja raha tagasi').is).toBe('et')
})

test('a language that we do not speak is not taken for one that we do', () => {
  for (const text of [
    '¿Dónde está mi pedido? Gracias',
    'Wo ist meine Bestellung, bitte?',
    'Где мой заказ?',
    '注文はいつ届きますか',
    'Đơn hàng của tôi ở đâu',
  ])
    expect(detectLanguage(text).is, text).toBe('other')
})

test('numbers and signs have no language', () => {
  for (const text of ['', '123456', '???', '👍']) expect(detectLanguage(text).is).toBe('unknown')
})

test('a product name in Latin letters does not turn a Thai or Chinese message', () => {
  expect(detectLanguage('RK-20418 refund ยังไม่เข้าเลยค่ะ').is).toBe('th')
  expect(detectLanguage('Põhja sofa 有货吗').is).toBe('zh')
})

test('a short message is settled by the conversation before it, then by the browser', () => {
  const short = detectLanguage('RK-20418')
  expect(settleLanguage(short, { before: 'et', hint: 'en' }).is).toBe('et')
  expect(settleLanguage(short, { before: null, hint: 'th' }).is).toBe('th')
  expect(settleLanguage(short, { before: null, hint: null }).is).toBe('unknown')
  expect(settleLanguage(detectLanguage('pesanan saya belum sampai'), { before: 'ms', hint: null }).is).toBe('ms')
})

test('a customer who clearly changes the language is followed', () => {
  const clear = detectLanguage('Where is my order? It was due yesterday.')
  expect(settleLanguage(clear, { before: 'th', hint: 'th' }).is).toBe('en')
})
