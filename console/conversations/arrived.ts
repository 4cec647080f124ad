import { useEffect, useState } from 'react'
import type { TimelineEntry } from '../../contract/conversations.ts'
import { useMe } from '../shell/me.ts'

/** What somebody else has said since one began to write: whoever sends then has perhaps not read it. */
export function useArrived(entries: readonly TimelineEntry[], text: string) {
  const me = useMe().person.id
  const last = entries.findLast((entry) => entry.author !== 'system' && !entry.private && entry.person?.id !== me)
  const [begunAt, setBegunAt] = useState<number | null>(null)
  const [isWarned, setIsWarned] = useState(false)
  const isWriting = text !== ''
  const seq = last?.seq ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the beginning counts
  useEffect(() => {
    setBegunAt(isWriting ? seq : null)
    if (!isWriting) setIsWarned(false)
  }, [isWriting])
  return {
    entry: begunAt !== null && seq > begunAt ? last : undefined,
    isWarned,
    warn: () => setIsWarned(true),
    /** It has been read. */
    forget: () => {
      setBegunAt(seq)
      setIsWarned(false)
    },
  }
}
