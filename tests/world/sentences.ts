import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../core/language.ts'

const locales = join(import.meta.dirname, '../../locales')

/** What stands on the screen in a language: `says('team:invite')`, with its gaps filled in. A sentence that is missing is an error. */
export function sentencesOf(language: Language): (key: string, gaps?: Record<string, string>) => string {
  return (key, gaps = {}) => {
    const [slice = '', path = ''] = key.split(':')
    let found: unknown = JSON.parse(readFileSync(join(locales, language, `${slice}.json`), 'utf8'))
    for (const step of path.split('.'))
      found = typeof found === 'object' && found !== null ? Object.entries(found).find(([name]) => name === step)?.[1] : undefined
    if (typeof found !== 'string') throw new Error(`${language} has no sentence ${key}`)
    return found.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => gaps[name] ?? gap)
  }
}
