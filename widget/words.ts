import type { Visited } from '../contract/channels.ts'
import { backoff } from './backoff.ts'
import type { Store } from './state.ts'

export type Language = Visited['language']

export type Sentences = Record<string, string>
export type Say = (key: string, values?: Record<string, string | number>) => string

/** Words of one language: `say('ahead', { count: 4 })` takes `ahead_other`, then `ahead`, by the language's own plural rule. */
export function makeSay(language: string, sentences: Sentences): Say {
  const plural = new Intl.PluralRules(language)
  return (key, values = {}) => {
    const count = values['count']
    const form = typeof count === 'number' ? plural.select(count) : 'other'
    const sentence = sentences[`${key}_${form}`] ?? sentences[`${key}_other`] ?? sentences[key] ?? ''
    return sentence.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

/** The language file to fetch for a page's wish; English when it is none of the six. */
export function wordsFor(wish: string): Language {
  const primary = wish.toLowerCase().split(/[-_]/)[0]
  // `in` is what Indonesian was called until 1989; old Java and Android systems still send it.
  const known = primary === 'in' ? 'id' : primary
  return languages.find((language) => language === known) ?? 'en'
}

/** Draws with the words of the language that the store speaks, and again when it changes. Until words come, nothing is drawn. */
export function keepWords(host: string, store: Store, draw: (say: Say) => unknown) {
  let language: Language | undefined
  const look = () => {
    const wanted = wordsFor(store.now().language)
    if (wanted === language) return
    language = wanted
    void bring(wanted, 0)
  }
  const bring = async (wanted: Language, failures: number) => {
    const sentences = await fetchWords(host, wanted).catch(() => undefined)
    if (wanted !== language) return
    if (sentences) draw(makeSay(wanted, sentences))
    else setTimeout(() => void bring(wanted, failures + 1), backoff(failures + 1, Math.random()))
  }
  store.subscribe(look)
  look()
}

async function fetchWords(host: string, language: Language): Promise<Sentences> {
  const answer = await fetch(`${host}/widget/words/${language}.json`, { credentials: 'omit' })
  if (!answer.ok) throw new Error(`words ${answer.status}`)
  const words: Sentences = await answer.json()
  return words
}

/** A time as this customer reads it: the clock today, with the weekday within a week, else with the date. */
export function sayTime(language: string, at: string, now: number): string {
  const time = new Date(at)
  const days = Math.abs(time.getTime() - now) / 86_400_000
  const today = time.toDateString() === new Date(now).toDateString()
  const day: Intl.DateTimeFormatOptions = today ? {} : days < 6.5 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }
  // Without `zh` → `zh-Hans` some browsers take the system's Traditional forms; Thai years are avoided by not showing any.
  return new Intl.DateTimeFormat(tagFor(language), { ...day, hour: '2-digit', minute: '2-digit', hour12: false }).format(time)
}

const languages: readonly Language[] = ['en', 'ms', 'id', 'th', 'zh', 'et']

/** What goes into `lang`, so that fonts and screen readers follow. */
export const tagFor = (language: string) => (language === 'zh' ? 'zh-Hans' : language)
