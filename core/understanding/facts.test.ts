import { expect, test } from 'vitest'
import { findFacts, isPhone } from './facts.ts'

/** A Wednesday. */
const today = '2026-11-25'
const valuesOf = (text: string, products?: string[]) => findFacts(text, { today, products }).map(({ kind, value }) => `${kind} ${value}`)

test('an order number is found however it is written', () => {
  expect(valuesOf('my order rk-20418 is late')).toEqual(['order RK-20418'])
  expect(valuesOf('RK20418')).toEqual(['order RK-20418'])
  expect(valuesOf('订单RK-20418还没到')).toEqual(['order RK-20418'])
  expect(valuesOf('order #12345')).toEqual(['order #12345'])
  expect(valuesOf('AB-12345')).toEqual(['order AB-12345'])
  expect(valuesOf('ออเดอร์ 8812345 ถึงไหนแล้ว')).toEqual(['order 8812345'])
  expect(valuesOf('nombor pesanan: MY88123456')).toEqual(['order MY88123456'])
})

test('an order number of several parts is one, after its word or with the letters of a series', () => {
  expect(valuesOf('order no. AB-12-3456')).toEqual(['order AB-12-3456'])
  expect(valuesOf('where is order AB-12-3456?')).toEqual(['order AB-12-3456'])
  expect(valuesOf('ord-2026-1234 is late')).toEqual(['order ORD-2026-1234'])
})

test('a number to call is found without a gap before it, and a payment card is none', () => {
  expect(valuesOf('电话13800138000')).toEqual(['phone 13800138000'])
  expect(valuesOf('138 0013 8000')).toEqual(['phone 13800138000'])
  expect(valuesOf('电话138 0013 8000')).toEqual(['phone 13800138000'])
  expect(valuesOf('โทร0812345678')).toEqual(['phone 0812345678'])
  for (const card of ['4111 1111 1111 1111', '4111111111111111', '4111-1111-1111-1111', '3782 822463 10005', '378282246310005'])
    expect(valuesOf(`my card ${card}`), card).toEqual([])
  expect(valuesOf('012-345 6789 012-345 6780')).toEqual(['phone 0123456789', 'phone 0123456780'])
  expect(isPhone('378282246310005')).toBe(false)
})

test('mail addresses, numbers to call, sums and days are found', () => {
  expect(valuesOf('write to Mari.Tamm@Example.ee')).toEqual(['email mari.tamm@example.ee'])
  expect(valuesOf('call +372 5123 4567')).toEqual(['phone +37251234567'])
  expect(valuesOf('you took 499 € twice')).toEqual(['amount 499.00 EUR'])
  expect(valuesOf('RM1,299.90')).toEqual(['amount 1299.90 MYR'])
  expect(valuesOf('Rp 2.500.000')).toEqual(['amount 2500000.00 IDR'])
  expect(valuesOf('1,500 บาท')).toEqual(['amount 1500.00 THB'])
  expect(valuesOf('on 2026-03-05 or 24.12.2026 or 3月8日')).toEqual(['date 2026-03-05', 'date 2026-12-24', 'date 03-08'])
})

test('sums are read in the units that people write', () => {
  expect(valuesOf('US$ 50, S$ 60')).toEqual(['amount 50.00 USD', 'amount 60.00 SGD'])
  expect(valuesOf('Rp 2,5 jt')).toEqual(['amount 2500000.00 IDR'])
  expect(valuesOf('50rb rupiah')).toEqual(['amount 50000.00 IDR'])
  expect(valuesOf('3万元')).toEqual(['amount 30000.00 CNY'])
  expect(valuesOf('2 แสนบาท')).toEqual(['amount 200000.00 THB'])
  expect(valuesOf('๑๒๐ บาท')).toEqual(['amount 120.00 THB'])
})

