import { agreement, type Trial } from '../../core/routing/laboratory/theory.ts'
import { aligned } from './table.ts'

const base: Omit<Trial, 'load' | 'patienceMinutes' | 'planted' | 'seed'> = {
  people: 10,
  handleMinutes: 6,
  runs: 20,
  customers: 60_000,
  withinMinutes: 1 / 3,
}

/** The simulator against Erlang C and Erlang A, and against a planted error of 5 % in the rate of service. */
export function printTheory(seed: number): void {
  const rows = [['queue', 'load', 'planted error', 'figure', 'theory', 'simulated ± 95 %', 'agrees']]
  const look = (load: number, patienceMinutes: number | null, planted: number) => {
    for (const { figure, theory, simulated, agrees } of agreement({ ...base, seed: 100 + seed, load, patienceMinutes, planted })) {
      const name = patienceMinutes === null ? 'M/M/10' : 'M/M/10+M'
      const shown = `${simulated.mean.toFixed(4)} ± ${simulated.half.toFixed(4)}`
      rows.push([name, String(load), planted === 0 ? '' : `${100 * planted} %`, figure, theory.toFixed(4), shown, agrees ? 'yes' : 'no'])
    }
  }
  for (const load of [0.7, 0.85, 0.95]) look(load, null, 0)
  for (const load of [0.9, 1.1, 1.5]) look(load, 4, 0)
  for (const load of [0.7, 0.85, 0.95]) look(load, null, 0.05)
  for (const load of [0.9, 1.1, 1.5]) look(load, 4, 0.05)
  console.log(aligned(rows))
}
