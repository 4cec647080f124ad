import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languages } from '../../core/language.ts'
import { readIntent } from '../../core/understanding/intent.ts'
import { trainIntents } from '../../core/understanding/intent-training.ts'
import { weights } from '../../server/understanding/weights.ts'
import { percent } from './figures.ts'
import { readLines, Text } from './lines.ts'

/**
 * `node lab/understanding/foreign.ts`: the demo company's matters, learnt as the product learns them, read the project's own messages of the
 * same matters (other writers, so not all are labelled as the demo would), and chatter that has taught nobody.
 */
const root = join(import.meta.dirname, '..', '..')

/** Matters of the own messages by their name in the demo; the others are none of the demo's, or several. */
const inDemo: Record<string, string> = {
  'order-status': 'delivery-status',
  'delivery-late': 'delivery-status',
  'change-order': 'order-change',
  'cancel-order': 'order-cancel',
  return: 'return',
  'refund-status': 'refund-status',
  damaged: 'damaged-item',
  'missing-item': 'missing-parts',
  warranty: 'warranty',
  invoice: 'invoice',
  'payment-failed': 'payment-problem',
  'charged-twice': 'payment-problem',
  'product-question': 'product-question',
  recommendation: 'buy-advice',
  'business-order': 'business-order',
  discount: 'discount',
  'account-login': 'account-access',
  leaving: 'leaving',
  'opening-hours': 'opening-hours',
  greeting: 'greeting',
}

const Examples = z.record(z.string(), z.array(z.string()))
const examples = languages.flatMap((language) =>
  Object.entries(Examples.parse(JSON.parse(readFileSync(join(root, 'server', 'demo', 'content', language, 'examples.json'), 'utf8')))).flatMap(
    ([intent, texts]) => texts.map((text) => ({ intent, text })),
  ),
)
const model = trainIntents(examples, { seed: 1, meaning: weights.meaning })
const is = (text: string, language: Language) => readIntent(model, text, language).intent.is

console.log('| language | own messages of its matters, read rightly % | taken for none % | chatter taken for none % |\n|---|--:|--:|--:|')
for (const language of languages) {
  const own = await readLines(join(root, 'lab', 'corpora', language, 'messages.jsonl'), z.object({ text: Text, intent: z.string() }))
  const asked = own.flatMap(({ text, intent }) => (inDemo[intent] ? [{ found: is(text, language), wanted: inDemo[intent] }] : []))
  const chatter = await readLines(join(root, 'lab', 'corpora', 'blind', `foreign.${language}.jsonl`), z.object({ text: Text }))
  const shares = [
    percent(asked.filter(({ found, wanted }) => found === wanted).length, asked.length),
    percent(asked.filter(({ found }) => found === null).length, asked.length),
    percent(chatter.filter(({ text }) => is(text, language) === null).length, chatter.length),
  ]
  console.log(`| ${language} | ${shares.map((one) => one.toFixed(0)).join(' | ')} |`)
}
