import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import { useHabits } from '../shell/habits.ts'
import { type Mode, most } from './draft.ts'
import { SendLater } from './SendLater.tsx'

/** So near to the limit of the channel it is told. */
const nearEnd = 500

/** Below the box: what else can be written, how long it may be, and the way out. */
export function WriteActs(props: { conversation: Conversation; mode: Mode; text: string; onSend: () => void; onKept: () => void }) {
  const { conversation, mode, text, onSend, onKept } = props
  const { t } = useTranslation('conversations')
  const { enterSends } = useHabits()
  const isNote = mode === 'note'
  return (
    <div className="write-acts">
      {!isNote && <SendLater conversation={conversation.id} text={text.trim()} onKept={onKept} />}
      <span className="faint write-hint">{t(isNote ? 'note-signs' : 'reply-signs')}</span>
      {text.length > most - nearEnd && (
        <span className={`num ${text.length >= most ? 'lost' : 'faint'}`}>
          {text.length}/{most}
        </span>
      )}
      <Button
        className="push"
        color={isNote ? 'yellow' : 'person'}
        variant={isNote ? 'light' : 'filled'}
        onClick={onSend}
        disabled={!text.trim()}
        size="sm"
      >
        {t(isNote ? 'save-note' : 'send')} <kbd className="in-button">{enterSends ? '↵' : 'Ctrl ↵'}</kbd>
      </Button>
    </div>
  )
}
