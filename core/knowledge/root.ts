import type { Language } from '../language.ts'
import { stem } from '../understanding/lexicon/stem.ts'

/** What the forms of a word share, more roughly than its stem: for finding, where a wrong meeting costs less than a missed one. */
export function root(text: string, language: Language): string {
  if (language === 'et') return estonian(text)
  if (language === 'ms' || language === 'id') return malay(text)
  return stem(text, language)
}

/**
 * Case endings, plurals and the endings of verbs: one after another they come off until four letters are left. An ending that begins with a
 * consonant stands after a vowel, so that "president" keeps its t.
 */
const estonianEndings =
  /(?<=^.{4,})(?:(?<=[aeiouõäöü])(?:sse|st|le|lt|ks|ni|na|ta|ga|de|te|dega|tega|del|tel|dud|tud|ti|da|lik|line|lise|list|takse|t?ud|[sldtnb])|mine|mi[sn]e|mist|misel|vad|sid|sime|site|nud|ma|jad?)$|(?<=^.{3,})[aeiou]$/u

/** Strong and weak grade: kapp and kapi, riik and riigi, vald and valla. */
const grades: readonly (readonly [RegExp, string])[] = [
  [/([lnr])[dt]$/, '$1'],
  [/([kptlmnrs])\1$/, '$1'],
  [/g$/, 'k'],
  [/b$/, 'p'],
  [/d$/, 't'],
]

function estonian(text: string): string {
  let short = text
  for (let pass = 0; pass < 5; pass++) {
    const next = short.replace(estonianEndings, '')
    if (next === short) break
    short = next
  }
  for (const [ending, strong] of grades) short = short.replace(ending, strong)
  return short
}

const malayEnding = /(?<=^.{4,})(?:kannya|annya|inya|nya|lah|kah|pun|kan|an|(?<=.{6})i)$/
const malayBeginning =
  /^(?:memper|diper|keber|pember|penge|menge|meng|meny|peng|peny|mem|men|pem|pen|ber|ter|per|ke|di|[mp]e(?=[lrwymn][aeiou])|se)(?=.{4,})/

/**
 * A beginning such as meN- swallows the first letter of its root: kirim, mengirim; tulis, menulis; pakai, memakai. So a first k, p, s or t
 * before a vowel does not count. Source: the rules of Adriani et al., "Stemming Indonesian", ACM TALIP 2007, without their dictionary.
 */
function malay(text: string): string {
  const short = text.replace(malayEnding, '')
  const bare = short.length >= 6 ? short.replace(malayBeginning, '') : short
  return bare.length >= 4 ? bare.replace(/^[kpst](?=[aiueo])/, '') : bare
}
