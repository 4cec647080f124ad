import { addresses } from './facts/addresses.ts'
import { amounts } from './facts/amounts.ts'
import { withoutCards } from './facts/cards.ts'
import { dates, daysOfMonth } from './facts/dates.ts'
import { days } from './facts/days.ts'
import type { Looks } from './facts/looks.ts'
import { numbers } from './facts/numbers.ts'
import { findProducts } from './facts/products.ts'
import { times } from './facts/times.ts'
import type { FoundFact } from './reading.ts'

/** What the words are read against: the customer's day (ISO), and the names of the account's goods. */
export interface FactsBeside {
  today?: string | undefined
  products?: readonly string[] | undefined
}

/**
 * Rows 8 and 11: order numbers, addresses, sums, days and times that the customer wrote need not be asked again. A day that is
 * told from today ("tomorrow") is a date where `today` is known, else days from today ("+1d").
 */
export function findFacts(text: string, { today, products = [] }: FactsBeside = {}): FoundFact[] {
  const read = westernDigits(text.slice(0, longest))
  const facts: FoundFact[] = []
  const taken = new Uint8Array(read.length)
  const put = (fact: FoundFact) => {
    const { from, to } = fact.span
    if (taken.subarray(from, to).includes(1)) return
    taken.fill(1, from, to)
    facts.push(fact)
  }
  for (const { kind, looks, value } of /\d/.test(read) ? all : withoutDigits) {
    const said = kind === 'phone' ? withoutCards(read) : read
    looks.lastIndex = 0
    for (let match = looks.exec(said); match; match = looks.exec(said)) {
      const normal = value(match, today)
      const to = match.index + match[0].length
      if (normal !== undefined) put({ kind, value: normal, span: { text: text.slice(match.index, to), from: match.index, to, weight: 1 } })
    }
  }
  for (const fact of findProducts(text.slice(0, longest), products)) put(fact)
  return facts.sort((a, b) => a.span.from - b.span.from)
}

const longest = 10_000

/** Thai and full-width digits, each one unit as its western twin, so that every place stays. */
function westernDigits(text: string): string {
  return text.replace(/[\u0e50-\u0e59\uff10-\uff19]/g, (digit) => String.fromCharCode(0x30 + (digit.charCodeAt(0) & 0xf)))
}

/** Last, for seven digits may be many things. Chinese and Thai write it without a gap after the word. */
const phone: Looks = {
  kind: 'phone',
  hasDigits: true,
  looks: /(?<![\p{N}#.-]|(?![\p{Script=Han}\p{Script=Thai}])\p{L})(?:\+|00)?\(?\d(?:[ ()-]{0,2}\d){6,14}(?![\p{N}-])/gu,
  value([written]) {
    const number = written.replace(/[^\d+]/g, '').replace(/^00/, '+')
    const length = number.replace('+', '').length
    return length >= 7 && length <= 15 ? number : undefined
  },
}

/** Whether this is a telephone number and nothing else, however it is spaced. */
export function isPhone(text: string): boolean {
  const plain = withoutCards(westernDigits(text.trim())).replace(/[./\u2010-\u2015]/g, ' ')
  return [...plain.matchAll(phone.looks)].some((match) => match[0].length === plain.length && phone.value(match, undefined) !== undefined)
}

const all: readonly Looks[] = [...numbers, ...addresses, ...dates, ...amounts, ...times, ...days, ...daysOfMonth, phone]
const withoutDigits = all.filter(({ hasDigits }) => !hasDigits)
