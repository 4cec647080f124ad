import type { Definition } from './definitions.ts'

/** A figure as people read it: the number, and the unit whose word is still to be put beside it. */
export interface Reading {
  number: string
  unit: 'score' | 'seconds' | 'minutes' | null
}

/** Writes a figure's value in this language. Seconds become minutes from 90 on; small shares keep a decimal, or what changed would be hidden. */
export function readFigure(value: number, unit: Definition['unit'], { language, currency }: { language: string; currency: string }): Reading {
  const plain = (number: number, digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(number)
  if (unit === 'share') return { number: percent(value, language), unit: null }
  if (unit === 'money') return { number: money(value, language, currency), unit: null }
  if (unit === 'score') return { number: plain(value, 1), unit: 'score' }
  if (unit === 'seconds')
    return Math.abs(value) < 90 ? { number: plain(value, 0), unit: 'seconds' } : { number: plain(value / 60, 1), unit: 'minutes' }
  return { number: plain(value, 0), unit: null }
}

function percent(value: number, language: string): string {
  const maximumFractionDigits = Math.abs(value) < 0.095 ? 1 : 0
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits }).format(value)
}

/** Whole above 20, with cents below. */
function money(value: number, language: string, currency: string): string {
  const digits = Math.abs(value) >= 20 || Number.isInteger(value) ? 0 : 2
  return new Intl.NumberFormat(language, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}
