import { addDays, weekdayOf, weekOf } from './calendar.ts'
import type { Looks } from './looks.ts'

/** Words for a day that is told from today. Latin words stand alone; Thai and Chinese ones stand where they stand. */
const near: readonly [number, string, string][] = [
  // Before the row whose word it holds.
  [3, 'tulat', '大后天|大後天'],
  [2, 'day after tomorrow|overmorrow|lusa|ülehomme|ulehomme', 'มะรืนนี้|มะรืน|后天|後天'],
  [-3, 'üleüleeile', '大前天'],
  [8, 'tomorrow week|a week tomorrow', ''],
  [-2, 'day before yesterday|kelmarin dulu|kemarin lusa|üleeile|uleeile', 'เมื่อวานซืน|วานซืน|前天'],
  [1, 'tomorrow|tmrw|tmr|tomoro|tommorow|besok|bsk|esok|homme', 'พรุ่งนี้|พรุ้งนี้|明天|明早|明晚|明日'],
  [-1, 'yesterday|ystd|kemarin|kmrn|kemaren|semalam|kelmarin|eile', 'เมื่อวานนี้|เมื่อวาน|昨天|昨晚|昨日'],
  [0, 'today|tonight|hari ini|harini|hr ini|täna|tana', 'วันนี้|คืนนี้|今天|今晚|今早|今日'],
]

const counted =
  'a|one|two|three|four|five|six|seven|satu|dua|tiga|empat|lima|enam|tujuh|ühe|uhe|kahe|kolme|nelja|viie|[一二两兩三四五六七]|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|\\d{1,3}'
const counts: readonly RegExp[] = [
  /^(a|one|satu|se|ühe|uhe|一|หนึ่ง)$/i,
  /^(two|dua|kahe|二|两|兩|สอง)$/i,
  /^(three|tiga|kolme|三|สาม)$/i,
  /^(four|empat|nelja|四|สี่)$/i,
  /^(five|lima|viie|五|ห้า)$/i,
  /^(six|enam|六|หก)$/i,
  /^(seven|tujuh|七|เจ็ด)$/i,
]

const weekdays = [
  'monday|isnin|senin|esmaspäeva\\p{L}{0,3}|วันจันทร์|(?:周|星期|礼拜|週)一',
  'tuesday|selasa|teisipäeva\\p{L}{0,3}|วันอังคาร|(?:周|星期|礼拜|週)二',
  'wednesday|rabu|kolmapäeva\\p{L}{0,3}|วันพุธ|(?:周|星期|礼拜|週)三',
  'thursday|khamis|kamis|neljapäeva\\p{L}{0,3}|วันพฤหัสบดี|วันพฤหัส|(?:周|星期|礼拜|週)四',
  'friday|jumaat|jumat|reede\\p{L}{0,3}|วันศุกร์|(?:周|星期|礼拜|週)五',
  'saturday|sabtu|laupäeva\\p{L}{0,3}|วันเสาร์|(?:周|星期|礼拜|週)六',
  'sunday|ahad|minggu ini|pühapäeva\\p{L}{0,3}|วันอาทิตย์|(?:周|星期|礼拜|週)[日天]',
]
const anyWeekday = weekdays.join('|')
const next = 'next |järgmisel '
const nextAfter = 'depan|hadapan|หน้า'
const nextWeek = 'next week|minggu depan|minggu hadapan|pekan depan|järgmisel nädalal|järgmise nädala|(?:อาทิตย์|สัปดาห์)หน้า'
const last = 'last |eelmisel '
const lastAfter = 'lepas|lalu|ที่แล้ว'
const lastWeek = 'last week|minggu lepas|minggu lalu|pekan lalu|eelmisel nädalal|eelmise nädala|(?:อาทิตย์|สัปดาห์)(?:ที่แล้ว|ก่อน)'
/** "下下周" is two weeks ahead, and "马上", "早上" and "晚上" are about no week. */
const chinese = (side: string) => `${side}(?<![下上马馬早晚一二三两兩几幾\\d]${side})[个個]?`
/** The coming day of a name is not meant where it is told from a month, or is a count in Chinese ("每周三次"). */
const noWeekday = '(?! (?:next|last|järgmisel|eelmisel|bulan|tahun)(?!\\p{L}))(?![次个個件天气氣定直起]|\\p{Script=Latin})'
/** A day of the week, its end, and words that only begin like a week. */
const weekAlone = '(?![末围圍边邊转轉期年一二三四五六日天几幾])'
/** "Three weeks ago" and "several weeks ago" are other weeks. */
const notCounted = `(?<!(?<!\\p{L})(?:${counted}|lapan|delapan|sembilan|sepuluh|belas|puluh|beberapa|mitu|paar) ?)(?<!(?:หลาย|กี่|\\d) ?)`

const toldBefore = [
  `(?<!\\p{L})(${next}|${last})`,
  `(?<!\\p{Script=Latin})(${nextWeek}|${lastWeek})(?:'s)?(?:,? (?:on |hari )?)?`,
  `(${chinese('下')}|${chinese('上')})`,
  '(?<!\\p{L})',
].join('|')
const toldAfter = `,? ?(?:of |hari )?(${nextWeek}|${lastWeek})| ?(${nextAfter}|${lastAfter})`

