import type { QueryClient } from '@tanstack/react-query'

/** Facts come in bursts; within this time they are one refresh. */
const gatherMilliseconds = 250

export interface Refresher {
  want: (keys: string[][]) => void
  stop: () => void
}

/**
 * Asks anew for what facts touched: at most one request a query at a time, never cut short by the next fact, and once more
 * when something arrived meanwhile. So steady traffic cannot starve a screen, and the last fact is always seen.
 */
export function makeRefresher(queries: QueryClient): Refresher {
  const wanted = new Map<string, string[]>()
  const underway = new Set<string>()
  let gathering: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function want(keys: string[][]): void {
    for (const key of keys) wanted.set(key.join(' '), key)
    schedule()
  }

  function schedule(): void {
    if (stopped || gathering !== undefined || ![...wanted.keys()].some((name) => !underway.has(name))) return
    gathering = setTimeout(refreshAll, gatherMilliseconds)
  }

  function refreshAll(): void {
    gathering = undefined
    for (const [name, queryKey] of [...wanted]) {
      if (underway.has(name)) continue
      wanted.delete(name)
      void refresh(name, queryKey)
    }
  }

  async function refresh(name: string, queryKey: string[]): Promise<void> {
    underway.add(name)
    // A request that is already on its way may have been answered before the fact: it is let through, and asked once more.
    if (queries.isFetching({ queryKey }) > 0) wanted.set(name, queryKey)
    await queries.invalidateQueries({ queryKey }, { cancelRefetch: false })
    underway.delete(name)
    schedule()
  }

  return {
    want,
    stop: () => {
      stopped = true
      clearTimeout(gathering)
    },
  }
}
