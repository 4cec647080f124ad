import type { TFunction } from 'i18next'
import type { Results } from '../../contract/metrics.ts'
import { toCsv } from '../../core/csv.ts'
import { saveFile } from '../shell/save-file.ts'
import { verdictOf } from './figures.ts'

/** All figures of the period as a table for a spreadsheet: numbers as numbers, the words in the reader's language. */
export function saveFigures(results: Results, t: TFunction<'metrics'>): void {
  const head = ['metric', 'unit', 'counting', 'then', 'difference', 'lowest', 'highest', 'verdict'] as const
  const [metric, unit, counting, ...rest] = head.map((name) => t(`export.${name}`))
  const rows = results.figures.map((figure) => {
    const { difference } = figure
    const verdict = verdictOf(figure)
    const numbers = [figure.before, difference?.by ?? null, difference?.from ?? null, difference?.to ?? null]
    return [
      t(`names.${figure.metric}`),
      figure.unit === 'money' ? results.currency : figure.unit,
      figure.value,
      figure.n,
      ...numbers,
      verdict && t(`chance.${verdict}`),
    ]
  })
  const table = toCsv([[metric ?? '', unit ?? '', t('evidence.value'), counting ?? '', ...rest], ...rows])
  saveFile(`results-${results.from.slice(0, 10)}.csv`, table, 'text/csv')
}
