import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { makeRefresher } from './refresher.ts'

test('facts that come while the list is being asked for do not cut the answer short, and the last of them is still seen', async () => {
  const queries = new QueryClient()
  const answers: ((value: number) => void)[] = []
  const cut: boolean[] = []
  const shown: (number | undefined)[] = []
  const asked = new Signal()
  const observer = new QueryObserver<number>(queries, {
    queryKey: ['list'],
    queryFn: ({ signal }) => {
      signal.addEventListener('abort', () => cut.push(true))
      return new Promise<number>((resolve) => {
        answers.push(resolve)
        asked.ring()
      })
    },
  })
  const unsubscribe = observer.subscribe(({ data }) => shown.push(data))
  answers[0]?.(1)
  const refresher = makeRefresher(queries)
  const second = asked.next()
  refresher.want([['list']])
  await second
  const third = asked.next()
  for (let fact = 0; fact < 5; fact += 1) refresher.want([['list']])
  expect(answers).toHaveLength(2)
  answers[1]?.(2)
  await third
  answers[2]?.(3)
  expect(shown).toContain(2)
  expect(answers).toHaveLength(3)
  expect(cut).toEqual([])
  refresher.stop()
  unsubscribe()
})

class Signal {
  #heard: () => void = () => undefined
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve
    })
  }
  ring(): void {
    this.#heard()
  }
}
