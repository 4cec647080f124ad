import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { type Language, languages } from '../../core/language.ts'

const folder = join(import.meta.dirname, '../../locales')

const resources = Object.fromEntries(
  languages.map((language) => [
    language,
    Object.fromEntries(
      readdirSync(join(folder, language))
        .filter((file) => file.endsWith('.json'))
        .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, language, file), 'utf8'))]),
    ),
  ]),
)

const words = createInstance()
await words.init({ resources, fallbackLng: 'en', supportedLngs: [...languages], interpolation: { escapeValue: false }, initAsync: false })

/** The sentence `slice:key` in this language. A missing key is an error, not a silent gap. */
export function say(language: Language, key: `${string}:${string}`, numbers: Record<string, unknown> = {}): string {
  if (!words.exists(key, { lng: language, ...numbers })) throw new Error(`locales has no sentence ${key}`)
  return words.t(key, { lng: language, ...numbers })
}

/** Whose clock the times of a mail are: it is read anywhere. */
export function sayZone(language: Language, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(language === 'zh' ? 'zh-Hans' : language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts()
  return say(language, 'mail:zone', { zone: parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone })
}
