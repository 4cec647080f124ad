export type Scalar = string | number | boolean | null
/** One value that differs: where it stands (`week.1.0.from`), and what it was and is; null: nothing. */
export interface Change {
  path: string
  before: Scalar
  after: Scalar
}

const mostChanges = 60
const longestText = 300
const secret = /secret|password|token/i

/** What differs between two states, value by value: without secrets, and cut to a bound so that it can be kept. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [was, is] = [valuesOf(before), valuesOf(after)]
  const paths = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path))
  return paths.slice(0, mostChanges).map((path) => ({ path, before: shown(path, was.get(path)), after: shown(path, is.get(path)) }))
}

function valuesOf(state: unknown): Map<string, Scalar> {
  const values = new Map<string, Scalar>()
  const walk = (value: unknown, path: string): void => {
    if (value === undefined) return
    if (value instanceof Date) values.set(path, value.toISOString())
    else if (value !== null && typeof value === 'object')
      for (const [name, part] of Object.entries(value)) walk(part, path === '' ? name : `${path}.${name}`)
    else values.set(path, isScalar(value) ? value : String(value))
  }
  if (state !== null) walk(state, '')
  return values
}

const isScalar = (value: unknown): value is Scalar => value === null || ['string', 'number', 'boolean'].includes(typeof value)

function shown(path: string, value: Scalar | undefined): Scalar {
  if (value === undefined || value === null) return null
  if (secret.test(path)) return '•••'
  return typeof value === 'string' && value.length > longestText ? `${value.slice(0, longestText).toWellFormed()}…` : value
}
