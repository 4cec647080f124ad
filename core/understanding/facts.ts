import type { FoundFact } from './reading.ts'

/** Rows 8 and 11: order numbers, addresses, sums and days that the customer wrote need not be asked again. */
export function findFacts(text: string): FoundFact[] {
  const read = text.slice(0, longest)
  const facts: FoundFact[] = []
  for (const { kind, looks, value } of kinds)
    for (const match of read.matchAll(looks)) {
      const normal = value(match)
      const from = match.index
      const to = from + match[0].length
      const taken = facts.some(({ span }) => from < span.to && span.from < to)
      if (normal !== undefined && !taken) facts.push({ kind, value: normal, span: { text: match[0], from, to, weight: 1 } })
    }
  return facts.sort((a, b) => a.span.from - b.span.from)
}

const longest = 20_000

interface Kind {
  kind: FoundFact['kind']
  looks: RegExp
  value: (match: RegExpMatchArray) => string | undefined
}

const money =
  '€|\\$|£|฿|¥|￥|EUR|USD|SGD|MYR|THB|IDR|CNY|RMB|RM|Rp|S\\$|euros?|eurot|eurodega|euro|dollars?|ringgit|rupiah|baht|บาท|ยูโร|欧元|欧|欧|元|人民币|新币|块钱|块'
const digits = '\\d{1,9}(?:[.,\\u00a0 ]\\d{3}){0,3}(?:[.,]\\d{1,2})?'

// In this order: what an earlier kind has taken, a later one leaves alone. All repetitions are bounded.
const kinds: Kind[] = [
  { kind: 'email', looks: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu, value: ([email]) => email?.toLowerCase() },
  { kind: 'order', looks: /(?<![A-Za-z\d])[A-Za-z]{2,4}[-\u2010-\u2014 ]?\d{4,8}(?![\d-])/gu, value: ([order]) => orderNumber(order) },
  { kind: 'order', looks: /#\s?\d{3,10}(?!\d)/g, value: ([order]) => order?.replace(/\s/g, '') },
  { kind: 'date', looks: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g, value: ([, year, month, day]) => day && date(year, month, day) },
  { kind: 'date', looks: /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})[日号]/g, value: ([, year, month, day]) => day && date(year, month, day) },
  { kind: 'date', looks: /(?<!\d)(\d{1,2})月(\d{1,2})[日号]/g, value: ([, month, day]) => date(undefined, month, day) },
  { kind: 'date', looks: /(?<![\d.,/])(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))(?!\d)/g, value: ([, day, month, year]) => date(year, month, day) },
  { kind: 'amount', looks: new RegExp(`(?:${money})\\s?(${digits})(?![\\d])`, 'giu'), value: ([all, number]) => amount(all, number) },
  { kind: 'amount', looks: new RegExp(`(?<![\\d.,])(${digits})\\s?(?:${money})(?![a-z])`, 'giu'), value: ([all, number]) => amount(all, number) },
  { kind: 'phone', looks: /(?<![\p{L}\p{N}#.-])(?:\+|00)?\(?\d(?:[ ()-]{0,2}\d){6,14}(?![\p{N}-])/gu, value: ([phone]) => phoneNumber(phone) },
]

function orderNumber(written = ''): string | undefined {
  const [, letters = '', number = ''] = /^([A-Za-z]+)[^A-Za-z\d]?(\d+)$/.exec(written) ?? []
  const dashed = /[-\u2010-\u2014]/.test(written)
  // "since 2024" and "rm 1500" are no order numbers: without the dash only capitals of an order series count.
  if (!dashed && (!/^(RK|ORD|SO|PO|INV)$/i.test(letters) || number.length < 4)) return undefined
  return `${letters.toUpperCase()}-${number}`
}

function date(year: string | undefined, month = '', day = ''): string | undefined {
  const [m, d] = [Number(month), Number(day)]
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined
  const prefix = year ? `${year.length === 2 ? `20${year}` : year}-` : ''
  return `${prefix}${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

const currencies: [RegExp, string][] = [
  [/€|eur|ยูโร|欧/iu, 'EUR'],
  [/s\$|sgd|新币/iu, 'SGD'],
  [/\$|usd|dollar/iu, 'USD'],
  [/£/u, 'GBP'],
  [/฿|thb|baht|บาท/iu, 'THB'],
  [/myr|ringgit|(?<!r)rm(?!b)/iu, 'MYR'],
  [/idr|rp|rupiah/iu, 'IDR'],
  [/¥|￥|cny|rmb|元|人民币|块/iu, 'CNY'],
]

function amount(all: string, written = ''): string | undefined {
  const currency = currencies.find(([sign]) => sign.test(all))?.[1]
  const compact = written.replace(/[\s\u00a0]/g, '')
  const decimals = /[.,](\d{1,2})$/.exec(compact)?.[1]
  const whole = (decimals === undefined ? compact : compact.slice(0, -decimals.length - 1)).replace(/[.,]/g, '')
  if (!currency || whole === '') return undefined
  return `${Number(whole)}.${(decimals ?? '').padEnd(2, '0')} ${currency}`
}

function phoneNumber(written = ''): string | undefined {
  const number = written.replace(/[^\d+]/g, '').replace(/^00/, '+')
  const length = number.replace('+', '').length
  return length >= 7 && length <= 15 ? number : undefined
}
