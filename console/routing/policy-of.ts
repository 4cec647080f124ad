import type { PolicyView } from '../../contract/routing.ts'

/** What a draft proposes, without what a view says beside it. */
export type Policy = Omit<PolicyView, 'version' | 'since' | 'by' | 'assistantPaused' | 'currency'>

export function policyOf({ version: _, since: __, by: ___, assistantPaused: ____, currency: _____, ...policy }: PolicyView): Policy {
  return policy
}
