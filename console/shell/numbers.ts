import { currentLanguage } from './words.ts'

/** Money as people read it: whole above 20, with cents below. */
export function money(value: number, currency: string): string {
  const whole = Math.abs(value) >= 20 || Number.isInteger(value)
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'currency',
    currency,
    maximumFractionDigits: whole ? 0 : 2,
    minimumFractionDigits: whole ? 0 : 2,
  }).format(value)
}

export const share = (value: number) => new Intl.NumberFormat(currentLanguage(), { style: 'percent', maximumFractionDigits: 0 }).format(value)

export const plain = (value: number, digits = 1) => new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: digits }).format(value)

export const clock = (at: string) =>
  new Intl.DateTimeFormat(currentLanguage(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))

export const day = (at: string) => new Intl.DateTimeFormat(currentLanguage(), { day: 'numeric', month: 'short' }).format(new Date(at))

export const longDay = (at: string) =>
  new Intl.DateTimeFormat(currentLanguage(), { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at))

/** The clock today, the day before that. */
export function when(at: string): string {
  return new Date(at).toDateString() === new Date().toDateString() ? clock(at) : day(at)
}

/** Minutes and seconds as m:ss, hours as h:mm:ss. */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds))
  const parts = s >= 3600 ? [Math.floor(s / 3600), Math.floor((s % 3600) / 60), s % 60] : [Math.floor(s / 60), s % 60]
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** Day and clock, for what lies ahead. */
export const dayAndTime = (at: string) =>
  new Intl.DateTimeFormat(currentLanguage(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))
