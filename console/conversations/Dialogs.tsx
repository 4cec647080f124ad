import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Change, ConversationRow, Macro } from '../../contract/conversations.ts'
import { urgencies } from '../../core/conversations/marks.ts'
import { get } from '../shell/api.ts'
import { Face } from '../shell/Face.tsx'
import { useMe } from '../shell/me.ts'
import { dayAndTime } from '../shell/numbers.ts'
import { AtTime } from './AtTime.tsx'
import type { Dialog, DialogProps } from './dialog.ts'
import { LabelPick } from './LabelPick.tsx'
import { MergePick } from './MergePick.tsx'
import { type Choice, Pick } from './Pick.tsx'
import { useChange, useTeam } from './queries.ts'
import { SettingsLink } from './SettingsLink.tsx'
import { laterTimes, tomorrow } from './times.ts'

/** What is chosen for one conversation or for a selection, by key or by hand. */
export function Dialogs({ which, rows, onClose }: { which: Dialog | null; rows: readonly ConversationRow[]; onClose: () => void }) {
  const send = useChange()
  if (!which || rows.length === 0) return null
  const change = (changes: Change[]) => send({ conversations: rows.map((row) => row.id), changes })
  const props = { rows, change, onClose }
  if (which === 'assign') return <AssignPick {...props} />
  if (which === 'label') return <LabelPick {...props} />
  if (which === 'urgency') return <UrgencyPick {...props} />
  if (which === 'snooze') return <SnoozePick {...props} />
  if (which === 'macro') return <MacroPick {...props} />
  return <MergePick {...props} />
}

function AssignPick({ change, onClose }: DialogProps) {
  const { t } = useTranslation('conversations')
  const me = useMe().person.id
  const people = useTeam().filter((one) => one.id !== me && one.presence === 'on')
  const choices: Choice[] = [
    { id: 'me', label: t('assign.me') },
    { id: 'queue', label: t('give-back.queue') },
    { id: 'assistant', label: t('give-back.assistant') },
    ...people.map((one) => ({
      id: one.id,
      label: one.name,
      note: `${one.languages.join(' ')} · ${one.load}/${one.capacity}`,
      mark: <Face name={one.name} ours small />,
    })),
  ]
  const pick = ({ id }: Choice) => {
    change([id === 'me' || id === 'queue' || id === 'assistant' ? { kind: 'assign', to: id } : { kind: 'assign-person', person: id }])
    onClose()
  }
  return <Pick title={t('assign.title')} search={t('assign.search')} choices={choices} onPick={pick} onClose={onClose} />
}

function UrgencyPick({ rows, change, onClose }: DialogProps) {
  const { t } = useTranslation('conversations')
  const choices = urgencies.toReversed().map((name) => ({ id: name, label: t(`urgency.${name}`), on: rows.every((row) => row.urgency === name) }))
  return (
    <Pick
      title={t('urgency.title')}
      choices={choices}
      onClose={onClose}
      onPick={({ id }) => {
        const urgency = urgencies.find((name) => name === id)
        if (urgency) change([{ kind: 'urgency', urgency }])
        onClose()
      }}
    />
  )
}

function SnoozePick({ rows, change, onClose }: DialogProps) {
  const { t } = useTranslation('conversations')
  const now = new Date()
  const times = laterTimes(now)
  const choices: Choice[] = [
    ...times.map(({ id, at }) => ({ id, label: t(`snooze.${id}`), note: dayAndTime(at.toISOString()) })),
    { id: 'reply', label: t('snooze.reply') },
    ...(rows.some((row) => row.snoozed) ? [{ id: 'wake', label: t('snooze.wake') }] : []),
  ]
  const until = (at: Date | null) => {
    change([{ kind: 'snooze', until: at?.toISOString() ?? null }])
    onClose()
  }
  const pick = ({ id }: Choice) => {
    const time = times.find((one) => one.id === id)
    if (time) return until(time.at)
    if (id === 'reply') return until(null)
    change([{ kind: 'wake' }])
    onClose()
  }
  return (
    <Pick title={t('snooze.title')} choices={choices} onPick={pick} onClose={onClose}>
      <AtTime label={t('snooze.custom')} action={t('snooze.do')} start={tomorrow(now)} onPick={until} />
    </Pick>
  )
}

function MacroPick({ change, onClose }: DialogProps) {
  const { t } = useTranslation('conversations')
  const { data } = useQuery({ queryKey: ['macros'], queryFn: () => get<{ macros: Macro[] }>('/v1/macros'), staleTime: 60_000 })
  const macros = data?.macros ?? []
  return (
    <Pick
      title={t('macro.title')}
      none={
        data && (
          <>
            {t('macro.none')} <SettingsLink section="macros" />
          </>
        )
      }
      choices={macros.map(({ id, name, changes }) => ({ id, label: name, note: changes.map((one) => t(`change.${one.kind}`)).join(' · ') }))}
      onClose={onClose}
      onPick={({ id }) => {
        change(macros.find((macro) => macro.id === id)?.changes ?? [])
        onClose()
      }}
    />
  )
}
