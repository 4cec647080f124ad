export type Node = string | { tag: string; href?: string; children: Node[] }

/**
 * Reads the server's sanitised HTML into a small tree of known elements. The tree is drawn node by node, so no HTML
 * ever reaches the page as text: it holds where Trusted Types are required, and an article cannot carry a script.
 */
export function readArticle(html: string): Node[] {
  const root: Open = { tag: '', children: [] }
  const open: Open[] = [root]
  const top = () => open.at(-1) ?? root
  let mute = 0

  for (const [whole, slash, name, marks] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|<!--[\s\S]*?-->|[^<]+|</g)) {
    if (name === undefined) {
      if (mute === 0 && !whole.startsWith('<!--')) top().children.push(characters(whole))
      continue
    }
    const tag = name.toLowerCase()
    if (silent.has(tag)) mute = Math.max(0, mute + (slash ? -1 : 1))
    if (mute > 0 || !known.has(tag)) continue
    if (slash) close(open, tag)
    else if (tag === 'br' || tag === 'hr') top().children.push({ tag, children: [] })
    else {
      const node: Open = { tag, children: [], ...(tag === 'a' ? link(marks ?? '') : {}) }
      top().children.push(node)
      open.push(node)
    }
  }
  return root.children
}

interface Open {
  tag: string
  href?: string
  children: Node[]
}

const known = new Set('h1 h2 h3 h4 p ul ol li strong b em i a br hr code pre blockquote table thead tbody tr th td dl dt dd'.split(' '))
const silent = new Set(['script', 'style', 'template', 'noscript'])

function close(open: Open[], tag: string) {
  const at = open.findLastIndex((node) => node.tag === tag)
  if (at > 0) open.length = at
}

function link(marks: string): { href?: string } {
  const found = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(marks)
  const href = characters(found?.[1] ?? found?.[2] ?? '').trim()
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) ? { href } : {}
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
}

function characters(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