test('sums are read in words too', () => {
  for (const text of ['two hundred dollars', 'dua ratus dolar', 'kakssada dollarit']) expect(valuesOf(text), text).toEqual(['amount 200.00 USD'])
  for (const text of ['a hundred and fifty euros', 'sada viiskümmend eurot', '一百五十欧元', 'หนึ่งร้อยห้าสิบยูโร'])
    expect(valuesOf(text), text).toEqual(['amount 150.00 EUR'])
  for (const text of ['dua ribu lima ratus ringgit', '两千五百令吉', '两千五令吉', 'twenty-five hundred ringgit', 'สองพันห้าร้อยริงกิต'])
    expect(valuesOf(text), text).toEqual(['amount 2500.00 MYR'])
  for (const text of ['2 juta', 'sudah bayar 2jt', 'dua juta rupiah']) expect(valuesOf(text), text).toEqual(['amount 2000000.00 IDR'])
  expect(valuesOf('สองแสนห้าบาท')).toEqual(['amount 250000.00 THB'])
  expect(valuesOf('三千零五元')).toEqual(['amount 3005.00 CNY'])
  for (const text of ['2 juta orang', '两块蛋糕', '一块去', 'one more thing', 'the three of us']) expect(valuesOf(text), text).toEqual([])
})

test('a week without a day is a week', () => {
  for (const text of ['next week', 'minggu depan', 'อาทิตย์หน้า', '下周', 'järgmisel nädalal']) expect(valuesOf(text), text).toEqual(['date 2026-W49'])
  for (const text of ['last week', 'minggu lepas', 'สัปดาห์ที่แล้ว', '上个星期', 'eelmisel nädalal'])
    expect(valuesOf(text), text).toEqual(['date 2026-W47'])
  expect(findFacts('next week', { today: '2026-12-31' }).map(({ value }) => value)).toEqual(['2027-W01'])
  expect(findFacts('next week').map(({ value }) => value)).toEqual(['+1w'])
})

test('a day and a month alone are a date where no size or sum can be meant', () => {
  expect(valuesOf('kuni 29.11')).toEqual(['date 11-29'])
  expect(valuesOf('29.11. kell 15.30')).toEqual(['date 11-29', 'time 15:30'])
  expect(valuesOf('十二月五号')).toEqual(['date 12-05'])
  for (const text of ['29.11', 'version 1.10. Thanks', 'it costs 12.10.', 'until 12.5 %']) expect(valuesOf(text), text).toEqual([])
})

test('a day with its year keeps the year after any word', () => {
  for (const text of ['tgl 5/11/2026', 'kuni 5/11/2026', 'วันที่ 5/11/2569']) expect(valuesOf(text), text).toEqual(['date 2026-11-05'])
  expect(valuesOf('on 12/03/2025, since 01/02/24')).toEqual(['date 2025-03-12', 'date 2024-02-01'])
})

test('a day and a month stand after the word for a date', () => {
  for (const text of ['tgl 5/11 saya pesan', 'ส่งวันที่ 5/11', 'วันที่5/11', 'on 5/11 and later', 'sejak 5/11, kak'])
    expect(valuesOf(text), text).toEqual(['date 11-05'])
})

test('sums, hours and sizes after the words of a date are what they are', () => {
  for (const text of ['from 9.12 dollars', 'before 9.12 dollars']) expect(valuesOf(text), text).toEqual(['amount 9.12 USD'])
  expect(valuesOf('alates 9.12 eurot')).toEqual(['amount 9.12 EUR'])
  expect(valuesOf('pada 5.11 ringgit')).toEqual(['amount 5.11 MYR'])
  expect(valuesOf('hingga 5.10 petang')).toEqual(['time 17:10'])
  expect(valuesOf('sejak 9.10 pagi')).toEqual(['time 09:10'])
  for (const text of ['9.30 kuni 11.10', '9.00 sampai 5.10', 'after 1.5 hours', 'by 1.5 meters', 'from 4/5 stars', 'on 24/7', 'on 2.5 GHz'])
    expect(valuesOf(text), text).toEqual([])
})

test('a version, a paragraph or a price at the end of a sentence is no day', () => {
  for (const text of ['Windows 8.1. ei tööta', 'iOS 18.1. is broken', 'versioon 2.1. on katki', 'punkt 4.2. ütleb', 'see maksab 9.12. palun'])
    expect(valuesOf(text), text).toEqual([])
  for (const text of ['29.11. kuni 05.12.', '29.11.–5.12.']) expect(valuesOf(text)[0], text).toBe('date 11-29')
})

