import { expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { root } from './root.ts'

const meet = (words: string, language: Language) => expect(new Set(words.split(' ').map((word) => root(word, language))).size, words).toBe(1)

test('the cases of an Estonian word find each other, through its grades too', () => {
  for (const words of [
    'linn linna linnas linnade linnu linnast',
    'riik riigi riiki riigis riikide riigist',
    'kirjanik kirjaniku kirjanikku kirjanikud kirjanike',
    'tellimus tellimuse tellimust tellimused tellimusi',
    'pakk paki pakki pakid pakiga',
    'ehitama ehitati ehitatud ehitas ehitamine',
    'president presidendi presidenti presidendiks',
  ])
    meet(words, 'et')
})

test('Malay and Indonesian words find their roots under what stands before and after', () => {
  meet('kirim mengirim dikirim pengiriman', 'id')
  meet('tulis menulis penulis', 'id')
  meet('bayar membayar pembayaran dibayarkan', 'ms')
})

test('different words stay different', () => {
  expect(root('keskkond', 'et')).not.toBe(root('keskus', 'et'))
  expect(root('merdeka', 'id')).toBe('merdeka')
})
