import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, toLanguage } from '../../core/language.ts'

type Words = Record<string, Record<string, unknown>>

/** One chunk a language: only the one that is read is loaded. */
const loaders: Record<Language, () => Promise<{ words: Words }>> = {
  en: () => import('./words-en.ts'),
  ms: () => import('./words-ms.ts'),
  id: () => import('./words-id.ts'),
  th: () => import('./words-th.ts'),
  zh: () => import('./words-zh.ts'),
  et: () => import('./words-et.ts'),
}

const remembered = 'sambut.language'

/** Loads the words of the language that was chosen last, or that the browser asks for. */
export async function startWords(): Promise<void> {
  const language = toLanguage(localStorage.getItem(remembered)) ?? toLanguage(navigator.language) ?? 'en'
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: [],
    defaultNS: 'console',
    interpolation: { escapeValue: false },
    resources: {},
  })
  await speak(language)
}

export async function speak(language: Language): Promise<void> {
  const { words } = await loaders[language]()
  for (const [path, texts] of Object.entries(words))
    i18next.addResourceBundle(language, path.replace(/^.*\/|\.json$/g, ''), texts, false, true, { silent: true, skipCopy: true })
  await i18next.changeLanguage(language)
  localStorage.setItem(remembered, language)
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language
}

export const currentLanguage = (): Language => toLanguage(i18next.language) ?? 'en'