test('half of a sum, or a sum that may be one of two, is not told', () => {
  for (const text of [
    ...['half a million dollars', 'one and a half million', 'one and a half million dollars', 'one point five million dollars'],
    ...['two and a half hundred dollars', 'nineteen ninety nine dollars', 'twelve ninety-nine euros', 'two or three hundred dollars'],
    ...['one hundred and two hundred dollars', 'one thousand, two hundred dollars', 'two dollars fifty', 'a dollar'],
    ...['setengah juta', 'satu setengah juta rupiah', 'dua tiga ratus ringgit', 'puluhan juta rupiah', '3 ratus ribu rupiah'],
    ...['poolteist tuhat eurot', 'paar tuhat eurot', '三点五块钱', '3点5块钱', '两三百块', '五六十元', '几百块', '十二块五', '12块5'],
    ...['สองสามร้อยบาท', 'หลายร้อยบาท', 'ครึ่งล้านบาท', 'สองร้อยห้าบาท'],
  ])
    expect(valuesOf(text), text).toEqual([])
})

test('long numbers in words keep every part', () => {
  expect(valuesOf('one hundred twenty-five thousand dollars')).toEqual(['amount 125000.00 USD'])
  expect(valuesOf('sejuta dua ratus ribu rupiah')).toEqual(['amount 1200000.00 IDR'])
  expect(valuesOf('sembilan belas ringgit')).toEqual(['amount 19.00 MYR'])
  expect(valuesOf('kaks tuhat viissada eurot')).toEqual(['amount 2500.00 EUR'])
  expect(valuesOf('三万五千元')).toEqual(['amount 35000.00 CNY'])
  expect(valuesOf('a two hundred dollar refund')).toEqual(['amount 200.00 USD'])
})

test('a number after the currency belongs to what follows', () => {
  expect(valuesOf('20 euros 5 times')).toEqual(['amount 20.00 EUR'])
  expect(valuesOf('20 EUR 5 times')).toEqual(['amount 20.00 EUR'])
  expect(valuesOf('RM 50 RM 60')).toEqual(['amount 50.00 MYR', 'amount 60.00 MYR'])
  expect(valuesOf('room 5 $50')).toEqual(['amount 50.00 USD'])
  expect(valuesOf('20 บาท 5 ชิ้น')).toEqual(['amount 20.00 THB'])
})

test('thousands and millions without a currency are rupiah only where money is spoken of', () => {
  for (const text of ['harganya 2 juta untuk kursi', 'sudah transfer 2jt kemarin lusa', 'kenapa 2 juta?'])
    expect(valuesOf(text), text).toContain('amount 2000000.00 IDR')
  for (const text of ['10rb followers', '2 juta won', 'harga 2 juta yen', '5 juta pelanggan', 'total 5 juta pelanggan', '2-3 juta'])
    expect(valuesOf(text), text).toEqual([])
})

test('half hours are told from the hour to come in Estonian and Indonesian', () => {
  for (const text of ['kell pool neli', 'jam setengah empat', 'half past three', 'pukul tiga setengah'])
    expect(valuesOf(text), text).toEqual(['time 03:30'])
  expect(valuesOf('jam setengah 4 sore')).toEqual(['time 15:30'])
  expect(valuesOf('kell kolmveerand viis')).toEqual(['time 04:45'])
  expect(valuesOf('quarter to five')).toEqual(['time 04:45'])
  for (const text of ['pool aastat', 'half a year']) expect(valuesOf(text), text).toEqual([])
})

test('halves of other things are no times', () => {
  expect(valuesOf('the pool two weeks ago')).toEqual(['date 2026-11-11'])
  for (const text of ['pool viis inimest', 'setengah dua kilo', 'swimming pool one', 'half to 5 people', 'quarter to five people'])
    expect(valuesOf(text), text).toEqual([])
})

test('the part of the day is read beside half hours, and the small hours stay in the night', () => {
  for (const text of ['half past nine in the evening', 'half past nine pm', 'half past 9pm', 'half past nine at night'])
    expect(valuesOf(text), text).toEqual(['time 21:30'])
  expect(valuesOf('setengah tiga malam')).toEqual(['time 02:30'])
  for (const text of ['jam 2 malam', '晚上2点']) expect(valuesOf(text), text).toEqual(['time 02:00'])
  expect(valuesOf('jam setengah dua belas malam')).toEqual(['time 23:30'])
  for (const text of ['menginap 2 malam', 'quarter to 12 pm']) expect(valuesOf(text), text).toEqual([])
})

