import { clauseEnds, type Looks } from './looks.ts'
import { isPiece, numberIn, spelt } from './spelt.ts'

const codes = '€|S\\$|RM|Rp\\.?|US\\$|HK\\$|NT\\$|\\$|£|฿|¥|￥|EUR|USD|SGD|MYR|THB|IDR|CNY|RMB|人民币'
const signs = `${codes}|euro(?:t|d|s|dega|deni)?|dollars?|dolar|dollari(?:t|d)?|bucks|ringgit|rupiah|baht|บาท|ยูโร|ดอลลาร์|ริงกิต|欧元|欧|美元|美金|元|新币|令吉|马币|泰铢|块钱|块|塊`
const digits = '\\d{1,9}(?:[.,\\u00a0 ]\\d{3}){0,3}(?:[.,]\\d{1,2})?'
/** In "20 EUR 5 times" the sign belongs to the number before it, in "RM 50 RM 60" to the one after. */
const notAfterSum = `(?<!(?<!(?:${codes})\\s?[\\d.,]{0,12})\\d ?(?:${codes}))`
const scales = 'ribu|rb|juta|jt|k|million|mil|พัน|หมื่น|แสน|ล้าน|万|萬|千|tuhat'

const paying =
  'harga|harganya|bayar|dibayar|total|totalnya|transfer|ditransfer|tf|refund|dp|ongkir|ongkirnya|biaya|biayanya|seharga|sebesar|hrg|tagihan|saldo|pulsa|topup|transaksi|denda'
const counted =
  'orang|kali|tahun|unit|pcs|km|won|yen|peso|dong|yuan|pelanggan|pengikut|followers?|subscribers?|pengguna|user|poin|point|koin|botol|buah'

/** Row 8: sums of money with their currency, in the units that people write: "Rp 2,5 jt" is 2500000.00 IDR. */
export const amounts: readonly Looks[] = [
  {
    kind: 'amount',
    hasDigits: true,
    looks: new RegExp(`(?:${codes})(?:${notAfterSum}\\s)?(${digits})(?:\\s?(${scales})(?!\\p{L}))?(?!\\d)`, 'giu'),
    value: ([all, number, scale]) => amount(all, number, scale),
  },
  {
    kind: 'amount',
    hasDigits: true,
    looks: new RegExp(`(?<![\\d.,])(${digits})\\s?(${scales})?\\s?(?:${signs})(?![a-z])`, 'giu'),
    value: (match) => (isPiece(match) ? undefined : amount(match[0], match[1], match[2])),
  },
  {
    kind: 'amount',
    looks: new RegExp(`${spelt}\\s?(?:${signs})(?![a-z])`, 'giu'),
    value: (match) => (isPiece(match) ? undefined : amountInWords(match[0])),
  },
  {
    // Of rupiah people say the thousands and millions, and leave the currency away: after a word of paying,
    kind: 'amount',
    hasDigits: true,
    looks: new RegExp(`(?<=(?<!\\p{L})(?:${paying}) )(${digits})\\s?(rb|jt|juta)(?!\\p{L}| (?:${counted})(?!\\p{L}))`, 'giu'),
    value: ([, number, scale]) => amount('rupiah', number, scale),
  },
  {
    // or where nothing follows that is counted.
    kind: 'amount',
    hasDigits: true,
    looks: new RegExp(
      `(?<![\\d.,\\p{L}]|[–-] ?)(${digits})\\s?(rb|jt|juta)(?!\\p{L})(?:${clauseEnds}|(?= (?:ya|aja|saja|kak|min|pak|bu)${clauseEnds}))`,
      'giu',
    ),
    value: (match) => (isPiece(match) ? undefined : amount('rupiah', match[1], match[2])),
  },
]

const currencies: [RegExp, string][] = [
  [/€|eur|ยูโร|欧/iu, 'EUR'],
  [/(?<!u)s\$|sgd|新币/iu, 'SGD'],
  [/hk\$/iu, 'HKD'],
  [/nt\$/iu, 'TWD'],
  [/\$|usd|doll?ar|bucks|ดอลลาร์|美元|美金/iu, 'USD'],
  [/£/u, 'GBP'],
  [/฿|thb|baht|บาท|泰铢/iu, 'THB'],
  [/myr|ringgit|ริงกิต|令吉|马币|(?<!r)rm(?!b)/iu, 'MYR'],
  [/idr|rp|rupiah/iu, 'IDR'],
  [/¥|￥|cny|rmb|元|人民币|块|塊/iu, 'CNY'],
]

const powers: [RegExp, number][] = [
  [/^(ribu|rb|k|พัน|千|tuhat)$/i, 1e3],
  [/^(หมื่น|万|萬)$/, 1e4],
  [/^แสน$/, 1e5],
  [/^(juta|jt|million|mil|ล้าน)$/i, 1e6],
]

/** A piece of something is counted in 块 too: of few of them only the money says so. */
function amountInWords(all: string): string | undefined {
  const number = numberIn(all)
  if (number === 0 || (/[块塊]$/u.test(all) && number < 10)) return undefined
  return amount(all, String(number))
}

function amount(all: string, written = '', scale = ''): string | undefined {
  const currency = currencies.find(([sign]) => sign.test(all))?.[1]
  const compact = written.replace(/[\s\u00a0]/g, '')
  const decimals = /[.,](\d{1,2})$/.exec(compact)?.[1]
  const whole = (decimals === undefined ? compact : compact.slice(0, -decimals.length - 1)).replace(/[.,]/g, '')
  if (!currency || whole === '') return undefined
  const power = powers.find(([word]) => word.test(scale))?.[1] ?? 1
  return `${(Number(`${whole}.${decimals ?? '0'}`) * power).toFixed(2)} ${currency}`
}
