import type { Words } from '../phrases/lexicon.ts'

/**
 * How a language asks for a person. Words stand in classes that all languages share, so that mixed sentences are heard:
 * `human` a human being · `role` somebody of the team · `someone` anybody · `bot` the machine · `want` wish or demand ·
 * `talk` talk, call · `give` connect, pass on, fetch · `not` negation · `stop` away with · `refuse` no need of · `with` the
 * preposition · `dont` do not (do it) · `others` what somebody else asked for · `job` people are looked for or counted as staff · `offered` a request that
 * is only talked about ("what if I ask for…") · `selfcall` the customer calls · `there` presence · `handover` a whole request without naming anybody ("escalate") · `filler` words that may stand beside a bare "agent" · `mask` phrases that hide their words.
 */
export interface PersonRules {
  words: Words
  /** Patterns (see phrases/pattern.ts) that are a request. */
  wants: readonly string[]
  /** Patterns that only look like one: a request that touches one of them does not count. */
  unless: readonly string[]
}
