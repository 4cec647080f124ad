import { Words } from '../../contract/shapes.ts'
import type { IntentSet, SetCheck, SetFault } from '../../contract/understanding.ts'
import { isBlank } from '../../core/blank.ts'
import { mostIntents, noMatter } from '../../core/understanding/intent-limits.ts'

type Line = IntentSet['examples'][number]

export const intentCode = /^[a-z][a-z0-9-]{0,63}$/
const longest = 1000
const AnyWords = Words(longest)

/** What of a set can be learnt from, and what of it cannot and why, by line. Nothing is left out without being named. */
export function checkSet(lines: readonly Line[], known: readonly string[]): Omit<SetCheck, 'byLanguage'> & { good: Line[] } {
  const faults = [...faultsOfLines(lines), ...faultsBetweenLines(lines), ...faultsOfTooMany(lines)]
  const firstFault = new Map(faults.toReversed().map((fault) => [fault.line, fault]))
  const good = lines.filter(({ line }) => !firstFault.has(line))
  const intents = [...Map.groupBy(good, ({ intent }) => intent)].map(([intent, some]) => ({ intent, examples: some.length }))
  const given = new Set(intents.map(({ intent }) => intent))
  return {
    good,
    intents: intents.toSorted((a, b) => b.examples - a.examples),
    examples: good.length,
    faults: [...firstFault.values()].toSorted((a, b) => a.line - b.line),
    gone: known.filter((intent) => !given.has(intent)),
    oneLabel: [...given].filter((intent) => intent !== noMatter).length < 2,
  }
}

function faultsOfLines(lines: readonly Line[]): SetFault[] {
  return lines.flatMap(({ line, intent, text }) => {
    const code = faultOf(intent, text)
    return code ? [{ line, code, other: null }] : []
  })
}

/** A model's size is its features times its intents: the first few hundred are taken. */
function faultsOfTooMany(lines: readonly Line[]): SetFault[] {
  const taken = new Set([...new Set(lines.map(({ intent }) => intent))].slice(0, mostIntents))
  return lines.flatMap(({ line, intent }) => (taken.has(intent) ? [] : [{ line, code: 'too-many-intents' as const, other: null }]))
}

function faultOf(intent: string, text: string): SetFault['code'] | undefined {
  if (!intentCode.test(intent)) return 'bad-intent'
  if (isBlank(text)) return 'empty'
  if (text.trim().length > longest) return 'too-long'
  return AnyWords.safeParse(text.trim()).success ? undefined : 'not-text'
}

/** Said twice of one intent it teaches once; said of two, nobody knows which is right, and none of them is taken. */
function faultsBetweenLines(lines: readonly Line[]): SetFault[] {
  const bySaying = Map.groupBy(
    lines.filter(({ text }) => !isBlank(text)),
    ({ text }) => text.normalize('NFKC').trim().toLowerCase(),
  )
  return [...bySaying.values()].flatMap((same) => {
    const [first] = same
    if (!first || same.length === 1) return []
    const stranger = same.find(({ intent }) => intent !== first.intent)
    if (!stranger) return same.slice(1).map(({ line }): SetFault => ({ line, code: 'twice', other: first.line }))
    return same.map(({ line, intent }): SetFault => ({ line, code: 'two-intents', other: (intent === first.intent ? stranger : first).line }))
  })
}
