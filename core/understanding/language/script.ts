import type { Language } from '../../language.ts'

/** How many letters of each kind a text has. */
export interface Scripts {
  thai: number
  han: number
  latin: number
  /** Kana, without which Japanese cannot be written. */
  kana: number
  /** Letters of all other scripts. */
  foreign: number
}

export function countScripts(text: string): Scripts {
  const scripts: Scripts = { thai: 0, han: 0, latin: 0, kana: 0, foreign: 0 }
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit)
    if (code < 0x250 || (code >= 0x1e00 && code <= 0x1eff)) scripts.latin += isLatin(code) ? 1 : 0
    else if (code >= 0x0e01 && code <= 0x0e4e) scripts.thai++
    else if ((code >= 0x3400 && code <= 0x9fff) || code === 0x3007) scripts.han++
    else if (code >= 0x3041 && code <= 0x30fa) scripts.kana++
    else if (letter.test(text.charAt(unit))) scripts.foreign++
  }
  return scripts
}

/**
 * The language that the script alone tells: Thai and Chinese write a letter where others write three or two, and carry names of products
 * and words like "refund" in Latin letters in their midst; undefined where Latin letters prevail, null where there are no letters.
 */
export function languageOfScript({ thai, han, latin, kana, foreign }: Scripts): { is: Language | 'other'; share: number } | null | undefined {
  const weights = { th: thai * 1.5, zh: han * 3, latin, other: foreign * 1.5 }
  const total = weights.th + weights.zh + weights.latin + weights.other + kana * 2
  if (total === 0) return null
  // A smile of kana or Hangul in a Thai or Chinese message makes it neither Japanese nor Korean.
  if (kana > 1 && kana * 3 > han && kana * 2 > Math.max(weights.th, latin)) return { is: 'other', share: (kana * 2 + weights.zh) / total }
  const best = (['latin', 'th', 'zh', 'other'] as const).reduce(
    (most, script) => (weights[script] > weights[most] ? script : most),
    'latin' as const as keyof typeof weights,
  )
  if (best === 'latin') {
    const dense = weights.th >= weights.zh ? 'th' : 'zh'
    return weights[dense] * 2.5 > latin && weights[dense] > 2 ? { is: dense, share: (weights[dense] * 2) / (total + weights[dense]) } : undefined
  }
  return { is: best, share: weights[best] / total }
}

const letter = /\p{L}/u

function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code !== 0xd7 && code !== 0xf7)
}
