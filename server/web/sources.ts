import type { Language } from '../../core/language.ts'
import { findNewest } from '../conversations/state.ts'
import { languageFor } from '../conversations/timeline.ts'
import { toHtml } from '../knowledge/html.ts'
import { findArticle } from '../knowledge/store.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { say } from '../platform/words.ts'
import { listDecisions } from '../routing/store.ts'

/** Promise 5, to the customer: the decision in a sentence, and what they can do about it. Money is not told, its weight is. */
export async function explanationForCustomer(db: Db, account: string, customer: string): Promise<{ sentences: string[] }> {
  const newest = await findNewest(db, account, customer)
  if (!newest) return { sentences: [] }
  const language = await languageFor(db, account, newest.id)
  const [decision] = await listDecisions(db, account, newest.id)
  if (!decision) return { sentences: [say(language, 'explanation:none')] }
  const { peopleOn, waiting } = decision.because.numbers
  const sentences = [say(language, `explanation:${decision.because.code}`)]
  if (decision.decided === 'callback') sentences.push(say(language, 'explanation:nobody-in'))
  else if (peopleOn !== undefined) sentences.push(say(language, 'explanation:floor', { peopleOn, waiting: waiting ?? 0 }))
  sentences.push(say(language, 'explanation:your-right'))
  return { sentences }
}

/** A published article in this language, or in one that it has. */
export async function articleForCustomer(db: Db, account: string, id: string, language: Language | null) {
  const article = await findArticle(db, account, id)
  if (!article?.published) return refuse('not-found')
  const text =
    article.texts.find((one) => one.language === language) ??
    article.texts.find((one) => one.language === 'en') ??
    article.texts[0] ??
    refuse('not-found')
  return { title: text.title, html: toHtml(text.body), language: text.language }
}
