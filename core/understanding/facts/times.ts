import type { Looks } from './looks.ts'

const thaiHours = 'หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบเอ็ด|สิบสอง|สิบ'.split('|')
const thaiHour = `\\d{1,2}|${[...thaiHours].sort((a, b) => b.length - a.length).join('|')}`
const chineseHour = '\\d{1,2}|十[一二]?|[一二两兩三四五六七八九]'

const parts = 'pagi|siang|sore|malam|malem|petang|tengah hari|tengahari|hommikul|õhtul|päeval|pärast lõunat'
const spokenHours: readonly [string, number][] = [
  'one|satu|üks',
  'two|dua|kaks',
  'three|tiga|kolm',
  'four|empat|neli',
  'five|lima|viis',
  'six|enam|kuus',
  'seven|tujuh|seitse',
  'eight|lapan|delapan|kaheksa',
  'nine|sembilan|üheksa',
  'ten|sepuluh|kümme',
  'eleven|sebelas|üksteist',
  'twelve|dua belas|kaksteist',
]
  .flatMap((words, index) => words.split('|').map((word): [string, number] => [word, index + 1]))
  .sort(([a], [b]) => b.length - a.length)
const hourWord = `1[0-2]|[1-9]|${spokenHours.map(([word]) => word).join('|')}`

