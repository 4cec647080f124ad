import { type Calibration, uncalibrated } from './calibration.ts'
import { type Forecast, quantile } from './forecast.ts'

/** Minutes between which a wait is told to lie. */
export interface Range {
  from: number
  to: number
}

/** Row 10: the wait as an 80 % range in minutes, rounded as people say it; null when nobody is on to forecast from. */
export function waitRange(forecast: Forecast | null, calibration: Calibration = uncalibrated): Range | null {
  if (forecast === null) return null
  const exact = exactRange(forecast, calibration)
  const from = human(exact.from)
  return { from, to: Math.max(human(exact.to), from + 1) }
}

/** The same before it is rounded. */
export function exactRange(forecast: Forecast, calibration: Calibration = uncalibrated): Range {
  const { low, high } = calibration(forecast.mean)
  return { from: quantile(forecast, low), to: quantile(forecast, high) }
}

/** Steps that people use: single minutes, from 20 on fives, from 60 on quarters, from three hours on halves. */
function human(minutes: number): number {
  const step = minutes < 20 ? 1 : minutes < 60 ? 5 : minutes < 180 ? 15 : 30
  return Math.round(minutes / step) * step
}
