/** An article as somebody has it already: on a page of questions, or as Markdown. */
export interface Found {
  title: string
  body: string
}

const mostFound = 200
const shortestBody = 10

/**
 * Questions with their answers out of a page (HTML): each heading or `<summary>` or `<dt>` that stands over text. What frames a page,
 * its menus and scripts, is left out. Every word is read in one pass, so a page that was made to be slow is not.
 */
export function questionsIn(html: string): Found[] {
  const found: Found[] = []
  let title: string | null = null
  let heading = ''
  let inTitle = ''
  let muted = ''
  let body = ''
  const settle = () => {
    const said = tidy(body)
    if (title && said.length >= shortestBody && found.length < mostFound) found.push({ title: title.slice(0, 300), body: said })
    body = ''
    title = null
  }
  for (const piece of pieces(html)) {
    if (piece.tag === undefined) {
      if (muted) continue
      if (inTitle) heading += piece.text
      else body += piece.text
      continue
    }
    const { tag, closes } = piece
    if (muted) {
      if (closes && tag === muted) muted = ''
    } else if (!closes && frames.has(tag)) muted = tag
    else if (questions.has(tag)) {
      if (!closes) {
        settle()
        heading = ''
        inTitle = tag
      } else if (inTitle === tag) {
        title = line(heading)
        inTitle = ''
      }
    } else if (!inTitle) body += marks(tag, closes)
  }
  settle()
  return found
}

/**
 * The articles of a Markdown file, as people write them. Each `#` begins one. Where there is no other `#` it is the name of the page, and its
 * `##` begin the articles when there are several; where a `#` stands over `##` without words of its own it is the name of a chapter, and they do
 * as well. All other headings stay inside their article. Words before the first heading go under the file's name; front matter is left out.
 */
export function articlesIn(markdown: string, fileName: string): Found[] {
  const lines = markdown
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replace(/^---\n[\s\S]{0,5000}?\n---\n/, '')
    .trim()
    .split('\n')
  const starts = startsOf(headingsIn(lines), lines)
  const name = fileName.replace(/\.\w+$/, '').replaceAll(/[-_]+/g, ' ')
  const parts = [{ title: name, at: -1 }, ...starts].map(({ title, at }, index) => ({ title, body: lines.slice(at + 1, starts[index]?.at) }))
  return parts
    .map(({ title, body }) => ({ title: title.trim().slice(0, 300), body: body.join('\n').trim() }))
    .filter(({ title, body }) => title && body.length >= shortestBody)
    .slice(0, mostFound)
}

interface Heading {
  level: number
  title: string
  at: number
}

function startsOf(headings: readonly Heading[], lines: readonly string[]): Heading[] {
  const isPage = headings.filter((heading) => heading.level === 1).length < 2
  const splitsPage = isPage && headings.filter((heading) => heading.level === 2).length > 1
  let isChapter = false
  return headings.filter(({ level, at }, index) => {
    if (level === 1)
      isChapter =
        !isPage &&
        lines
          .slice(at + 1, headings[index + 1]?.at)
          .join('')
          .trim() === ''
    return at === 0 || level === 1 || (level === 2 && (splitsPage || isChapter))
  })
}

/** What stands in a fenced block only looks like a heading. */
function headingsIn(lines: readonly string[]): Heading[] {
  const found: Heading[] = []
  let fence = ''
  for (const [at, line] of lines.entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1]
    if (mark) fence = fence === '' ? mark : fence === mark ? '' : fence
    const heading = fence ? null : /^(#{1,6}) +(.+)$/.exec(line)
    if (heading) found.push({ level: heading[1]?.length ?? 0, title: (heading[2] ?? '').replace(/ +#+ *$/, ''), at })
  }
  return found
}

const questions = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'dt'])
const frames = new Set(['script', 'style', 'template', 'noscript', 'nav', 'header', 'footer', 'form', 'svg', 'head', 'iframe'])
const blocks = new Set(['p', 'div', 'section', 'article', 'ul', 'ol', 'table', 'tr', 'blockquote', 'dd', 'details', 'pre'])

function marks(tag: string, closes: boolean): string {
  if (tag === 'li') return closes ? '' : '\n- '
  if (tag === 'br') return '\n'
  if (tag === 'strong' || tag === 'b') return '**'
  if (tag === 'td' || tag === 'th') return closes ? ' ' : ''
  return blocks.has(tag) ? '\n\n' : ''
}

type Piece = { tag: string; closes: boolean } | { tag?: undefined; text: string }

function* pieces(html: string): Generator<Piece> {
  let at = 0
  while (at < html.length) {
    const opens = html.indexOf('<', at)
    const textEnd = opens === -1 ? html.length : opens
    if (textEnd > at) yield { text: characters(html.slice(at, textEnd)) }
    if (opens === -1) return
    const isComment = html.startsWith('<!--', opens)
    const end = html.indexOf(isComment ? '-->' : '>', opens)
    if (end === -1) return
    const name = isComment ? null : /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(opens, opens + 40))
    if (name) yield { tag: (name[2] ?? '').toLowerCase(), closes: name[1] === '/' }
    at = end + (isComment ? 3 : 1)
  }
}

const line = (text: string) => text.replace(/\s+/g, ' ').trim()

function tidy(text: string): string {
  return text
    .split('\n')
    .map((one) => one.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\*\*\s*\*\*/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, 100_000)
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', euro: '€' }

/** Characters as they are meant; line breaks of the source are only spaces. */
function characters(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return named[name.toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
    })
}
