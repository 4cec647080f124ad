import { evidenceOf, gainOf, judge, type Way, ways } from '../../core/learning/off-policy.ts'
import { wilson } from '../../core/metrics/interval.ts'
import { Beliefs } from '../../core/routing/beliefs.ts'
import { playRounds, type RoundsOf } from '../../core/routing/laboratory/rounds.ts'

/** One way of asking after one figure, over many days. */
export interface Record {
  /** Days on which it said something, and on how many of those the truth lay in its interval. */
  said: number
  held: number
  /** Mean width of the interval, and mean error. */
  width: number
  error: number
}

export type Asked = 'plain' | 'propensity' | 'robust'
export type Figure = Way | 'gain'

/** Plays days whose truth is known, and notes for each figure how each way of asking after it did. `plain`: the learnt arm's own share. */
export function askDays(of: Omit<RoundsOf, 'seed'>, days: number): Map<`${Figure} ${Asked}`, Record> {
  const records = new Map<`${Figure} ${Asked}`, Record>()
  for (let day = 1; day <= days; day++) {
    for (const { name, low, high, share, truth } of askDay({ ...of, seed: day * 1000 })) {
      const before = records.get(name) ?? { said: 0, held: 0, width: 0, error: 0 }
      const said = before.said + 1
      const mean = (mean: number, now: number) => mean + (now - mean) / said
      records.set(name, {
        said,
        held: before.held + (low <= truth && truth <= high ? 1 : 0),
        width: mean(before.width, high - low),
        error: mean(before.error, share - truth),
      })
    }
  }
  return records
}

interface Answer {
  name: `${Figure} ${Asked}`
  share: number
  low: number
  high: number
  truth: number
}

function askDay(of: RoundsOf): Answer[] {
  const day = playRounds(of)
  const beliefs = new Beliefs(day.counts)
  const truths = day.truths(beliefs)
  const said = day.rounds.map(({ round, places }) => [
    ...evidenceOf({ round, places: places.map((place) => ({ ...place, outcome: place })) }, beliefs),
  ])
  const learnt = day.rounds.flatMap(({ places }) => places.filter(({ code }) => code === 'learnt'))
  const resolved = learnt.filter((place) => place.resolved).length
  const plain = { share: resolved / learnt.length, ...wilson(resolved, learnt.length) }
  const answers: Answer[] = []
  for (const way of ways) {
    const truth = truths[way]
    const { propensity, robust } = judge(said.map((some) => some.map((one) => one[way])))
    answers.push({ name: `${way} plain`, share: plain.share, low: plain.from, high: plain.to, truth })
    if (propensity) answers.push({ name: `${way} propensity`, ...propensity, truth })
    if (robust) answers.push({ name: `${way} robust`, ...robust, truth })
  }
  const gain = gainOf(said)
  if (gain) answers.push({ name: 'gain robust', ...gain, truth: truths.believed - truths.without })
  return answers
}
