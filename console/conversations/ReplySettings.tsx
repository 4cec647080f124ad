import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CannedReply } from '../../contract/conversations.ts'
import { variables } from '../../core/conversations/variables.ts'
import { get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { useSaved } from './saved-queries.ts'
import './desk-settings.css'

type Edited = Omit<CannedReply, 'id'> & { id: string | null }

/** Words that one writes often, by a shortcut: the team's, and one's own. */
export function ReplySettings() {
  const { t } = useTranslation('conversations')
  const mayLead = useMay('lead')
  const { data, error } = useQuery({ queryKey: ['replies'], queryFn: () => get<{ replies: CannedReply[] }>('/v1/replies') })
  const [edited, setEdited] = useState<Edited | null>(null)
  const { save, remove } = useSaved('replies', () => setEdited(null))
  if (error) return <Trouble error={error} />
  if (!data) return <Waiting />
  return (
    <>
      <div className="page-head">
        <h1>{t('console:settings.replies')}</h1>
      </div>
      <p className="settings-intro">{t('canned.intro')}</p>
      <ul className="panel kept">
        {data.replies.map((reply) => (
          <li key={reply.id}>
            <b>/{reply.shortcut}</b>
            <span className="faint one-line">{reply.text}</span>
            {reply.own && <span className="tag">{t('canned.own')}</span>}
            {(reply.own || mayLead) && (
              <span className="push kept-acts">
                <Button size="compact-sm" variant="default" onClick={() => setEdited(reply)}>
                  {t('console:edit')}
                </Button>
                <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove(reply.id)}>
                  {t('console:remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
        {data.replies.length === 0 && <li className="faint">{t('canned.none')}</li>}
      </ul>
      {edited ? (
        <ReplyForm
          key={edited.id}
          start={edited}
          mayLead={mayLead}
          onSave={({ id, ...body }) => save({ id, body })}
          onCancel={() => setEdited(null)}
        />
      ) : (
        <Button mt="md" onClick={() => setEdited({ id: null, shortcut: '', text: '', own: !mayLead })}>
          {t('console:add')}
        </Button>
      )}
    </>
  )
}

const allowed = /^[\p{L}\p{M}\p{N}_-]{1,40}$/u

function ReplyForm({ start, mayLead, onSave, onCancel }: { start: Edited; mayLead: boolean; onSave: (reply: Edited) => void; onCancel: () => void }) {
  const { t } = useTranslation('conversations')
  const [reply, setReply] = useState(start)
  const isRight = allowed.test(reply.shortcut) && reply.text.trim() !== ''
  return (
    <form
      className="kept-form is-tall"
      onSubmit={(event) => {
        event.preventDefault()
        if (isRight) onSave(reply)
      }}
    >
      <TextInput
        label={t('canned.shortcut')}
        description={t('canned.shortcut-hint')}
        leftSection="/"
        value={reply.shortcut}
        error={reply.shortcut !== '' && !allowed.test(reply.shortcut) ? t('canned.shortcut-wrong') : undefined}
        onChange={(event) => setReply({ ...reply, shortcut: event.currentTarget.value.trim() })}
      />
      <Textarea
        label={t('canned.text')}
        description={t('canned.text-hint')}
        autosize
        minRows={4}
        maxLength={10_000}
        value={reply.text}
        onChange={(event) => setReply({ ...reply, text: event.currentTarget.value })}
      />
      <div className="variables">
        {variables.map((name) => (
          <button key={name} type="button" className="tag" onClick={() => setReply({ ...reply, text: `${reply.text}{{${name}}}` })}>
            {`{{${name}}}`}
          </button>
        ))}
      </div>
      {mayLead && (
        <Checkbox label={t('canned.only-me')} checked={reply.own} onChange={(event) => setReply({ ...reply, own: event.currentTarget.checked })} />
      )}
      <div className="kept-acts">
        <Button type="submit" disabled={!isRight}>
          {t('console:save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('console:cancel')}
        </Button>
      </div>
    </form>
  )
}
