import { currentLanguage } from './words.ts'

/** Formatters by language and options: making one costs a hundred times what using it does, and a long list uses thousands. */
const numberFormats = new Map<string, Intl.NumberFormat>()
const timeFormats = new Map<string, Intl.DateTimeFormat>()

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = currentLanguage() + JSON.stringify(options)
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(currentLanguage(), options)
  numberFormats.set(key, known)
  return known
}

function times(options: Intl.DateTimeFormatOptions, language: string = currentLanguage()): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = timeFormats.get(key) ?? new Intl.DateTimeFormat(language, options)
  timeFormats.set(key, known)
  return known
}

/** Money as people read it: whole above 20, with cents below. */
export function money(value: number, currency: string): string {
  const whole = Math.abs(value) >= 20 || Number.isInteger(value)
  return numbers({
    style: 'currency',
    currency,
    maximumFractionDigits: whole ? 0 : 2,
    minimumFractionDigits: whole ? 0 : 2,
  }).format(value)
}

export const share = (value: number) => numbers({ style: 'percent', maximumFractionDigits: 0 }).format(value)

export const plain = (value: number, digits = 1) => numbers({ maximumFractionDigits: digits }).format(value)

/** Whose clock times are told by: the browser's zone and 24 hours, until the person says otherwise. */
let zone: Intl.DateTimeFormatOptions = {}
let hours: Intl.DateTimeFormatOptions = { hour: '2-digit', hourCycle: 'h23' }

/** From now on all times are told as this person likes them. */
export function tellTimeAs({ timeZone, clock: kind }: { timeZone: string | null; clock: 'auto' | '12' | '24' }): void {
  zone = timeZone ? { timeZone } : {}
  hours = kind === '12' ? { hour: 'numeric', hourCycle: 'h12' } : { hour: '2-digit', hourCycle: 'h23' }
}

const told = (at: string | number, options: Intl.DateTimeFormatOptions) => times({ ...zone, ...options }).format(new Date(at))

export const clock = (at: string) => told(at, { ...hours, minute: '2-digit' })

/** An hour of the day as this person reads it; of a clock, not of a moment. */
export const hourOfDay = (hour: number) => times({ ...hours, minute: '2-digit', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1, hour)))

export const day = (at: string) => told(at, { day: 'numeric', month: 'short' })

export const longDay = (at: string) => told(at, { day: 'numeric', month: 'long', year: 'numeric' })

/** The clock today, the day before that. */
export function when(at: string): string {
  // The browser's own zone needs no formatter, which a first screen would wait for.
  const date = (of: string | number) =>
    zone.timeZone ? told(of, { year: 'numeric', month: 'numeric', day: 'numeric' }) : new Date(of).toDateString()
  return date(at) === date(Date.now()) ? clock(at) : day(at)
}

/** Minutes since midnight on this person's clock. */
export function minutesNow(now: number): number {
  const parts = times({ ...zone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }, 'en').formatToParts(now)
  const part = (type: 'hour' | 'minute') => Number(parts.find((one) => one.type === type)?.value ?? 0)
  return part('hour') * 60 + part('minute')
}

/** Minutes and seconds as m:ss, hours as h:mm:ss. */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds))
  const parts = s >= 3600 ? [Math.floor(s / 3600), Math.floor((s % 3600) / 60), s % 60] : [Math.floor(s / 60), s % 60]
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** Day and clock, for what lies ahead. */
export const dayAndTime = (at: string) =>
  times({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))
