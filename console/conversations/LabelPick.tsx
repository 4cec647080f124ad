import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelColours } from '../../core/conversations/marks.ts'
import { ask } from '../shell/api.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import type { DialogProps } from './dialog.ts'
import { type Choice, Pick } from './Pick.tsx'
import { useLabels } from './queries.ts'

const fresh = 'new'

/** Labels are put on and taken off one after the other; a name that is not there yet becomes one. */
export function LabelPick({ rows, change, onClose }: DialogProps) {
  const { t } = useTranslation('conversations')
  const queries = useQueryClient()
  const labels = [...useLabels().values()]
  const [words, setWords] = useState('')
  const [worn, setWorn] = useState(() => new Set(labels.filter(({ id }) => rows.every((row) => row.labels.includes(id))).map(({ id }) => id)))
  const name = words.trim()
  const set = (id: string, on: boolean) => {
    setWorn((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
    change([{ kind: 'label', label: id, on }])
  }
  const make = useMutation({
    mutationFn: () => ask<{ id: string }>('POST', '/v1/labels', { name, colour: labelColours[labels.length % labelColours.length] }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['labels'] })
      set(id, true)
    },
    onError: sayTrouble,
  })
  const found = labels.filter((label) => label.name.toLowerCase().includes(name.toLowerCase()))
  const isNew = name !== '' && !labels.some((label) => label.name.toLowerCase() === name.toLowerCase())
  const choices: Choice[] = [
    ...found.map((label) => ({ id: label.id, label: label.name, on: worn.has(label.id), mark: <span className={`label-dot is-${label.colour}`} /> })),
    ...(isNew ? [{ id: fresh, label: t('labels.make', { name }) }] : []),
  ]
  return (
    <Pick
      title={t('labels.title')}
      choices={choices}
      onWords={setWords}
      onClose={onClose}
      onPick={({ id }) => (id === fresh ? make.mutate() : set(id, !worn.has(id)))}
    />
  )
}
