/** What is kept in memory because it was used lately: so many at most, and the one that was used longest ago makes room. */
export interface Recent<Value> {
  get(name: string): Value | undefined
  set(name: string, value: Value): void
}

export function recent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, Value>()
  const set = (name: string, value: Value) => {
    // A Map lists what was put in last at its end.
    kept.delete(name)
    kept.set(name, value)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  }
  return {
    set,
    get(name) {
      const value = kept.get(name)
      if (value !== undefined) set(name, value)
      return value
    },
  }
}
