import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CannedReply, Conversation } from '../../contract/conversations.ts'
import type { SearchResult } from '../../contract/knowledge.ts'
import { fill, firstName } from '../../core/conversations/variables.ts'
import { get } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { useTeam } from './queries.ts'
import { SettingsLink } from './SettingsLink.tsx'
import type { Trigger } from './trigger.ts'

export interface Offer {
  id: string
  label: string
  note: string
  /** What is put in. */
  words: string
}

const most = 8

/** What the signs before the caret offer. */
export function useOffers(trigger: Trigger | null, conversation: Conversation): readonly Offer[] {
  const canned = useCanned(trigger?.kind === 'canned' ? trigger.words : null, conversation)
  const articles = useArticles(trigger?.kind === 'article' ? trigger.words : null)
  const people = usePeople(trigger?.kind === 'mention' ? trigger.words : null)
  return trigger ? { canned, article: articles, mention: people }[trigger.kind] : nothing
}
const nothing: readonly Offer[] = []

export function useFill(conversation: Conversation): (text: string) => string {
  const me = useMe().person.name
  const { customer, number } = conversation
  return (text) =>
    fill(text, {
      'customer.name': customer.name,
      'customer.first-name': firstName(customer.name),
      'me.name': me,
      'me.first-name': firstName(me),
      number: String(number),
    })
}

const useReplies = () => useQuery({ queryKey: ['replies'], queryFn: () => get<{ replies: CannedReply[] }>('/v1/replies'), staleTime: 60_000 })

function useCanned(words: string | null, conversation: Conversation): Offer[] {
  const filled = useFill(conversation)
  const { data } = useReplies()
  if (words === null) return []
  const wanted = words.toLowerCase()
  const rank = (reply: CannedReply) => (reply.shortcut.toLowerCase().startsWith(wanted) ? 0 : 1)
  return (data?.replies ?? [])
    .filter((reply) => `${reply.shortcut} ${reply.text}`.toLowerCase().includes(wanted))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, most)
    .map((reply) => ({ id: reply.id, label: `/${reply.shortcut}`, note: reply.text, words: filled(reply.text) }))
}

function useArticles(words: string | null): Offer[] {
  const { data } = useQuery({
    queryKey: ['knowledge', 'offers', words],
    queryFn: () => get<SearchResult>(`/v1/search?${new URLSearchParams({ q: words ?? '', limit: String(most) })}`),
    enabled: words !== null && words.length > 1,
    placeholderData: keepPreviousData,
  })
  return words === null
    ? []
    : (data?.hits ?? []).map((hit, index) => ({ id: `${hit.article}-${index}`, label: hit.title, note: hit.text, words: hit.text }))
}

function usePeople(words: string | null): Offer[] {
  const team = useTeam()
  if (words === null) return []
  return team
    .filter((one) => one.name.toLowerCase().includes(words.toLowerCase()))
    .slice(0, most)
    .map((one) => ({ id: one.id, label: one.name, note: one.email, words: `@${one.name} ` }))
}

/** The offers above the box, and the keys that choose among them: arrows, Enter or Tab, Escape. */
export function useChoosing(offers: readonly Offer[], take: (offer: Offer) => void, dismiss: () => void) {
  const [at, setAt] = useState(0)
  const ids = useMemo(() => offers.map((offer) => offer.id).join(' '), [offers])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other offers begin at the first one
  useEffect(() => setAt(0), [ids])
  const here = Math.min(at, Math.max(0, offers.length - 1))
  /** True when the key was meant for the offers. */
  const press = (event: KeyboardEvent): boolean => {
    const offer = offers[here]
    if (!offer || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false
    if (event.key === 'ArrowDown') setAt((here + 1) % offers.length)
    else if (event.key === 'ArrowUp') setAt((here - 1 + offers.length) % offers.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(offer)
    else if (event.key === 'Escape') dismiss()
    else return false
    event.preventDefault()
    return true
  }
  return { here, press }
}

export function Offers({ offers, here, take }: { offers: readonly Offer[]; here: number; take: (offer: Offer) => void }) {
  const { t } = useTranslation('conversations')
  if (offers.length === 0) return null
  return (
    <ul className="offers" aria-label={t('offers')}>
      {offers.map((offer, index) => (
        <li key={offer.id}>
          <button type="button" aria-current={index === here} onMouseDown={(event) => event.preventDefault()} onClick={() => take(offer)}>
            <b className="one-line">{offer.label}</b> <span className="faint one-line">{offer.note}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Where the slash has nothing to offer yet: who meets it first should not think it broken. */
export function NoReplies() {
  const { t } = useTranslation('conversations')
  const { data } = useReplies()
  if (data?.replies.length !== 0) return null
  return (
    <p className="offers offers-none" role="status">
      {t('canned.none')} <SettingsLink section="replies" />
    </p>
  )
}
