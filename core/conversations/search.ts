/** What a search asks for: words, and conditions by operators. Dates are days of the reader, as written: YYYY-MM-DD. */
export interface Search {
  /** What stood in quotation marks is one of them. */
  words: string[]
  /** Those that stood in quotation marks: to be found as they stand. */
  phrases: string[]
  /** A conversation's number. */
  number: number | null
  from: string[]
  in: string[]
  label: string[]
  before: string | null
  after: string | null
}

/** A quotation that is still being typed ends with the text. */
const token = /(?:(from|in|label|before|after):)?(?:"([^"]*)(?:"|$)|(\S+))/gu
const number = /^#?(\d{1,12})$/
const date = /^\d{4}-\d{2}-\d{2}$/

/** Reads `from:anna in:closed before:2026-11-01 label:"late delivery" words`. What is not an operator, or an operator without a sense, is words. */
export function parseSearch(text: string): Search {
  const search: Search = { words: [], phrases: [], number: null, from: [], in: [], label: [], before: null, after: null }
  for (const [whole, operator, quoted, bare] of text.trim().matchAll(token)) {
    const value = unquoted(quoted ?? bare ?? '')
    if (value === '' || note(search, operator?.toLowerCase(), value)) continue
    search.words.push(operator ? unquoted(whole) : value)
    if (!operator && quoted !== undefined) search.phrases.push(value)
  }
  const only = search.words.length === 1 && search.phrases.length === 0 ? number.exec(search.words[0] ?? '')?.[1] : undefined
  if (only === undefined) return search
  // Digits alone may be a part of an order's number as well.
  return { ...search, number: Number(only), words: search.words[0]?.startsWith('#') ? [] : search.words }
}

/** Inside of a word a quotation mark quotes nothing: nobody wrote it to us. */
const unquoted = (text: string) => text.replaceAll('"', '').trim()

function note(search: Search, operator: string | undefined, value: string): boolean {
  if (operator === undefined) return false
  if (operator === 'before' || operator === 'after') {
    if (!isDay(value)) return false
    search[operator] = value
    return true
  }
  if (operator !== 'from' && operator !== 'in' && operator !== 'label') return false
  search[operator].push(value)
  return true
}

/** A day that is in the calendar: the 30th of February is a word. */
function isDay(value: string): boolean {
  if (!date.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** Whether nothing is asked for. */
export const isEmpty = (search: Search): boolean =>
  search.number === null && !search.before && !search.after && [search.words, search.from, search.in, search.label].every((l) => l.length === 0)
