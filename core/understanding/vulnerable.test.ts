import { expect, test } from 'vitest'
import { isVulnerable } from './vulnerable.ts'

test('danger, injury and grief are seen in all six languages', () => {
  for (const text of [
    'I want to die',
    'the lamp gave my son an electric shock',
    'my mother died and I must cancel',
    'the wardrobe fell on my child',
    'anak saya luka ditimpa almari',
    'suami saya meninggal',
    'lampunya nyetrum, anak saya kesetrum',
    'ตู้ล้มทับลูก',
    'คุณแม่เสียชีวิตแล้ว',
    '台灯漏电，孩子触电了',
    '我不想活了',
    'lamp andis lapsele elektrilöögi',
    'mu isa suri',
    'kapp kukkus lapsele peale',
    'i am 13 years old',
  ])
    expect(isVulnerable(text).is, text).toBe(true)
})

test('figures of speech are no emergency', () => {
  for (const text of [
    'the lamp was dead on arrival',
    'do you have a fire sale',
    'lampu mati',
    'the colour is smoke grey',
    'laua mootor surnud',
    '桌子裂缝了',
    'where is my order',
  ])
    expect(isVulnerable(text).is, text).toBe(false)
})
