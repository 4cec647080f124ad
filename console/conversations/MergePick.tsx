import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationPage, ConversationRow } from '../../contract/conversations.ts'
import { ask, get } from '../shell/api.ts'
import { Icon } from '../shell/Icon.tsx'
import { when } from '../shell/numbers.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { sayWithUndo } from '../shell/undoable.tsx'
import type { DialogProps } from './dialog.ts'
import { Pick } from './Pick.tsx'

/** Two matters that are one: which, what it will be like, and back again. */
export function MergePick({ rows, onClose }: DialogProps) {
  const { t } = useTranslation('conversations')
  const [row] = rows
  const [words, setWords] = useState('')
  const [into, setInto] = useState<ConversationRow | null>(null)
  const nameOf = useNameOf()
  const others = useOthers(row, words)
  if (!row) return null
  if (into) return <Preview from={row} into={into} onBack={() => setInto(null)} onClose={onClose} />
  return (
    <Pick
      title={t('merge.title')}
      search={t('merge.search')}
      choices={others.map((other) => ({
        id: other.id,
        label: `${nameOf(other)} · #${other.number}`,
        note: other.preview?.text ?? '',
        mark: other.customer.id === row.customer.id && <span className="tag is-person">{t('merge.same')}</span>,
      }))}
      onWords={setWords}
      onClose={onClose}
      onPick={({ id }) => setInto(others.find((other) => other.id === id) ?? null)}
    />
  )
}

/** What it could be merged with: the same customer's own conversations first, whatever is looked for. */
function useOthers(row: ConversationRow | undefined, words: string): ConversationRow[] {
  const asked = (query: Record<string, string>) => ({
    queryKey: ['conversations', 'merge', query],
    queryFn: () => get<ConversationPage>(`/v1/conversations?${new URLSearchParams({ view: 'all', limit: '20', ...query })}`),
  })
  const search: Record<string, string> = words ? { search: words } : {}
  const own = useQuery({ ...asked({ ...search, customer: row?.customer.id ?? '' }), enabled: row !== undefined })
  const all = useQuery(asked(search))
  const ownRows = own.data?.rows ?? []
  const rest = (all.data?.rows ?? []).filter((other) => ownRows.every(({ id }) => id !== other.id))
  return [...ownRows, ...rest].filter((other) => other.id !== row?.id)
}

function useNameOf(): (row: ConversationRow) => string {
  const { t } = useTranslation('conversations')
  return (row) => row.customer.name ?? t('nameless', { number: row.number })
}

function Preview({ from, into, onBack, onClose }: { from: ConversationRow; into: ConversationRow; onBack: () => void; onClose: () => void }) {
  const { t } = useTranslation('conversations')
  const queries = useQueryClient()
  const go = useNavigate()
  const nameOf = useNameOf()
  const isTwo = from.customer.id !== into.customer.id
  const anew = () =>
    Promise.all([queries.invalidateQueries({ queryKey: ['conversation'] }), queries.invalidateQueries({ queryKey: ['conversations'] })])
  const undo = () => ask('DELETE', `/v1/conversations/${from.id}/merge`).then(anew).catch(sayTrouble)
  const merge = useMutation({
    mutationFn: () => ask('POST', `/v1/conversations/${from.id}/merge`, { into: into.id }),
    onSuccess: async () => {
      onClose()
      sayWithUndo(t('merge.done', { number: into.number }), () => void undo())
      await anew()
      await go({ to: '/inbox/$conversation', params: { conversation: into.id }, search: {} })
    },
    onError: sayTrouble,
  })
  return (
    <Modal opened onClose={onClose} title={t('merge.title')} size="lg" closeButtonProps={{ 'aria-label': t('console:close') }}>
      <div className="merge-pair">
        <Side row={from} />
        <Icon name="merge" />
        <Side row={into} />
      </div>
      <p>{t('merge.says', { from: from.number, into: into.number })}</p>
      {isTwo && (
        <p className="merge-two" role="alert">
          {t('merge.two', { from: nameOf(from), into: nameOf(into) })}
        </p>
      )}
      {/* Enter does what is most likely right: with two customers, that is to go back. */}
      <Button onClick={() => merge.mutate()} loading={merge.isPending} data-autofocus={isTwo ? undefined : true}>
        {t('merge.do')}
      </Button>{' '}
      <Button variant="default" onClick={onBack} data-autofocus={isTwo ? true : undefined}>
        {t('console:back')}
      </Button>
    </Modal>
  )
}

function Side({ row }: { row: ConversationRow }) {
  const { t } = useTranslation('conversations')
  const nameOf = useNameOf()
  return (
    <div>
      <b>{nameOf(row)}</b>
      <br />
      <span className="faint num">
        #{row.number} · {t(`channel.${row.channel}`, row.channel)} · {when(row.lastAt)}
      </span>
      <p lang={row.preview?.language ?? undefined}>{row.preview?.text}</p>
    </div>
  )
}
