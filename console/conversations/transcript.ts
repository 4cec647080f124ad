import i18next from 'i18next'
import type { Conversation, Timeline, TimelineEntry } from '../../contract/conversations.ts'
import { get } from '../shell/api.ts'
import { dayAndTime, longDay } from '../shell/numbers.ts'

/** Everything that was said, to print or to keep as a text file. Private notes are marked as such. */
export async function openTranscript(conversation: Conversation, as: 'print' | 'file'): Promise<void> {
  const entries = await readAll(conversation.id)
  const name = conversation.customer.name ?? i18next.t('conversations:nameless', { number: conversation.number })
  const title = `#${conversation.number} ${name}`
  const lines = entries.map((entry) => ({ head: `${dayAndTime(entry.at)}  ${who(entry, name)}`, entry }))
  if (as === 'file') {
    const text = [title, longDay(conversation.openedAt), '', ...lines.map(({ head, entry }) => `${head}\n${said(entry)}\n`)].join('\n')
    return download(`sambut-${conversation.number}.txt`, text)
  }
  print(title, lines)
}

async function readAll(id: string): Promise<TimelineEntry[]> {
  let all: TimelineEntry[] = []
  for (let more = true; more; ) {
    const before = all[0] ? `&before=${all[0].seq}` : ''
    const page = await get<Timeline>(`/v1/conversations/${id}/timeline?limit=200${before}`)
    all = [...page.entries, ...all]
    more = page.more && page.entries.length > 0
  }
  return all
}

function who(entry: TimelineEntry, customer: string): string {
  if (entry.author === 'customer') return customer
  const name = entry.author === 'assistant' ? i18next.t('conversations:assistant') : (entry.person?.name ?? '')
  return entry.private ? `${name} (${i18next.t('conversations:only-team')})` : name
}

function said(entry: TimelineEntry): string {
  const key = `timeline:system.${entry.reason?.code ?? ''}`
  return entry.author === 'system' && i18next.exists(key) ? i18next.t(key, { ...entry.reason?.numbers }) : entry.text
}

function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** A page of its own, made of text alone: nothing that a customer wrote is ever markup. */
function print(title: string, lines: readonly { head: string; entry: TimelineEntry }[]): void {
  const page = window.open('', '_blank')
  if (!page) return
  const { document: paper } = page
  paper.title = title
  const add = (tag: string, text: string, lang?: string | null) => {
    const element = paper.createElement(tag)
    element.textContent = text
    if (lang) element.lang = lang
    element.style.whiteSpace = 'pre-wrap'
    paper.body.append(element)
  }
  paper.body.style.font = '14px/1.6 system-ui, sans-serif'
  add('h1', title)
  for (const { head, entry } of lines) {
    add('h4', head)
    add('p', said(entry), entry.language)
  }
  page.print()
}
