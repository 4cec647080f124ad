import { toLanguage } from '../../core/language.ts'

export interface Trait {
  name: string
  /** null removes it. */
  value: string | null
}

const longestName = 100
const longestValue = 2000
const mostTraits = 200

/** Row 19: traits as event tools send them, flat and as text, under the names that the profile knows. */
export function readTraits(given: Record<string, unknown>): Trait[] {
  const traits = Object.entries(given).flatMap(([name, value]) => flat(name, value))
  const named = new Map(traits.map((trait) => [trait.name, trait]))
  for (const { name, value } of derived(given)) if (!named.has(name)) named.set(name, { name, value })
  return [...named.values()].filter(isUsable).slice(0, mostTraits)
}

/** What the profile needs and the field's reserved traits say in another form. */
function derived(given: Record<string, unknown>): Trait[] {
  const first = textOf(given['firstName'])
  const last = textOf(given['lastName'])
  const address = given['address']
  const country = typeof address === 'object' && address !== null ? textOf((address as { country?: unknown }).country) : undefined
  const language = toLanguage(textOf(given['locale']))
  return [
    ...(first || last ? [{ name: 'name', value: [first, last].filter(Boolean).join(' ') }] : []),
    ...(country ? [{ name: 'country', value: country }] : []),
    ...(language ? [{ name: 'language', value: language }] : []),
  ]
}

function flat(name: string, value: unknown): Trait[] {
  if (value === null) return [{ name, value: null }]
  if (value === undefined) return []
  if (name === 'language') return languageTrait(value)
  return [{ name, value: textOf(value) ?? JSON.stringify(value) }]
}

/** A language that is none of ours is a trait as any other, but not the language we speak with this customer. */
function languageTrait(value: unknown): Trait[] {
  const text = textOf(value)
  if (text === undefined) return []
  const known = toLanguage(text)
  return known ? [{ name: 'language', value: known }] : [{ name: 'spokenLanguage', value: text }]
}

const isUsable = ({ name, value }: Trait) => name !== '' && name.length <= longestName && (value === null || value.length <= longestValue)

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
