import { meaningOf } from '../../core/understanding/meaning.ts'
import { readMessage } from '../../core/understanding/read.ts'
import { weights } from './weights.ts'

/**
 * Reads a sentence in each language before anybody writes: weights and lists of words are made ready when they are first asked for, and the
 * first customer of a language is not to wait for that.
 */
export function warmUp(): void {
  for (const text of [
    'Where is my order?',
    'Pesanan saya belum sampai, bila nak hantar?',
    'Barangnya kok belum nyampe sih?',
    'ของยังไม่มาเลยค่ะ',
    '我的订单还没到',
    'kus mu pakk on?',
  ]) {
    readMessage(text, { weights, model: null, before: null, hint: null })
    meaningOf(weights.meaning, text)
  }
}