/** Row 8: times of the day as HH:MM, as each language tells them: "3 petang", "บ่ายสอง", "下午三点半", "kell 15.30". */
export const times: readonly Looks[] = [
  {
    // "Pool neli" and "setengah empat" are half an hour before four, "half past three" after three.
    kind: 'time',
    looks: new RegExp(`(?<!\\p{L})(?:(?:kell )?(pool|veerand|kolmveerand)|(?:jam )?(setengah)) (${hourWord})(?: (${parts}))?(?!\\p{L})`, 'giu'),
    value: ([, share = '', half, hour, part]) =>
      toldBefore(hour, { pool: 30, veerand: 45, kolmveerand: 15 }[share.toLowerCase()] ?? (half ? 30 : 0), part),
  },
  {
    kind: 'time',
    looks: new RegExp(`(?<!\\p{L})(half|quarter) (past|to) (${hourWord})(?!\\p{L})`, 'giu'),
    value: ([, share = '', side = '', hour]) =>
      /past/i.test(side) ? time(hourOf(hour), /half/i.test(share) ? '30' : '15', false) : toldBefore(hour, /half/i.test(share) ? 30 : 15, undefined),
  },
  {
    kind: 'time',
    looks: new RegExp(
      `(?<!\\p{L})(?:pukul|pkl|jam|kell) (${spokenHours.map(([word]) => word).join('|')})( setengah)?(?: (${parts}))?(?!\\p{L})`,
      'giu',
    ),
    value: ([, hour, half, part]) => time(hourOf(hour), half ? '30' : '0', isLate(part, Number(hourOf(hour))), isNight(part)),
  },
  {
    kind: 'time',
    hasDigits: true,
    looks: /(?<![\d.:])(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?(?!\p{L})/giu,
    value: ([, hour, minute, half]) => time(hour, minute, half?.toLowerCase() === 'p', half?.toLowerCase() === 'a'),
  },
  {
    kind: 'time',
    hasDigits: true,
    looks:
      /(?<!\p{L})(?:pukul|pkl|jam|kell) (\d{1,2})(?:[:.](\d{2}))?(?: (pagi|siang|sore|malam|malem|petang|tengah hari|tengahari|hommikul|õhtul|päeval))?(?![\d\p{L}])/giu,
    value: ([, hour, minute, part]) => time(hour, minute, isLate(part, Number(hour)), isNight(part)),
  },
  {
    kind: 'time',
    hasDigits: true,
    looks: /(?<![\d.:])(\d{1,2})(?:[:.](\d{2}))? (pagi|siang|sore|malam|petang|tengah hari|tengahari)(?!\p{L})/giu,
    value: ([, hour, minute, part]) => time(hour, minute, isLate(part, Number(hour)), isNight(part)),
  },
  {
    kind: 'time',
    hasDigits: true,
    looks: /(?<![\d.:])([01]?\d|2[0-3])[.:]([0-5]\d) ?น\.?/gu,
    value: ([, hour, minute]) => time(hour, minute, false),
  },
  { kind: 'time', looks: new RegExp(`บ่าย ?(${thaiHour})(?: ?โมง)?( ?ครึ่ง)?`, 'gu'), value: ([, hour, half]) => thai(hour, half, 12) },
  { kind: 'time', looks: new RegExp(`(${thaiHour}) ?ทุ่ม( ?ครึ่ง)?`, 'gu'), value: ([, hour, half]) => thai(hour, half, 18) },
  { kind: 'time', looks: new RegExp(`ตี ?(${thaiHour})( ?ครึ่ง)?`, 'gu'), value: ([, hour, half]) => thai(hour, half, 0) },
  {
    kind: 'time',
    looks: new RegExp(`(${thaiHour}) ?โมง( ?เย็น)?(?: ?เช้า)?( ?ครึ่ง)?`, 'gu'),
    value: ([, hour, evening, half]) => thai(hour, half, evening ? 12 : 0),
  },
  { kind: 'time', looks: /เที่ยงคืน|midnight|tengah malam/giu, value: () => '00:00' },
  { kind: 'time', looks: /เที่ยงตรง|ตอนเที่ยง|noon(?!\p{L})|中午十二点/giu, value: () => '12:00' },
  {
    kind: 'time',
    looks: new RegExp(`(上午|早上|早晨|凌晨|中午|下午|傍晚|晚上)?(${chineseHour})[点點时](?:(半)|([0-5]?\\d)分?)?(?!钱|击|擊)`, 'gu'),
    value: ([, part, hour, half, minute]) =>
      part || /^\d/.test(hour ?? '') || half
        ? time(chinese(hour), half ? '30' : minute, /下午|傍晚|晚上/.test(part ?? ''), /晚上|凌晨/.test(part ?? ''))
        : undefined,
  },
  {
    kind: 'time',
    hasDigits: true,
    looks: /(?<![\d.:,])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/g,
    value: ([, hour, minute]) => time(hour, minute, false),
  },
]

/** At night twelve is midnight. */
function time(hour = '', minute = '0', afternoon: boolean, night = false): string | undefined {
  const hours = night && Number(hour) === 12 ? 0 : Number(hour) + (afternoon && Number(hour) < 12 ? 12 : 0)
  if (hours > 23 || Number(minute) > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}`
}

function isNight(part = ''): boolean {
  return /malam|malem/i.test(part)
}

function hourOf(written = ''): string {
  return String(spokenHours.find(([word]) => word === written.toLowerCase())?.[1] ?? Number(written))
}

/** So many minutes before the hour that is named. */
function toldBefore(written: string | undefined, minutes: number, part: string | undefined): string | undefined {
  const hour = Number(hourOf(written))
  const before = hour === 1 ? 12 : hour - 1
  return time(String(before), String(60 - minutes), isLate(part, before), isNight(part))
}

/** "12 siang" is noon, "1 siang" is one o'clock after it, "11 siang" is before it. */
function isLate(part: string | undefined, hour: number): boolean {
  if (part === undefined || /pagi|hommikul/i.test(part)) return false
  return /siang|tengah|päeval|lõunat/i.test(part) ? hour < 7 : true
}

function thai(hour = '', half: string | undefined, after: number): string | undefined {
  const spelt = thaiHours.indexOf(hour)
  const number = spelt < 0 ? Number(hour) : [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 10][spelt]
  return number === undefined ? undefined : time(String(number + after), half ? '30' : '00', false)
}

const chineseDigits = '零一二三四五六七八九十'

function chinese(hour = ''): string {
  if (/^\d/.test(hour)) return hour
  if (hour === '两' || hour === '兩') return '2'
  return String(hour.length === 1 ? chineseDigits.indexOf(hour) : 10 + chineseDigits.indexOf(hour.charAt(1)))
}
