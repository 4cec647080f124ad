import type { ReactNode } from 'react'

/** Shows Markdown as React elements, never as raw HTML: headings, paragraphs, lists, bold, italic, links to https. */
export function Markdown({ text }: { text: string }) {
  return <div className="markdown">{blocksOf(text).map((block, index) => draw(block, index))}</div>
}

type Block =
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }

const bullet = /^\s*[-*+]\s+(.*)$/
const number = /^\s*\d+[.)]\s+(.*)$/
const heading = /^(#{1,4})\s+(.*)$/

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  // A text that begins with ## or leaves a level out still reads as steps of one: that is what a screen reader counts.
  const above: number[] = []
  for (const line of text.replaceAll('\r', '').split('\n')) {
    const [, marks, title] = heading.exec(line) ?? []
    const item = bullet.exec(line)?.[1] ?? number.exec(line)?.[1]
    if (line.trim() === '') open = undefined
    else if (marks !== undefined && title !== undefined) {
      while ((above.at(-1) ?? 0) >= marks.length) above.pop()
      blocks.push({ kind: 'heading', depth: above.push(marks.length), text: title })
      open = undefined
    } else if (item !== undefined) {
      const ordered = number.test(line)
      if (open?.kind !== 'list' || open.ordered !== ordered) {
        open = { kind: 'list', ordered, items: [] }
        blocks.push(open)
      }
      open.items.push(item)
    } else if (open?.kind === 'paragraph') open.text += `\n${line}`
    else if (open?.kind === 'list') open.items.push(`${open.items.pop() ?? ''} ${line.trim()}`)
    else {
      open = { kind: 'paragraph', text: line }
      blocks.push(open)
    }
  }
  return blocks
}

function draw(block: Block, key: number): ReactNode {
  if (block.kind === 'paragraph') return <p key={key}>{inline(block.text)}</p>
  if (block.kind === 'heading') {
    // The page has its own first and second heading.
    const Tag = (['h3', 'h4', 'h5', 'h6'] as const)[block.depth - 1] ?? 'h6'
    return <Tag key={key}>{inline(block.text)}</Tag>
  }
  const items = block.items.map((item, index) => <li key={`${index} ${item}`}>{inline(item)}</li>)
  return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
}

const marks = /\*\*(?<bold>[^*]+)\*\*|(?:\*(?<star>[^*\s][^*]*)\*)|(?:\b_(?<line>[^_\s][^_]*)_\b)|\[(?<label>[^\]]+)\]\((?<address>[^)\s]+)\)/g

function inline(text: string): ReactNode[] {
  const parts: ReactNode[] = []
  let at = 0
  for (const match of text.matchAll(marks)) {
    parts.push(text.slice(at, match.index), drawMark(match))
    at = match.index + match[0].length
  }
  parts.push(text.slice(at))
  return parts
}

function drawMark(match: RegExpExecArray): ReactNode {
  const { bold, star, line, label, address = '' } = match.groups ?? {}
  const key = match.index
  if (bold !== undefined) return <strong key={key}>{inline(bold)}</strong>
  if (star !== undefined || line !== undefined) return <em key={key}>{inline(star ?? line ?? '')}</em>
  if (!address.startsWith('https://')) return label
  return (
    <a key={key} href={address} target="_blank" rel="noreferrer noopener">
      {label}
    </a>
  )
}
