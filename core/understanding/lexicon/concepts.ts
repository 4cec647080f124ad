import type { ConceptList } from './concept-words.ts'
import { account } from './concepts/account.ts'
import { acts } from './concepts/acts.ts'
import { banking } from './concepts/banking.ts'
import { bookings } from './concepts/bookings.ts'
import { cards } from './concepts/cards.ts'
import { company } from './concepts/company.ts'
import { daily } from './concepts/daily.ts'
import { delivery } from './concepts/delivery.ts'
import { everyday } from './concepts/everyday.ts'
import { garments } from './concepts/garments.ts'
import { home } from './concepts/home.ts'
import { internet } from './concepts/internet.ts'
import { money } from './concepts/money.ts'
import { orders } from './concepts/orders.ts'
import { parcels } from './concepts/parcels.ts'
import { persons } from './concepts/persons.ts'
import { quantities } from './concepts/quantities.ts'
import { question } from './concepts/question.ts'
import { regulars } from './concepts/regulars.ts'
import { repair } from './concepts/repair.ts'
import { shopping } from './concepts/shopping.ts'
import { states } from './concepts/states.ts'
import { telecom } from './concepts/telecom.ts'
import { things } from './concepts/things.ts'
import { wallet } from './concepts/wallet.ts'

/** What customers write about. Two lists may name the same concept: their words count together. */
const subjects: readonly ConceptList[] = [
  delivery,
  orders,
  repair,
  money,
  account,
  home,
  company,
  telecom,
  internet,
  banking,
  cards,
  bookings,
  daily,
  parcels,
  wallet,
  shopping,
  garments,
  regulars,
]

/** What is asked, done, felt and said of any subject. */
const general: readonly ConceptList[] = [question, acts, states, things, quantities, persons]

export const conceptLists: readonly ConceptList[] = [...subjects, ...general, everyday]

/** Concepts that only the general lists name: beside a subject they say little. */
export const generalConcepts: ReadonlySet<string> = new Set(
  general.flatMap((list) => Object.keys(list)).filter((concept) => !subjects.some((list) => Object.hasOwn(list, concept))),
)
