import type { Measured } from '../../contract/understanding.ts'
import { predict } from '../../core/understanding/classifier/classifier.ts'
import { shuffled } from '../../core/understanding/classifier/logistic.ts'
import type { IntentModel } from '../../core/understanding/intent.ts'
import { noMatter } from '../../core/understanding/intent-limits.ts'
import type { Example } from '../../core/understanding/intent-training.ts'

/** A fifth of each intent is held back, a tenth where there is plenty. What is said twice is on one side only. */
export function holdBack<One extends Example>(examples: readonly One[], seed: number): { shown: One[]; held: One[] } {
  const distinct = [...new Map(examples.map((example) => [example.text.trim().toLowerCase(), example])).values()]
  const every = distinct.length < plenty ? 5 : 10
  const seen = new Map<string, number>()
  const shown: One[] = []
  const held: One[] = []
  for (const index of shuffled(distinct.length, seed)) {
    const example = distinct[index]
    if (!example) continue
    const nth = (seen.get(example.intent) ?? 0) + 1
    seen.set(example.intent, nth)
    if (nth % every === 0) held.push(example)
    else shown.push(example)
  }
  return { shown, held }
}

/** How many of the held-back examples a model reads rightly, by intent; an intent of which none was held back stands there with 0 of 0. */
export function measureByIntent({ classifier }: IntentModel, { shown, held }: { shown: readonly Example[]; held: readonly Example[] }) {
  const byIntent: Record<string, Measured> = Object.fromEntries([...shown, ...held].map(({ intent }) => [intent, { right: 0, of: 0 }]))
  for (const { text, intent } of held) {
    const measured = byIntent[intent]
    if (!classifier || !measured) continue
    measured.of += 1
    const { best, isInScope } = predict(classifier, text)
    if (intent === noMatter ? !isInScope : classifier.labels[best] === intent) measured.right += 1
  }
  return byIntent
}

const plenty = 5000
