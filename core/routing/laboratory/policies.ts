import { customary } from './customary.ts'
import type { PolicyKind, PolicyName } from './policy.ts'
import { sambut, sambutInClasses } from './sambut.ts'

export const policies: Record<PolicyName, PolicyKind> = { ...customary, sambut, 'sambut-in-classes': sambutInClasses }
