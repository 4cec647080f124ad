import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import { ask } from '../shell/api.ts'
import { Icon } from '../shell/Icon.tsx'
import { useDraft } from './draft.ts'
import './composer.css'

interface Props {
  conversation: Conversation
  mode: 'reply' | 'note'
  onMode: (mode: 'reply' | 'note') => void
  onSay: (text: string) => void
  onTake: () => void
}

const most = 10_000
const typingEveryMilliseconds = 3000

/** Reply and private note cannot be mistaken for each other: paper, lock and button differ. */
export function Composer({ conversation, mode, onMode, onSay, onTake }: Props) {
  const { t } = useTranslation('conversations')
  const [text, setText] = useDraft(conversation.id, mode)
  const box = useRef<HTMLTextAreaElement>(null)
  const noteTyping = useTypingNote(conversation)
  useEffect(() => {
    if (mode) box.current?.focus()
  }, [mode])
  const mayWrite = mode === 'note' || conversation.mayReply
  const send = () => {
    const words = text.trim()
    if (!words || !mayWrite) return
    onSay(words)
    setText('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    }
    if (event.key === 'Escape') box.current?.blur()
  }
  return (
    <div className="write">
      <div className={`box${mode === 'note' ? ' is-note' : ''}`}>
        <div className="modes" role="tablist" aria-label={t('write')}>
          <button type="button" role="tab" aria-selected={mode === 'reply'} onClick={() => onMode('reply')}>
            {t('reply')}
          </button>
          <button type="button" role="tab" aria-selected={mode === 'note'} onClick={() => onMode('note')}>
            <Icon name="lock" size={14} /> {t('note')}
          </button>
          {conversation.language && (
            <span className="push faint reads">{t('reads', { language: t(`console:languages.${conversation.language}`) })}</span>
          )}
        </div>
        {mayWrite ? (
          <textarea
            ref={box}
            value={text}
            maxLength={most}
            rows={3}
            aria-label={t(mode === 'note' ? 'note' : 'reply')}
            placeholder={t(mode === 'note' ? 'note-hint' : 'reply-hint', { name: conversation.customer.name?.split(' ')[0] ?? t('customer') })}
            onChange={(event) => {
              setText(event.currentTarget.value)
              if (mode === 'reply') noteTyping()
            }}
            onKeyDown={press}
          />
        ) : (
          <p className="write-not">
            {conversation.closedAt
              ? t('closed-hint')
              : conversation.holder?.kind === 'person'
                ? t('held-hint', { name: conversation.holder.name })
                : t('take-hint')}{' '}
            {!conversation.closedAt && conversation.holder?.kind !== 'person' && (
              <button type="button" className="link" onClick={onTake}>
                {t('take')}
              </button>
            )}
          </p>
        )}
        <div className="write-acts">
          {text.length > most - 500 && (
            <span className="faint num">
              {text.length}/{most}
            </span>
          )}
          <Button
            className="push"
            color={mode === 'note' ? 'yellow' : 'person'}
            variant={mode === 'note' ? 'light' : 'filled'}
            onClick={send}
            disabled={!mayWrite || !text.trim()}
            size="sm"
          >
            {t(mode === 'note' ? 'save-note' : 'send')} <kbd className="in-button">Ctrl ↵</kbd>
          </Button>
        </div>
      </div>
    </div>
  )
}

function useTypingNote(conversation: Conversation): () => void {
  const last = useRef(0)
  return () => {
    if (Date.now() - last.current < typingEveryMilliseconds || !conversation.mayReply) return
    last.current = Date.now()
    // A hint that is lost harms nobody: it settles by itself.
    ask('POST', `/v1/conversations/${conversation.id}/typing`).catch(() => undefined)
  }
}
