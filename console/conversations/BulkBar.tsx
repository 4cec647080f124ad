import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../contract/conversations.ts'
import { Icon } from '../shell/Icon.tsx'
import { say } from '../shell/said.ts'
import type { Dialog } from './dialog.ts'
import { useChange } from './queries.ts'

const Dialogs = lazy(() => import('./Dialogs.tsx').then((file) => ({ default: file.Dialogs })))

const doors = [
  ['assign', 'customers'],
  ['label', 'label'],
  ['urgency', 'flag'],
  ['snooze', 'clock'],
  ['macro', 'bolt'],
] as const

/** What can be done with all that is chosen. */
export function BulkBar({ chosen, known, onDone }: { chosen: string[]; known: readonly ConversationRow[]; onDone: () => void }) {
  const { t } = useTranslation('conversations')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const change = useChange()
  const rows = known.filter((row) => chosen.includes(row.id))
  const resolve = () =>
    change({ conversations: chosen, changes: [{ kind: 'resolve', resolved: true }] }, ({ done, refused }) => {
      say(t('bulk.done', { n: done.length, all: done.length + refused.length }))
      onDone()
    })
  return (
    <div className="bulk" role="toolbar" aria-label={t('bulk.title')}>
      <b>{t('bulk.chosen', { count: chosen.length })}</b>
      {doors.map(([name, icon]) => (
        <button
          key={name}
          type="button"
          className="icon-button"
          aria-label={t(`command.${name}`)}
          title={t(`command.${name}`)}
          onClick={() => setDialog(name)}
        >
          <Icon name={icon} />
        </button>
      ))}
      <Button size="compact-sm" variant="default" onClick={resolve}>
        {t('resolve')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onDone}>
        {t('bulk.none')}
      </Button>
      <Suspense>{dialog && <Dialogs which={dialog} rows={rows} onClose={() => setDialog(null)} />}</Suspense>
    </div>
  )
}
