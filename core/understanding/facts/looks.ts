import type { FoundFact } from '../reading.ts'

/** The end of a clause, as a piece of a regular expression with the flag u: nothing that is said or counted follows. */
export const clauseEnds = '(?=[^\\S\\n]{0,3}(?:$|\\n|[^\\p{L}\\p{M}\\p{N}\\p{Sc}\\s%.:/+#-]|\\.(?!\\d)))'

/** How a fact looks in writing, and its normal form; undefined for what only looks like one. All repetitions are bounded. */
export interface Looks {
  kind: FoundFact['kind']
  looks: RegExp
  /** It cannot be without a digit: where there is none, nobody looks for it. */
  hasDigits?: true
  /** `today` is the customer's day (ISO), where it is known. */
  value: (match: RegExpMatchArray, today: string | undefined) => string | undefined
}