test('hours in words are whole numbers, and counted things are no hours', () => {
  expect(valuesOf('pukul dua puluh')).toEqual(['time 20:00'])
  expect(valuesOf('pukul sembilan belas')).toEqual(['time 19:00'])
  expect(valuesOf('jam tiga nanti')).toEqual(['time 03:00'])
  for (const text of [
    'jam dua puluh menit',
    'beli jam dua buah',
    'jam tiga unit',
    'jam lima kali',
    'jam 2 buah',
    'kell kaks tükki',
    'jam dua lima belas',
  ])
    expect(valuesOf(text), text).toEqual([])
})

test('a week that is counted, or is only part of a word, is not the next or the last', () => {
  for (const text of [
    ...['3 minggu depan', 'tiga pekan lalu', 'beberapa minggu lalu', 'last week of June', 'หลายอาทิตย์ที่แล้ว'],
    ...['下下周', '上上周', '马上周末', '早上周围', '下周末', '下下周五', '马上周五', '下周天气'],
  ])
    expect(valuesOf(text), text).toEqual([])
})

test('a weekday and its week are one day', () => {
  for (const text of [
    ...['Friday next week', 'next week on Friday', 'Jumaat minggu depan', 'minggu depan hari Jumaat', 'reedel järgmisel nädalal'],
    ...['วันศุกร์อาทิตย์หน้า', '我下周五来'],
  ])
    expect(valuesOf(text), text).toEqual(['date 2026-12-04'])
  for (const text of ['Monday last week', 'Isnin minggu lepas', '上周一']) expect(valuesOf(text), text).toEqual(['date 2026-11-16'])
  expect(valuesOf('周五上午')).toEqual(['date 2026-11-27'])
  expect(valuesOf('friday next month')).toEqual([])
})

test('a long message of nothing but sums has them all', () => {
  expect(findFacts('$1 '.repeat(3000))).toHaveLength(3000)
})

test('a day told from today is a date in every language', () => {
  for (const word of ['tomorrow', 'esok', 'besok', 'พรุ่งนี้', '明天', 'homme']) expect(valuesOf(word)).toEqual(['date 2026-11-26'])
  for (const word of ['yesterday', 'semalam', 'kemarin', 'เมื่อวาน', '昨天', 'eile']) expect(valuesOf(word)).toEqual(['date 2026-11-24'])
  for (const word of ['in 3 days', 'dalam 3 hari', '3 hari lagi', 'อีก 3 วัน', '三天后', '3 päeva pärast'])
    expect(valuesOf(word)).toEqual(['date 2026-11-28'])
  for (const word of ['two weeks ago', '2 minggu lepas', 'dua minggu lalu', '2 อาทิตย์ก่อน', '两周前', 'kahe nädala tagasi'])
    expect(valuesOf(word)).toEqual(['date 2026-11-11'])
})

test('the day after the day after tomorrow is three days ahead', () => {
  for (const word of ['大后天', '大後天', 'tulat']) expect(valuesOf(word)).toEqual(['date 2026-11-28'])
  expect(valuesOf('后天')).toEqual(['date 2026-11-27'])
})

test('a bare weekday is the coming one, "next" the week after, "last" the one that is over', () => {
  for (const word of ['on friday', 'jumaat', 'hari jumat', 'วันศุกร์', '周五', 'reedel']) expect(valuesOf(word)).toEqual(['date 2026-11-27'])
  for (const word of ['next friday', 'jumaat depan', 'jumat depan', 'วันศุกร์หน้า', '下周五', 'järgmisel reedel'])
    expect(valuesOf(word)).toEqual(['date 2026-12-04'])
  for (const word of ['last friday', 'jumaat lepas', 'jumat lalu', 'วันศุกร์ที่แล้ว', '上周五', 'eelmisel reedel'])
    expect(valuesOf(word)).toEqual(['date 2026-11-20'])
})

test('where today is unknown, a day is told from it', () => {
  expect(findFacts('besok').map(({ value }) => value)).toEqual(['+1d'])
})

