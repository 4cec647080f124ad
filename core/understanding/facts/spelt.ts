/** What a word of a number does: adds, multiplies what stands just before it, or multiplies all that stands before it. */
type Part = { does: 'add' | 'times' | 'scale'; by: number }

/** Languages that part words by spaces; Malay and Indonesian share theirs, Estonian joins tens and hundreds. */
const spaced = new Map<string, Part>([
  ...adding('a', 1),
  ...adding('one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen', 1),
  ...adding('twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety', 20, 10),
  ...adding('satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas', 1),
  ...adding('lapan', 8),
  ...adding('belas', 10),
  ...adding('üks|kaks|kolm|neli|viis|kuus|seitse|kaheksa|üheksa|kümme', 1),
  ...adding('üksteist|kaksteist|kolmteist|neliteist|viisteist|kuusteist|seitseteist|kaheksateist|üheksateist', 11),
  ...adding('kakskümmend|kolmkümmend|nelikümmend|viiskümmend|kuuskümmend|seitsekümmend|kaheksakümmend|üheksakümmend', 20, 10),
  ...adding('sada|kakssada|kolmsada|nelisada|viissada|kuussada|seitsesada|kaheksasada|üheksasada', 100, 100),
  ...multiplying('times', { hundred: 100, puluh: 10, ratus: 100, seratus: 100 }),
  ...multiplying('scale', { thousand: 1e3, million: 1e6, ribu: 1e3, seribu: 1e3, juta: 1e6, sejuta: 1e6, tuhat: 1e3, miljon: 1e6, miljonit: 1e6 }),
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

/** What `spelt` found, as a number; 0 for words that make none. */
export function numberIn(written: string): number {
  const words = written.toLowerCase().match(new RegExp(`${spacedWord}(?!\\p{L})|${denseWord}`, 'gu')) ?? []
  const parts = words.map((word) => spaced.get(word) ?? dense.get(word) ?? { does: 'add' as const, by: 0 })
  let [scaled, below, ones] = [0, 0, 0]
  for (const { does, by } of parts) {
    if (does === 'scale') [scaled, below, ones] = [scaled + (below + ones || 1) * by, 0, 0]
    else if (does === 'times') [below, ones] = [below + (ones || 1) * by, 0]
    else ones += by
  }
  return scaled + below + ones * lastPlace(words, parts)
}

/** "两百五", "สองแสนห้า": a last digit stands one place below the word before it. */
function lastPlace(words: readonly string[], parts: readonly Part[]): number {
  const before = parts.at(-2)
  return dense.has(words.at(-1) ?? '') && before && before.does !== 'add' && before.by >= 100 ? before.by / 10 : 1
}

function adding(words: string, from: number, step = 1): [string, Part][] {
  return words.split('|').map((word, index) => [word, { does: 'add', by: from + index * step }])
}

function multiplying(does: 'times' | 'scale', words: Record<string, number>): [string, Part][] {
  return Object.entries(words).map(([word, by]) => [word, { does, by }])
}

/** The longest first, so that no word is taken for the beginning of another. */
function anyOf(words: ReadonlyMap<string, Part>): string {
  return [...words.keys()].sort((a, b) => b.length - a.length).join('|')
}
