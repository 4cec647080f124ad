import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMoodModel } from './mood/model.ts'
import { readMood } from './mood.ts'

const model = readMoodModel(readFileSync('weights/mood.bin'))

test('anger is read in all six languages', () => {
  for (const text of [
    'This is terrible, I am furious!!',
    'Teruk betul servis ni, saya marah!',
    'Parah banget, saya kecewa berat!',
    'แย่มาก ผิดหวังมากค่ะ',
    '太差了，气死我了！',
    'Kohutav teenindus, olen vihane!',
  ])
    expect(readMood(text, model).is, text).toMatchObject({ polarity: 'negative', frustrated: true })
})

test('joy is read in all six languages', () => {
  for (const text of [
    'I love my new sofa, thank you so much!',
    'Cantik sangat, terima kasih!',
    'Bagus banget, makasih!',
    'ชอบมากเลยค่ะ ขอบคุณค่ะ',
    '太棒了，非常感谢！',
    'Suurepärane, suur aitäh!',
  ])
    expect(readMood(text, model).is.polarity, text).toBe('positive')
})

test('a plain question is neutral', () => {
  for (const text of ['Do you open on Sunday?', 'Kedai buka pukul berapa?', 'Toko buka jam berapa?', 'เปิดกี่โมงคะ', '几点开门？', 'Mis kell te avate?'])
    expect(readMood(text, model).is.polarity, text).toBe('neutral')
})

test('not good is bad, and the same matter for the third time frustrates', () => {
  expect(readMood('this is not good', model).is.polarity).toBe('negative')
  expect(readMood('I am asking for the third time, still no answer!!', model).is.frustrated).toBe(true)
})

test('a customer who is lost is seen, and need not be angry', () => {
  for (const text of ['I dont understand the instructions', 'saya tak faham', 'aku bingung', 'งงมาก ทำยังไงคะ', '看不懂说明书', 'ei saa aru'])
    expect(readMood(text, model).is.confused, text).toBe(true)
})

test('capitals and exclamation marks make it louder', () => {
  expect(readMood('WHERE IS MY PARCEL!!!', model).is.score).toBeLessThan(readMood('where is my parcel', model).is.score)
})

test('the words of feeling are shown where they stand', () => {
  const text = 'Honestly, the delivery was awful.'
  const { because } = readMood(text, model)
  expect(because.map((span) => span.text)).toContain('awful')
})
