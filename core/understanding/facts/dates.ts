import { toDay } from './calendar.ts'
import { clauseEnds, type Looks } from './looks.ts'
import { numberIn } from './spelt.ts'

/** Names of the months in the languages that write them as words; a full name or its usual short form. */
const months = [
  'january|jan|januari|jaanuaril?|jaan|มกราคม|ม\\.ค\\.?|มกรา',
  'february|feb|februari|veebruaril?|veebr|กุมภาพันธ์|ก\\.พ\\.?|กุมภา',
  'march|mar|mac|maret|märtsil?|märts|มีนาคม|มี\\.ค\\.?|มีนา',
  'april|apr|aprillil?|aprill|เมษายน|เม\\.ย\\.?|เมษา',
  'may|mei|maid?|mail|พฤษภาคม|พ\\.ค\\.?|พฤษภา',
  'june|jun|juni|juunil?|juuni|มิถุนายน|มิ\\.ย\\.?|มิถุนา',
  'july|jul|julai|juli|juulil?|juuli|กรกฎาคม|ก\\.ค\\.?|กรกฎา',
  'august|aug|ogos|agustus|agt|augustil?|สิงหาคม|ส\\.ค\\.?|สิงหา',
  'september|sept|sep|septembril?|กันยายน|ก\\.ย\\.?|กันยา',
  'october|oct|oktober|okt|oktoobril?|oktoober|ตุลาคม|ต\\.ค\\.?|ตุลา',
  'november|nov|novembril?|พฤศจิกายน|พ\\.ย\\.?|พฤศจิกา',
  'december|dec|disember|dis|desember|des|detsembril?|detsember|dets|ธันวาคม|ธ\\.ค\\.?|ธันวา',
]
const named = `(?:${months.join('|')})`
const year = '(?:[ ,]{1,2}(?:พ\\.ศ\\. ?|ค\\.ศ\\. ?|tahun )?(\\d{4}|\\d{2})(?!\\d|[:.]\\d))?'

/** Row 8: days with a date, in the orders of all six languages: day before month, or the year first. */
export const dates: readonly Looks[] = [
  {
    kind: 'date',
    hasDigits: true,
    looks: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g,
    value: ([, y, month, day]) => toDay(y, Number(month), Number(day)),
  },
  {
    kind: 'date',
    hasDigits: true,
    looks: /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})[日号號]/g,
    value: ([, y, month, day]) => toDay(y, Number(month), Number(day)),
  },
  {
    kind: 'date',
    hasDigits: true,
    looks: /(?<!\d)(\d{1,2})月(\d{1,2})[日号號]/g,
    value: ([, month, day]) => toDay(undefined, Number(month), Number(day)),
  },
  {
    kind: 'date',
    looks: /([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号號]/g,
    value: ([, month = '', day = '']) => toDay(undefined, numberIn(month), numberIn(day)),
  },
  {
    kind: 'date',
    hasDigits: true,
    looks: /(?<![\d.,/])(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/g,
    value: ([, day, month, y]) => dayFirst(y, Number(day), Number(month)),
  },
  {
    kind: 'date',
    hasDigits: true,
    looks: new RegExp(`(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th|\\.)? ?(?:of )?(${named})(?!\\p{L})${year}`, 'giu'),
    value: ([, day, month, y]) => toDay(y, monthOf(month), Number(day)),
  },
  {
    kind: 'date',
    hasDigits: true,
    looks: new RegExp(`(?<!\\p{L})(${named}) (\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)${year}`, 'giu'),
    value: ([, month, day, y]) => toDay(y, monthOf(month), Number(day)),
  },
]

const goesOn = '(?![\\d%]|[.,/:]\\d)'
const joins = 'and|or|but|at|to|till|until|i|we|saya|kami|aku|ma|me|dan|atau|tapi|jam|pukul|pkl|hingga|sampai|ja|või|aga|kell|kuni'
const weekday = '(?:esmas|teisi|kolma|nelja|lau|püha)päev|reede'

/** Days without a year look like sizes, sums and times: after these are found, and only beside a word that tells them apart. */
export const daysOfMonth: readonly Looks[] = [
  {
    kind: 'date',
    hasDigits: true,
    looks: new RegExp(`(?<=(?<!\\p{L})(?:tgl|tanggal|tarikh|kuupäev\\p{L}{0,3}) |วันที่ ?)(\\d{1,2})[./](\\d{1,2})${goesOn}`, 'giu'),
    value: ([, day, month]) => toDay(undefined, Number(month), Number(day)),
  },
  {
    // These words stand before times and sums too: with a dot the day is one that no hour can be.
    kind: 'date',
    hasDigits: true,
    looks: new RegExp(
      `(?<=(?<![\\p{L}\\d]|\\d )(?:on|since|until|till|before|after|pada|sejak|hingga|sampai|kuni|enne|pärast) )(?!24/7)(?:(\\d{1,2})/(\\d{1,2})|(2[4-9]|3[01])\\.(\\d{2}))(?:${clauseEnds}|(?= (?:${joins})(?!\\p{L})))${goesOn}`,
      'giu',
    ),
    value: ([, day, month, late, its]) => toDay(undefined, Number(month ?? its), Number(day ?? late)),
  },
  {
    // A dot at the end is a date's before an hour, a weekday or another date; elsewhere a version's, or the sentence's.
    kind: 'date',
    hasDigits: true,
    looks: new RegExp(
      `(?<![\\d.,]|(?:versioon|version|punkt|windows|android|ios)\\p{L}{0,3} )(\\d{1,2})\\.(\\d{1,2})\\.(?= kell | \\(?(?:${weekday})|(?: ?[-–] ?| kuni )\\d{1,2}\\.\\d{2}(?!\\d))`,
      'giu',
    ),
    value: ([, day, month]) => toDay(undefined, Number(month), Number(day)),
  },
]

const monthNames = months.map((names) => new RegExp(`^(?:${names})$`, 'iu'))

function monthOf(written = ''): number {
  return monthNames.findIndex((names) => names.test(written)) + 1
}

/** Day before month, as all six languages write it; the American order where only that makes a date. */
function dayFirst(year: string | undefined, first: number, second: number): string | undefined {
  return toDay(year, second, first) ?? toDay(year, first, second)
}
