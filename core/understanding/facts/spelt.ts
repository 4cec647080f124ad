/**
 * What a word of a number does: adds, makes a teen of what stands just before it, multiplies that, multiplies all that stands
 * before it, or is such a multiple already and stands first ("seribu").
 */
type Part = { does: 'add' | 'teen' | 'times' | 'scale' | 'whole'; by: number }

/** Languages that part words by spaces; Malay and Indonesian share theirs, Estonian joins tens and hundreds. */
const spaced = new Map<string, Part>([
  ...adding('one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen', 1),
  ...adding('twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety', 20, 10),
  ...adding('satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas', 1),
  ...adding('lapan', 8),
  ['belas', { does: 'teen', by: 10 }],
  ...adding('üks|kaks|kolm|neli|viis|kuus|seitse|kaheksa|üheksa|kümme', 1),
  ...adding('üksteist|kaksteist|kolmteist|neliteist|viisteist|kuusteist|seitseteist|kaheksateist|üheksateist', 11),
  ...adding('kakskümmend|kolmkümmend|nelikümmend|viiskümmend|kuuskümmend|seitsekümmend|kaheksakümmend|üheksakümmend', 20, 10),
  ...adding('sada|kakssada|kolmsada|nelisada|viissada|kuussada|seitsesada|kaheksasada|üheksasada', 100, 100),
  ...adding('a hundred|seratus', 100, 0),
  ...multiplying('times', { hundred: 100, puluh: 10, ratus: 100 }),
  ...multiplying('scale', { thousand: 1e3, million: 1e6, ribu: 1e3, juta: 1e6, tuhat: 1e3, miljon: 1e6, miljonit: 1e6 }),
  ...multiplying('whole', { 'a thousand': 1e3, seribu: 1e3, 'a million': 1e6, sejuta: 1e6 }),
])
const dense = new Map<string, Part>([
  ...adding('零|一|二|三|四|五|六|七|八|九', 0),
  ...adding('两|兩', 2, 0),
  ...adding('หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า', 1),
  ...adding('เอ็ด|ยี่', 1),
  ...multiplying('times', { 十: 10, 百: 100, 千: 1e3, สิบ: 10, ร้อย: 100, พัน: 1e3, หมื่น: 1e4, แสน: 1e5 }),
  ...multiplying('scale', { 万: 1e4, 萬: 1e4, ล้าน: 1e6 }),
])
const spacedWord = `(?:${anyOf(spaced)})`
const denseWord = `(?:${anyOf(dense)})`

/** A number in words, as a piece of a regular expression without groups: "two hundred and fifty", "dua puluh lima", "两百", "สามพัน". */
export const spelt = `(?:(?<!\\p{L})${spacedWord}(?:[ -](?:and )?${spacedWord}){0,8}(?!\\p{L})|${denseWord}{1,12})`

/** What `spelt` found, as a number; 0 for words that make none, or more than one ("two three hundred", "nineteen ninety"). */
export function numberIn(written: string): number {
  const words = written.toLowerCase().match(new RegExp(`${spacedWord}(?!\\p{L})|${denseWord}`, 'gu')) ?? []
  // "Hundreds of", "puluhan juta", "几百": without a count before it such a word leaves open how many.
  if (/^(?:hundred|thousand|million|puluh|ratus|ribu|juta|[百千万萬]|ร้อย|พัน|หมื่น|แสน|ล้าน)/.test(words[0] ?? '')) return 0
  const parts = words.map((word) => spaced.get(word) ?? dense.get(word) ?? { does: 'add' as const, by: 0 })
  const begun: Begun = { scaled: 0, scale: Infinity, below: 0, place: Infinity, ones: 0 }
  for (const [index, part] of parts.entries()) if (!grow(begun, part, index === 0)) return 0
  const last = lastPlace(words, parts)
  return last === undefined ? 0 : begun.scaled + begun.below + begun.ones * last
}

/** A number as far as it is read: what stands under a scale, the hundreds and tens after it with their lowest place, and the rest. */
interface Begun {
  scaled: number
  scale: number
  below: number
  place: number
  ones: number
}

/** Takes one word more into the number; false where no number goes on like that. */
function grow(begun: Begun, { does, by }: Part, first: boolean): boolean {
  const { scale, below, place, ones } = begun
  if (does === 'scale' || does === 'whole') {
    if (by >= scale || (does === 'whole' && !first)) return false
    begun.scaled += (below + ones || 1) * by
    Object.assign(begun, { scale: by, below: 0, place: Infinity, ones: 0 })
    return true
  }
  if (does === 'times' || by >= 100) {
    const sum = does === 'times' ? (ones || 1) * by : by
    if (sum >= place || (does === 'add' && ones > 0) || (ones > 9 && (by === 10 || below > 0))) return false
    Object.assign(begun, { below: below + sum, place: by, ones: 0 })
    return true
  }
  begun.ones += by
  if (does === 'teen') return ones > 1 && ones < 10 && place >= 100
  return by >= 10 ? ones === 0 && place >= 100 : ones === 0 || (by > 0 && ones >= 20 && ones % 10 === 0)
}

/** "两百五", "สองแสนห้า": a last digit stands one place below the word before it; after a Thai hundred it may be either. */
function lastPlace(words: readonly string[], parts: readonly Part[]): number | undefined {
  const before = parts.at(-2)
  const digit = parts.at(-1)?.does === 'add' && dense.has(words.at(-1) ?? '')
  if (!digit || !before || before.does === 'add' || before.by < 100) return 1
  return words.at(-2) === 'ร้อย' ? undefined : before.by / 10
}

const shares = 'half|setengah|separuh|pool|poolteist|point|koma|mitu|mõni|paar'
const joins = ' (?:or|to|and|point|atau|dan|hingga|sampai|koma|või|ja|kuni)'
const begins = new RegExp(
  `(?<!\\p{L})(?:(?:${shares})(?: a)?|${spacedWord}(?:,|${joins})?|\\d${joins})[ -]$|(?:${denseWord}|[点點半几幾数數第到至或]|\\d|ครึ่ง|จุด|หลาย|กี่|หรือ|ถึง) ?$`,
  'iu',
)
const tens = '(?:twen|thir|for|fif|six|seven|eigh|nine)ty|\\p{L}{3,8} puluh|\\p{L}{3,7}kümmend'
const goesOn = new RegExp(`^(?:半| ?ครึ่ง| (?:and a half|setengah|ja pool)(?!\\p{L})| (?:and |dan |ja )?(?:${tens})(?!\\p{L}))`, 'iu')

/** Whether the number that was matched begins before the match or goes on after it ("half a million", "三点五块", "two dollars fifty"). */
export function isPiece(match: RegExpMatchArray): boolean {
  const { input = '', index = 0 } = match
  const to = index + match[0].length
  return (
    begins.test(input.slice(Math.max(0, index - 30), index)) ||
    goesOn.test(input.slice(to, to + 30)) ||
    /[块塊]钱?[\d一二两兩三四五六七八九]$/u.test(input.slice(to - 2, to + 1))
  )
}

function adding(words: string, from: number, step = 1): [string, Part][] {
  return words.split('|').map((word, index) => [word, { does: 'add', by: from + index * step }])
}

function multiplying(does: 'times' | 'scale' | 'whole', words: Record<string, number>): [string, Part][] {
  return Object.entries(words).map(([word, by]) => [word, { does, by }])
}

/** The longest first, so that no word is taken for the beginning of another. */
function anyOf(words: ReadonlyMap<string, Part>): string {
  return [...words.keys()].sort((a, b) => b.length - a.length).join('|')
}
