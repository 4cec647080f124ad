import type { Results } from '../../contract/metrics.ts'
import { currencyOf } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { makeFigures } from './results.ts'
import { listServed, listSteps, type Period } from './store.ts'

const day = 24 * 60 * 60 * 1000
/** Shorter periods are shown by the hour. */
const hourlyBelowDays = 3

/** The figures of a period beside those of another one as long, which begins at `before`: for the screen and for the mail alike. */
export async function compare(db: Db, account: string, period: Period, { before, now }: { before: Date; now: Date }): Promise<Results> {
  const length = period.to.getTime() - period.from.getTime()
  const served = await listServed(db, account, period)
  const then = await listServed(db, account, { ...period, from: before, to: new Date(before.getTime() + length) })
  const steps = await listSteps(db, account, period, length < hourlyBelowDays * day ? 'hour' : 'day')
  return {
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    before: before.toISOString(),
    currency: await currencyOf(db, account),
    figures: makeFigures({ served, before: then, steps, now: now.getTime() }),
  }
}
