/** The ISO day so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Monday is 0, as in ISO 8601. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The week a day lies in, as ISO 8601 counts: the first of a year is the one with its first Thursday ("2026-W48"). */
export function weekOf(day: string): string {
  const thursday = addDays(day, 3 - weekdayOf(day))
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000
  return `${thursday.slice(0, 4)}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}

/** A year as people write it: two digits are of this century, and one of the Buddhist era is 543 ahead. */
export function toYear(written: string): number {
  const year = Number(written)
  // 67 in Thailand is 2567, but a two-digit year beyond 43 in other lands is long gone: both are read as past or near.
  if (written.length === 2) return year >= 60 ? year + 2500 - 543 : 2000 + year
  return year >= 2400 && year <= 2700 ? year - 543 : year
}

/** `YYYY-MM-DD`, or `MM-DD` without a year; undefined for a day that no calendar has. */
export function toDay(year: string | undefined, month: number, day: number): string | undefined {
  const full = year === undefined ? 2024 : toYear(year)
  const made = new Date(Date.UTC(full, month - 1, day))
  if (month < 1 || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return undefined
  const rest = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return year === undefined ? rest : `${full}-${rest}`
}
