/** What a view says beside the policy itself. */
const beside = new Set(['version', 'since', 'by', 'assistantPaused', 'currency'])
/** How long a place may be taken back changes nothing in a replay: nobody knows who would have come back. */
const untold = new Set(['returnMinutes'])

/** Every number of a policy by its path (`priorityFrom.0`), whatever it is called. */
export function numbersIn(policy: object): [field: string, value: number][] {
  return Object.entries(policy).flatMap(([name, value]): [string, number][] => {
    if (beside.has(name) || untold.has(name)) return []
    if (typeof value === 'number') return [[name, value]]
    if (typeof value !== 'object' || value === null) return []
    return numbersIn(value).map(([inner, number]) => [`${name}.${inner}`, number])
  })
}

/** The same policy with this number at this path. */
export function withNumber<P extends object>(policy: P, field: string, value: number): P {
  const [first = '', ...rest] = field.split('.')
  const copy = Array.isArray(policy) ? [...policy] : { ...policy }
  const inner: unknown = Reflect.get(copy, first)
  Reflect.set(copy, first, rest.length > 0 && typeof inner === 'object' && inner !== null ? withNumber(inner, rest.join('.'), value) : value)
  // The same names with the same kinds of values as before.
  return copy as P
}
