/** What saved words may fill in about the conversation they are used in. */
export interface Facts {
  'customer.name': string | null
  'customer.first-name': string | null
  'me.name': string | null
  'me.first-name': string | null
  number: string | null
}

export const variables = ['customer.name', 'customer.first-name', 'me.name', 'me.first-name', 'number'] as const satisfies (keyof Facts)[]

const gap = /\{\{\s*([\w.-]+)\s*(?:\|([^{}]*))?\}\}/g

/**
 * Fills saved words in: `Hello {{customer.first-name|there}}`. Behind the bar stands what is said when the fact is not known; without it
 * the gap stays to be seen, so that nobody sends a sentence with a hole unnoticed.
 */
export function fill(text: string, facts: Facts): string {
  return text.replace(gap, (whole, name: string, instead: string | undefined) => {
    const known = (variables as readonly string[]).includes(name) ? facts[name as keyof Facts] : null
    return known ?? instead?.trim() ?? whole
  })
}

/** The first word of a name; a Chinese name stands as it is. */
export const firstName = (name: string | null): string | null => name?.trim().split(/\s+/)[0] || null
