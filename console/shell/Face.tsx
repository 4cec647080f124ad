/** A person: round and filled. Two letters of the name, or the last two characters of a Chinese one. */
export function Face({ name, ours = false, small = false }: { name: string | null; ours?: boolean; small?: boolean }) {
  return (
    <span className={`face${ours ? ' is-us' : ''}${small ? ' is-small' : ''}`} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

/** The assistant: square-shouldered and hollow. */
export function Bot() {
  return (
    <span className="bot" aria-hidden="true">
      <svg width="15" height="15" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth={2.2} strokeLinecap="round" aria-hidden="true">
        <path d="M6 8.500v3M10 6.500v7M14 8.500v3" />
      </svg>
    </span>
  )
}

function initials(name: string | null): string {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return '·'
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}