/** Row 8: days told from today ("besok", "พรุ่งนี้", "homme", "明天", "in three days", "next Monday"). */
export const days: readonly Looks[] = [
  ...near.map(
    ([offset, latin, dense]): Looks => ({
      kind: 'date',
      looks: new RegExp(`(?<!\\p{L})(?:${latin})(?!\\p{L})${dense && `|${dense}`}`, 'giu'),
      value: (_, today) => from(today, offset),
    }),
  ),
  ahead(`(?<!\\p{L})(?:in|dalam|within) (${counted}) (day|hari|week|minggu)s?(?: lagi)?(?!\\p{L})`, 1),
  ahead(`(?<!\\p{L})(${counted}) (day|week|hari|minggu)s? (?:from now|lagi|ke depan)(?!\\p{L})`, 1),
  ahead(`(?<!\\p{L})(${counted}) (päeva|nädala) pärast(?!\\p{L})`, 1),
  ahead(`อีก ?(${counted}) ?(วัน|อาทิตย์|สัปดาห์)`, 1),
  ahead(`(${counted})个?(天|周|星期|礼拜)[后後]`, 1),
  ahead(`(?<!\\p{L})(${counted}) (day|week|hari|minggu|päeva|nädala)s? (?:ago|back|lepas|lalu|yang lalu|yg lalu|tagasi)(?!\\p{L})`, -1),
  ahead(`(${counted}) ?(วัน|อาทิตย์|สัปดาห์)(?:ก่อน|ที่แล้ว)`, -1),
  ahead(`(${counted})个?(天|周|星期|礼拜)前`, -1),
  {
    kind: 'date',
    looks: new RegExp(`(?:${toldBefore})(${anyWeekday})(?:${toldAfter})?${noWeekday}`, 'giu'),
    value: ([, near, week, chineseWeek, name, itsWeek, after], today) => weekday(name, near ?? week ?? chineseWeek ?? itsWeek ?? after ?? '', today),
  },
  week(1, ['next week', '(?:minggu|pekan) (?:depan|hadapan)|järgmisel nädalal', 'หน้า', '下']),
  week(-1, ['last week', '(?:minggu|pekan) (?:lepas|lalu)|eelmisel nädalal', 'ที่แล้ว', '上']),
]

function ahead(looks: string, sign: 1 | -1): Looks {
  return {
    kind: 'date',
    looks: new RegExp(looks, 'giu'),
    value: ([, count = '', unit = ''], today) => from(today, sign * number(count) * (/^(day|hari|päeva|วัน|天)$/i.test(unit) ? 1 : 7)),
  }
}

/** A whole week has no day of its own: it is told as ISO 8601 tells weeks. */
function week(offset: 1 | -1, [english, latin, thai, side]: readonly [string, string, string, string]): Looks {
  const looks = [
    `(?<!\\p{L})(?<!the )${english}(?! of)(?!\\p{L})`,
    `(?=${latin})${notCounted}(?<!\\p{L})(?:${latin})(?!\\p{L})`,
    `(?=[อส])${notCounted}(?:อาทิตย์|สัปดาห์)${thai}`,
    `${chinese(side)}(?:周|週|星期|礼拜)${weekAlone}`,
  ]
  return {
    kind: 'date',
    looks: new RegExp(looks.join('|'), 'giu'),
    value: (_, today) => (today === undefined ? `${offset < 0 ? '' : '+'}${offset}w` : weekOf(addDays(today, 7 * offset))),
  }
}

function number(written: string): number {
  const spelt = counts.findIndex((word) => word.test(written))
  return spelt >= 0 ? spelt + 1 : Number(written)
}

function from(today: string | undefined, offset: number): string {
  return today === undefined ? `${offset < 0 ? '' : '+'}${offset}d` : addDays(today, offset)
}

const isNext = new RegExp(`^(?:${nextWeek}|${next}|${nextAfter}|下.?)$`, 'iu')
const isLast = new RegExp(`^(?:${last}|${lastAfter})$`, 'iu')
const isLastWeek = new RegExp(`^(?:${lastWeek}|上.?)$`, 'iu')
const weekdayNames = weekdays.map((names) => new RegExp(`^(?:${names})$`, 'iu'))

/** A bare weekday is the coming one; "next" means the week after this one, "last" the latest that is over, "上周" the one in the week before. */
function weekday(name = '', which: string, today: string | undefined): string | undefined {
  if (today === undefined) return undefined
  const wanted = weekdayNames.findIndex((names) => names.test(name))
  const now = weekdayOf(today)
  const coming = (wanted - now + 7) % 7 || 7
  if (isLastWeek.test(which)) return addDays(today, wanted - now - 7)
  if (isLast.test(which)) return addDays(today, coming === 7 ? -7 : coming - 7)
  if (isNext.test(which)) return addDays(today, 7 - now + wanted)
  return addDays(today, coming)
}
