export interface List {
  numbered: boolean
  items: { mark: string; text: string }[]
}

/** A text taken apart into what stands as it is and the lists in it, so that they can be drawn as lists: text only, never HTML. */
export function listed(text: string): (string | List)[] {
  const parts: (string | List)[] = []
  for (const line of text.split('\n')) {
    const [, mark, rest] = /^[ \t]*([-*•]|\d{1,3}[.)])[ \t]+(\S.*)$/.exec(line) ?? []
    const last = parts.at(-1)
    if (mark !== undefined && rest !== undefined) {
      const item = { mark, text: rest }
      const numbered = /\d/.test(mark)
      if (typeof last === 'object' && last.numbered === numbered) last.items.push(item)
      else parts.push({ numbered, items: [item] })
    } else if (typeof last === 'string') parts[parts.length - 1] = `${last}\n${line}`
    else parts.push(line)
  }
  // A list stands apart by itself: the empty lines around it would part it twice.
  return parts.map((part) => (typeof part === 'string' && parts.length > 1 ? part.replace(/^\n+|\n+$/g, '') : part)).filter((part) => part !== '')
}
