import type { Article, Passage } from './passage.ts'

/** An article's parts that may answer by themselves: a paragraph or a whole list, each under its heading. A list keeps its leading line. */
export function toPassages(article: Article): Passage[] {
  const passages: Passage[] = []
  let heading = ''
  for (const block of toBlocks(article.body)) {
    if (block.kind === 'heading') heading = block.text
    else if (block.text !== '') {
      const { id, title, language } = article
      passages.push({ article: id, title, heading: heading === title ? '' : heading, text: block.text, language })
    }
  }
  return passages
}

/** The text of Markdown as it is read, without its marks; blocks are parted by an empty line. */
export function toPlain(markdown: string): string {
  return toBlocks(markdown)
    .map((block) => block.text)
    .filter(Boolean)
    .join('\n\n')
}

/** A text as it is searched: the points and numbers of its lists say nothing. */
export const withoutMarks = (text: string): string => text.replace(listMark, '')

/** What a line of a list begins with in a passage. */
export const listMark = /^(?:•|\d{1,3}[.)]) /gm

interface Block {
  kind: 'heading' | 'text' | 'list'
  text: string
}

const headingLine = /^\s{0,3}#{1,6}(?:[ \t]+|$)/
const item = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+/
const rule = /^[ \t]*(?:[-*_][ \t]*){3,}$/
const underline = /^[ \t]*(?:=+|-{2,})[ \t]*$/
const fence = /^[ \t]*(?:```|~~~)/
const tableRule = /^[ \t|:-]+$/

function toBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const line of withoutComments(withoutFrontMatter(markdown)).split(/\r\n|\r|\n/)) {
    const before: Block | undefined = open
    if (line.trim() === '' || fence.test(line)) open = undefined
    else if (headingLine.test(line)) {
      blocks.push({ kind: 'heading', text: inline(line.replace(headingLine, '').replace(/[ \t]#+[ \t]*$/, '')) })
      open = undefined
    } else if (before?.kind === 'text' && underline.test(line)) {
      before.kind = 'heading'
      open = undefined
    } else if (rule.test(line) || (line.includes('|') && tableRule.test(line))) continue
    else open = addLine(blocks, before, line)
  }
  return blocks
}

/** Adds a line to the open block, or opens one. A list after an empty line goes on with the list, or the leading line, before it. */
function addLine(blocks: Block[], open: Block | undefined, line: string): Block {
  const [mark] = item.exec(line) ?? []
  const words = inline(line.slice(mark?.length ?? 0).replace(/^[ \t]*>[ \t]?/, ''))
  const text = mark && words ? `${/\d/.test(mark) ? mark.trim() : '•'} ${words}` : words
  const last = blocks.at(-1)
  if (mark) {
    const leads = last !== undefined && (last.kind === 'list' || (last.kind === 'text' && (open === last || /[:：]$/.test(last.text))))
    if (leads) {
      last.kind = 'list'
      last.text += `\n${text}`
      return last
    }
    return opened(blocks, { kind: 'list', text })
  }
  if (open === undefined) return opened(blocks, { kind: 'text', text })
  const row = line.trim().startsWith('|')
  open.text += (row ? '\n' : ' ') + text
  return open
}

function opened(blocks: Block[], block: Block): Block {
  blocks.push(block)
  return block
}

function withoutFrontMatter(markdown: string): string {
  if (!/^---[ \t]*\r?\n/.test(markdown)) return markdown
  const end = markdown.indexOf('\n---', 3)
  if (end < 0) return markdown
  const next = markdown.indexOf('\n', end + 1)
  return next < 0 ? '' : markdown.slice(next + 1)
}

/** By hand, because a pattern would look for the end of every unclosed comment up to the end of the text. */
function withoutComments(markdown: string): string {
  let kept = ''
  let from = 0
  for (let start = markdown.indexOf('<!--'); start >= 0; start = markdown.indexOf('<!--', from)) {
    const end = markdown.indexOf('-->', start + 4)
    if (end < 0) break
    kept += markdown.slice(from, start)
    from = end + 3
  }
  return kept + markdown.slice(from)
}

/** Lengths inside the marks are bounded so that hostile text cannot make the search for their ends grow with its square. */
function inline(text: string): string {
  return text
    .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,500}(?:[ \t]"[^"]{0,200}")?\)/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, '')
    .replace(/`+|\*\*|__|~~/g, '')
    .replace(/(^|[\s(（])[*_](?=\S)/g, '$1')
    .replace(/(\S)[*_](?=[\s.,;:!?)）。，]|$)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .replace(/^\s*\||\|\s*$/g, '')
    .replace(/\s*\|\s*/g, ' · ')
    .replace(/[ \t]+/g, ' ')
    .trim()
}
