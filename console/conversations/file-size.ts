import { currentLanguage } from '../shell/words.ts'

/** A size as people say it, in the reader's language: kilobytes below a tenth of a megabyte. */
export function fileSize(bytes: number): string {
  const [unit, value] = bytes < 100_000 ? (['kilobyte', Math.max(1, bytes / 1000)] as const) : (['megabyte', bytes / 1_000_000] as const)
  return new Intl.NumberFormat(currentLanguage(), { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 }).format(value)
}
