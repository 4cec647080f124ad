import { lexicon, type Words } from '../phrases/lexicon.ts'
import type { PersonCues } from './cues/cues.ts'
import { english as englishCues } from './cues/en.ts'
import { estonian as estonianCues } from './cues/et.ts'
import { indonesian as indonesianCues } from './cues/id.ts'
import { malay as malayCues } from './cues/ms.ts'
import { thai as thaiCues } from './cues/th.ts'
import { chinese as chineseCues } from './cues/zh.ts'
import { english } from './en.ts'
import { estonian } from './et.ts'
import { indonesian } from './id.ts'
import { malay } from './ms.ts'
import type { PersonRules } from './rules.ts'
import { thai } from './th.ts'
import { chinese } from './zh.ts'

/** All six at once: a request may be in two languages. */
export const languages: readonly PersonRules[] = [english, malay, indonesian, thai, chinese, estonian]

/** The words of the rules, and the cues (as `cue.class`) that only the model weighs. */
export const vocabulary = lexicon(
  [
    both(english, englishCues),
    both(malay, malayCues),
    both(indonesian, indonesianCues),
    both(thai, thaiCues),
    both(chinese, chineseCues),
    both(estonian, estonianCues),
  ],
  ['human', 'role', 'talk', 'give'],
)

function both({ words }: PersonRules, cues: PersonCues): Words {
  return { ...words, ...Object.fromEntries(Object.entries(cues).map(([name, phrases]) => [`cue.${name}`, phrases])) }
}