test('months are read by name, and years of the Buddhist era as our own', () => {
  expect(valuesOf('5 March 2026')).toEqual(['date 2026-03-05'])
  expect(valuesOf('March 5th, 2026')).toEqual(['date 2026-03-05'])
  expect(valuesOf('17 Ogos')).toEqual(['date 08-17'])
  expect(valuesOf('17 Agustus 2025')).toEqual(['date 2025-08-17'])
  expect(valuesOf('3 มกราคม 2569')).toEqual(['date 2026-01-03'])
  expect(valuesOf('3 ม.ค. 69')).toEqual(['date 2026-01-03'])
  expect(valuesOf('24. detsembril')).toEqual(['date 12-24'])
  expect(valuesOf('31/02/2026')).toEqual([])
})

test('times of the day are read as each language tells them', () => {
  for (const word of ['3 pm', '3:00 p.m.', 'pukul 3 petang', 'jam 3 sore', 'บ่ายสาม', '15.00 น.', '下午三点', 'kell 15.00', 'at 15:00'])
    expect(valuesOf(word)).toEqual(['time 15:00'])
  expect(valuesOf('2 ทุ่มครึ่ง')).toEqual(['time 20:30'])
  expect(valuesOf('ตี 4')).toEqual(['time 04:00'])
  expect(valuesOf('晚上8点半')).toEqual(['time 20:30'])
  expect(valuesOf('jam 12 siang')).toEqual(['time 12:00'])
  for (const word of ['12 am', 'jam 12 malam', '晚上12点']) expect(valuesOf(word)).toEqual(['time 00:00'])
})

test('a postal address is found whole', () => {
  expect(valuesOf('send to 12 Orchard Road, Singapore 238832')).toEqual(['address 12 Orchard Road, Singapore 238832'])
  expect(valuesOf('No. 5, Jalan Ampang, 50450 Kuala Lumpur')).toEqual(['address No. 5, Jalan Ampang, 50450 Kuala Lumpur'])
  expect(valuesOf('kirim ke Jl. Sudirman No. 25, Jakarta')).toEqual(['address Jl. Sudirman No. 25, Jakarta'])
  expect(valuesOf('Pärnu mnt 12-3, 10148 Tallinn')).toEqual(['address Pärnu mnt 12-3, 10148 Tallinn'])
  expect(valuesOf('123/4 ถนนสุขุมวิท แขวงคลองเตย เขตคลองเตย กรุงเทพฯ 10110')[0]).toMatch(/^address 123\/4 ถนนสุขุมวิท/)
  expect(valuesOf('上海市浦东新区世纪大道100号')).toEqual(['address 上海市浦东新区世纪大道100号'])
  expect(valuesOf('aplikasi tak jalan langsung')).toEqual([])
})

test('goods are known by the names in the catalogue, but not inside other words', () => {
  expect(valuesOf('is the saar table 160 oak?', ['Saar table', 'Saar'])).toEqual(['product Saar table'])
  expect(valuesOf('มีโซฟา Põhjaสีเทาไหม', ['Põhja'])).toEqual(['product Põhja'])
  expect(valuesOf('on holiday in Saaremaa', ['Saar'])).toEqual([])
})

test('sizes, years and model names are not taken for facts', () => {
  expect(valuesOf('a table of 160x200 cm since 2024 for room 12')).toEqual([])
})

test('a fact stands where its span says', () => {
  const text = 'tere, tellimus RK-20418, 49,90 eurot, homme kell 15.30 Pärnu mnt 12'
  const facts = findFacts(text, { today })
  expect(facts).toHaveLength(5)
  for (const { span } of facts) expect(text.slice(span.from, span.to)).toBe(span.text)
})

test('a telephone number alone is one however it is spaced, and nothing else is', () => {
  for (const number of ['+372 5123 4567', '(02) 2134-5678', '012-345 6789', '555.123.4567', '๐๘๑ ๒๓๔ ๕๖๗๘', '006012 3456789'])
    expect(isPhone(number), number).toBe(true)
  for (const text of ['abc', '', '12345', 'call +372 5123 4567', '+372 5123 4567 after 6', '1234567890123456'])
    expect(isPhone(text), text).toBe(false)
})
