import type { Change, ConversationRow } from '../../contract/conversations.ts'

/** What is chosen from a list, for one conversation or for a selection. */
export type Dialog = 'assign' | 'label' | 'urgency' | 'snooze' | 'macro' | 'merge'

export interface DialogProps {
  rows: readonly ConversationRow[]
  change: (changes: Change[]) => void
  onClose: () => void
}
