import { askDays } from './off-policy-days.ts'
import { aligned } from './table.ts'

/** Whether estimates from what was drawn hold on days whose truth is known: how often the 95 % interval does, and how wide it is. */
const rows = [['rounds a day', 'figure', 'asked', 'said on days', 'truth in interval', 'mean width', 'mean error']]
const points = (share: number) => `${(100 * share).toFixed(1)}`
for (const rounds of [200, 600]) {
  const records = askDays({ people: 8, intents: 3, hidden: 0.8, rounds }, 200)
  for (const [name, { said, held, width, error }] of records) {
    const [figure = '', asked = ''] = name.split(' ')
    rows.push([String(rounds), figure, asked, String(said), `${points(held / said)} %`, points(width), points(error)])
  }
}
console.log(aligned(rows))
