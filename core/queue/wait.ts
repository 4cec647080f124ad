import { type Calibration, uncalibrated } from './calibration.ts'
import { type Forecast, quantile } from './forecast.ts'
import { sayMinutes } from './said-minutes.ts'

/** Minutes between which a wait is told to lie. */
export interface Range {
  from: number
  to: number
}

/** Row 10: the wait as an 80 % range in minutes, rounded as people say it. */
export function waitRange(forecast: Forecast, calibration?: Calibration): Range
/** null when nobody is on to forecast from. */
export function waitRange(forecast: Forecast | null, calibration?: Calibration): Range | null
export function waitRange(forecast: Forecast | null, calibration: Calibration = uncalibrated): Range | null {
  if (forecast === null) return null
  const { low, high } = calibration(forecast.mean)
  const from = sayMinutes(quantile(forecast, low))
  return { from, to: Math.max(sayMinutes(quantile(forecast, high)), from + 1) }
}
