/** What a spreadsheet would run instead of showing: a cell that begins so is not a text to it (CWE-1236). */
const formula = /^[=+\-@\t\r]/
const plainNumber = /^-?\d+([.,]\d+)?$/

/** Rows as a CSV file (RFC 4180, with a mark by which spreadsheets know UTF-8). No cell can act as a formula. */
export function toCsv(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`
}

function toCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
