import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, TimelineEntry } from '../../contract/conversations.ts'
import type { SearchResult } from '../../contract/knowledge.ts'
import { get } from '../shell/api.ts'
import { Bot } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { share } from '../shell/numbers.ts'

/** So much of a long message is asked about. */
const mostAsked = 300

/** What the knowledge base answers to the customer's last words: to put in, never sent by itself; its source is always named. */
export function Suggestion({
  conversation,
  entries,
  onInsert,
}: {
  conversation: Conversation
  entries: readonly TimelineEntry[]
  onInsert: (words: string) => void
}) {
  const { t } = useTranslation('conversations')
  const [dismissed, setDismissed] = useState<string | null>(null)
  const last = entries.findLast((entry) => entry.author !== 'system' && !entry.private)
  // To whoever asks for a person and names no matter, an article answers nothing.
  const isMatter = !last?.reading?.wantsPerson || last.reading.intent !== null
  const asks = last?.author === 'customer' && conversation.mayReply && isMatter ? last : undefined
  const { data } = useQuery({
    queryKey: ['knowledge', 'suggestion', asks?.id],
    queryFn: () => get<SearchResult>(`/v1/search?${new URLSearchParams({ q: asks?.text.slice(0, mostAsked) ?? '', limit: '3' })}`),
    enabled: asks !== undefined,
    staleTime: 300_000,
    gcTime: 60_000,
  })
  if (!asks || !data || dismissed === asks.id) return null
  const { answer, hits } = data
  const articles = [...new Map(hits.map((hit) => [hit.article, hit])).values()]
  const text = answer?.kind === 'answer' ? answer.text : null
  if (!text && articles.length === 0) return null
  return (
    <section className="sug" aria-label={t('suggestion.title')}>
      <div className="sug-cap">
        <Bot /> {t(text ? 'suggestion.title' : 'suggestion.articles')}
        {text && answer && <span className="faint num">{t('suggestion.sure', { share: share(answer.confidence) })}</span>}
        <button type="button" className="icon-button is-small push" aria-label={t('suggestion.dismiss')} onClick={() => setDismissed(asks.id)}>
          ×
        </button>
      </div>
      {text && <p lang={hits[0]?.language}>{text}</p>}
      <div className="sug-foot">
        {articles.map((hit) => (
          <a key={hit.article} className="src" href={`/console/knowledge/${hit.article}`}>
            <Icon name="doc" size={13} /> {hit.title}
          </a>
        ))}
        {text && (
          <Button size="compact-sm" variant="default" className="push" onClick={() => onInsert(text)}>
            {t('suggestion.insert')}
          </Button>
        )}
      </div>
    </section>
  )
}
