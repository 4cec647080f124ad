import { h, type VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Node, readArticle } from '../article.ts'
import { type Say, tagFor } from '../words.ts'
import { useDesk } from './desk.ts'
import { Icon } from './Icon.tsx'
import { Transcript } from './Transcript.tsx'

export type SheetKind = { kind: 'why' } | { kind: 'transcript' } | { kind: 'article'; id: string; title: string }

interface Page {
  title: string
  language: string
  nodes: Node[]
}

/** A page over the timeline: the article behind an answer, or why it was decided like this. */
export function Sheet({ sheet, back }: { sheet: SheetKind; back: () => void }) {
  const { say, shown } = useDesk()
  const { page, failed, again } = usePage(sheet)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Where something is to be filled in, the focus goes to the field.
    if (sheet.kind !== 'transcript') title.current?.focus()
  }, [])

  return (
    <div class="sheet">
      <button type="button" class="link back" onClick={back}>
        <Icon name="left" small />
        {say('back')}
      </button>
      <div class="page" lang={tagFor(page?.language ?? shown.language)}>
        <h3 ref={title} tabIndex={-1}>
          {page?.title ?? titleOf(say, sheet)}
        </h3>
        {failed && (
          <p role="alert">
            {say('notOpened')}{' '}
            <button type="button" class="link" onClick={again}>
              {say('retry')}
            </button>
          </p>
        )}
        {sheet.kind === 'transcript' && <Transcript />}
        {!page && !failed && sheet.kind !== 'transcript' && (
          <div class="outline" aria-hidden="true">
            <i />
            <i />
            <i />
          </div>
        )}
        {page?.nodes.map(draw)}
      </div>
    </div>
  )
}

const titleOf = (say: Say, sheet: SheetKind) => (sheet.kind === 'article' ? sheet.title : say(sheet.kind === 'why' ? 'whyTitle' : 'transcript'))

function usePage(sheet: SheetKind) {
  const { chat, say, shown } = useDesk()
  const [page, setPage] = useState<Page | null>(null)
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)

  useEffect(() => {
    if (sheet.kind === 'transcript') return
    const fetchPage = async () => {
      const answer = await chat.read(sheet.kind === 'why' ? '/w/explanation' : `/w/articles/${encodeURIComponent(sheet.id)}`)
      if (!answer.ok) return setFailed(true)
      if (sheet.kind === 'why') {
        const { sentences } = answer.body as { sentences: string[] }
        const told = sentences.length > 0 ? sentences : [say('whyEmpty')]
        return setPage({ title: say('whyTitle'), language: shown.language, nodes: told.map((sentence) => ({ tag: 'p', children: [sentence] })) })
      }
      const article = answer.body as { title: string; html: string; language: string }
      setPage({ title: article.title, language: article.language, nodes: readArticle(article.html) })
    }
    setFailed(false)
    void fetchPage()
  }, [round])

  return { page, failed, again: () => setRound(round + 1) }
}

function draw(node: Node, at: number): VNode | string {
  if (typeof node === 'string') return node
  const marks = node.href ? { href: node.href, target: '_blank', rel: 'noopener noreferrer' } : {}
  return h(node.tag, { key: at, ...marks }, node.children.map(draw))
}
