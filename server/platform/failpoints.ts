/**
 * Named places where a fault can be put in, for tests of what must hold whatever happens: `failAt('assistant.before-answer', wait)`.
 * Nothing arms them in production: an unarmed point costs one map look-up.
 */
const armed = new Map<string, () => Promise<void> | void>()

export type Failpoint =
  | 'assistant.before-answer'
  | 'message.before-commit'
  | 'message.after-commit'
  | 'action.before-commit'
  | 'knowledge.before-terms'

export async function failpoint(name: Failpoint): Promise<void> {
  const fault = armed.get(name)
  if (fault) await fault()
}

/** Arms a point; gives back how to disarm it. */
export function failAt(name: Failpoint, fault: () => Promise<void> | void): () => void {
  armed.set(name, fault)
  return () => armed.delete(name)
}
