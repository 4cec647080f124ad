import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, Macro } from '../../contract/conversations.ts'
import { urgencies } from '../../core/conversations/marks.ts'
import { useLabels } from './queries.ts'

export type Edited = Omit<Macro, 'id'> & { id: string | null }

const most = 10

/** A macro: its name, and what it does in which order. */
export function MacroForm({ start, onSave, onCancel }: { start: Edited; onSave: (macro: Edited) => void; onCancel: () => void }) {
  const { t } = useTranslation('conversations')
  const [macro, setMacro] = useState(start)
  const begin = useBeginnings()
  const isRight = macro.name.trim() !== '' && macro.changes.length > 0 && macro.changes.every(isWhole)
  const set = (index: number, change: Change) => setMacro({ ...macro, changes: macro.changes.map((one, i) => (i === index ? change : one)) })
  return (
    <form
      className="kept-form is-tall"
      onSubmit={(event) => {
        event.preventDefault()
        if (isRight) onSave({ ...macro, name: macro.name.trim() })
      }}
    >
      <TextInput
        label={t('macro.name')}
        value={macro.name}
        maxLength={60}
        onChange={(event) => setMacro({ ...macro, name: event.currentTarget.value })}
      />
      <ol className="steps">
        {macro.changes.map((change, index) => (
          <li key={index}>
            <b>{t(`change.${change.kind}`)}</b>
            <Step change={change} onChange={(next) => set(index, next)} />
            <button
              type="button"
              className="icon-button is-small"
              aria-label={t('console:remove')}
              onClick={() => setMacro({ ...macro, changes: macro.changes.filter((_, i) => i !== index) })}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      {macro.changes.length < most && (
        <Select
          placeholder={t('macro.add')}
          aria-label={t('macro.add')}
          value={null}
          data={begin.map(({ kind }) => ({ value: kind, label: t(`change.${kind}`) }))}
          onChange={(kind) => {
            const change = begin.find((one) => one.kind === kind)
            if (change) setMacro({ ...macro, changes: [...macro.changes, change] })
          }}
        />
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

/** What each step is when it is put in. A time of the calendar makes no sense in a macro, a number of hours does. */
function useBeginnings(): Change[] {
  const [label] = [...useLabels().keys()]
  return [
    { kind: 'reply', text: '' },
    { kind: 'note', text: '' },
    ...(label ? [{ kind: 'label' as const, label, on: true }] : []),
    { kind: 'urgency', urgency: 'high' },
    { kind: 'assign', to: 'me' },
    { kind: 'follow', on: true },
    { kind: 'snooze-for', hours: 24 },
    { kind: 'resolve', resolved: true },
  ]
}

const isWhole = (change: Change) => (change.kind !== 'reply' && change.kind !== 'note') || change.text.trim() !== ''

function Step({ change, onChange }: { change: Change; onChange: (change: Change) => void }) {
  const { t } = useTranslation('conversations')
  const labels = [...useLabels().values()]
  const title = t(`change.${change.kind}`)
  switch (change.kind) {
    case 'reply':
    case 'note':
      return (
        <Textarea
          aria-label={title}
          autosize
          minRows={2}
          value={change.text}
          onChange={(event) => onChange({ ...change, text: event.currentTarget.value })}
        />
      )
    case 'label':
      return (
        <Select
          aria-label={title}
          allowDeselect={false}
          value={change.label}
          data={labels.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(label) => label && onChange({ ...change, label })}
        />
      )
    case 'urgency':
      return (
        <Select
          aria-label={title}
          allowDeselect={false}
          value={change.urgency}
          data={urgencies.map((name) => ({ value: name, label: t(`urgency.${name}`) }))}
          onChange={(name) => onChange({ ...change, urgency: urgencies.find((one) => one === name) ?? change.urgency })}
        />
      )
    case 'snooze-for':
      return (
        <NumberInput
          aria-label={title}
          value={change.hours}
          min={1}
          max={8760}
          allowDecimal={false}
          suffix={` ${t('macro.hours')}`}
          onChange={(hours) => onChange({ ...change, hours: Math.max(1, Number(hours) || 1) })}
        />
      )
    case 'assign':
      return (
        <Select
          aria-label={title}
          allowDeselect={false}
          value={change.to}
          data={[
            { value: 'me', label: t('assign.me') },
            { value: 'queue', label: t('give-back.queue') },
            { value: 'assistant', label: t('give-back.assistant') },
          ]}
          onChange={(to) => (to === 'me' || to === 'queue' || to === 'assistant') && onChange({ ...change, to })}
        />
      )
    default:
      return null
  }
}
