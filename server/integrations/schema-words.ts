/** As much of JSON Schema as our contracts use. */
export interface Schema {
  type?: string | string[]
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema | boolean
  prefixItems?: Schema[]
  properties?: { [name: string]: Schema }
  additionalProperties?: Schema | boolean
  required?: string[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

/** A schema as one reads it, in the notation of TypeScript, with its limits behind. */
export function describe(schema: Schema | boolean | undefined, indent = ''): string {
  if (typeof schema !== 'object') return 'any'
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map((choice) => describe(choice, indent)))].join(' | ')
  if (schema.allOf) return schema.allOf.map((part) => describe(part, indent)).join(' & ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => describe({ ...schema, type }, indent)).join(' | ')
  if (schema.type === 'object') return describeObject(schema, indent)
  if (schema.type === 'array') return describeArray(schema, indent)
  return describeValue(schema)
}

function describeObject(schema: Schema, indent: string): string {
  const inner = `${indent}  `
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const mark = schema.required?.includes(name) ? '' : '?'
    const start = field.default === undefined ? '' : `   else ${JSON.stringify(field.default)}`
    return `${inner}${name}${mark}: ${describe(field, inner)}${start}`
  })
  const others = schema.additionalProperties
  const hasMore = typeof others === 'object' && Object.keys(others).length > 0
  if (fields.length === 0) return hasMore ? `{ [name]: ${describe(others, inner)} }` : '{ … }'
  return `{\n${[...fields, ...(hasMore ? [`${inner}[name]: ${describe(others, inner)}`] : [])].join('\n')}\n${indent}}`
}

function describeArray(schema: Schema, indent: string): string {
  if (schema.prefixItems) return `[${schema.prefixItems.map((item) => describe(item, indent)).join(', ')}]`
  const item = describe(schema.items, indent)
  return `${/^\w.* /.test(item) ? `(${item})` : item}[]${limits(schema.minItems, schema.maxItems)}`
}

function describeValue({ type = 'any', format, minimum, maximum, minLength, maxLength }: Schema): string {
  const named = format === undefined ? type : `${type} (${format})`
  return `${named}${limits(minLength, maxLength)}${limits(minimum, maximum)}`
}

/** Bounds that only say "as far as numbers go" are left out. */
function limits(least: number | undefined, most: number | undefined): string {
  const isReal = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER
  if (isReal(least) && isReal(most)) return ` ${least}–${most}`
  return `${isReal(least) ? ` ≥ ${least}` : ''}${isReal(most) ? ` ≤ ${most}` : ''}`
}
