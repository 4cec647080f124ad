import type { Chance } from '../../core/chance.ts'
import { type Language, toLanguage } from '../../core/language.ts'
import { defaultEconomics } from '../../core/value/defaults.ts'
import { hmacHex } from '../platform/secrets.ts'
import type { Content, Talk } from './content.ts'
import { happens, weighted } from './draw.ts'
import { intentWeights, languageWeights, pressingIntents } from './matters.ts'
import type { Wish } from './visitor.ts'

/** A customer whom the shop knows, as its page would sign them in. */
export interface Known {
  externalId: string
  name: string | null
  email: string | null
  language: string | null
  segment: string | null
  orders: string[]
}

/** Who comes, what they want, and how they are. Times in seconds. */
export interface Character {
  language: Language
  user: Known | null
  intent: string
  opening: string
  talk: Talk['customer']
  order: string | null
  patience: number
  /** Presses "Talk to a person" after the assistant's first words. */
  pressesForPerson: boolean
  /** What they say of an answer: it helped, it did not, or nothing. */
  judges: 'yes' | 'no' | 'nothing'
  tellsMore: boolean
  asksAgain: boolean
  thanks: boolean
  answersEffort: boolean
  /** Somebody who only greeted says then what it is about. */
  matter: string
}

/** Draws a customer: three of five are known and signed in, the others are strangers. `pressing`: with a matter that is worth a person. */
export function drawCharacter(
  chance: Chance,
  content: Record<Language, Content>,
  nextKnown: (fits: (known: Known) => boolean) => Known | undefined,
  pressing: boolean,
): Character {
  const intent = weighted(chance, pressing ? intentWeights.filter(([one]) => pressingIntents.has(one)) : intentWeights)
  const wanted = weighted(chance, languageWeights)
  const business = intent === 'business-order'
  const user = happens(chance, 0.62)
    ? nextKnown((known) => toLanguage(known.language) === wanted && (known.segment === 'business') === business)
    : undefined
  const language = wanted
  const { openings, wants, talk } = content[language]
  const order = user?.orders[0] ?? null
  const opening = happens(chance, 0.05) ? chance.pick(wants) : chance.pick(openings.filter((one) => one.intent === intent)).text
  const matters = openings.filter((one) => one.intent !== 'greeting')
  const { resolvedByAssistant } = defaultEconomics(intent)
  return {
    language,
    user: user ?? null,
    intent,
    opening: order ? opening.replace(/RK-\d{5}/, order) : opening,
    talk: talk.customer,
    order: order ?? (/RK-\d{5}/.exec(opening)?.[0] || null),
    patience: 150 + chance.exponential(420),
    pressesForPerson: happens(chance, 0.12),
    judges: weighted(chance, [
      ['yes', resolvedByAssistant.value],
      ['no', (1 - resolvedByAssistant.value) * 0.6],
      ['nothing', 0.22],
    ]),
    tellsMore: happens(chance, 0.5),
    asksAgain: happens(chance, 0.3),
    thanks: happens(chance, 0.75),
    answersEffort: happens(chance, 0.55),
    matter: chance.pick(matters).text,
  }
}

/** As the shop's page would ask for the visit: signed by its own server when the customer is signed in there. */
export function wishOf({ language, user }: Character, company: { site: string; identitySecret: string }): Wish {
  if (!user) return { site: company.site, language }
  const { externalId, name, email } = user
  const signature = hmacHex(company.identitySecret, externalId)
  return { site: company.site, language, user: { id: externalId, signature, ...(name && { name }), ...(email && { email }) } }
}
