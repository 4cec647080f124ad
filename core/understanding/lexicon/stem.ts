import type { Language } from '../../language.ts'

/** Endings by language, longest first: the case endings, plurals and particles that everyday questions and articles differ by. */
const endings: Partial<Record<Language, readonly string[]>> = {
  en: ['ations', 'ation', 'ments', 'ment', 'ings', 'ing', 'ies', 'ied', 'ers', 'ed', 'er', 'es', 'ly', 's', 'e', 'y'],
  et: [
    'dele',
    'dest',
    'desse',
    'tele',
    'test',
    'tesse',
    'takse',
    'mine',
    'mise',
    'mist',
    'misel',
    'misega',
    'tega',
    'dega',
    'tel',
    'del',
    'sse',
    'lle',
    'ile',
    'ist',
    'ile',
    'ata',
    'ada',
    'ida',
    'ime',
    'ite',
    'vad',
    'ga',
    'ks',
    'ni',
    'na',
    'ta',
    'st',
    'le',
    'lt',
    'id',
    'de',
    'te',
    'da',
    'ma',
    'me',
    'sin',
    'n',
    'b',
    'd',
    't',
    's',
    'l',
    'a',
    'e',
    'i',
    'u',
  ],
  ms: ['kannya', 'annya', 'nya', 'lah', 'kah', 'kan', 'an', 'i'],
  id: ['kannya', 'annya', 'nya', 'lah', 'kah', 'kan', 'an', 'i'],
}

const beginnings = ['memper', 'diper', 'meng', 'meny', 'peng', 'peny', 'mem', 'men', 'pem', 'pen', 'ber', 'ter', 'per', 'di', 'me', 'pe', 'ke', 'se']

/** The part of a word that its forms share, roughly: at least four letters stay, so that short words are never mixed up. */
export function stem(word: string, language: Language): string {
  if (word.length < 5) return language === 'en' && word.length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, 3) : word
  const shortened = language === 'ms' || language === 'id' ? withoutBeginning(word) : word
  const once = withoutEnding(shortened, endings[language] ?? [])
  // Estonian puts a case ending after a stem vowel or a plural: diivan, diivani, diivanile, diivanitele.
  return language === 'et' ? withoutEnding(once, endings.et ?? []) : once
}

function withoutBeginning(word: string): string {
  const found = beginnings.find((beginning) => word.startsWith(beginning) && word.length - beginning.length >= 4)
  return found === undefined ? word : word.slice(found.length)
}

function withoutEnding(word: string, list: readonly string[]): string {
  const found = list.find((ending) => word.endsWith(ending) && word.length - ending.length >= 4)
  return found === undefined ? word : word.slice(0, -found.length)
}
