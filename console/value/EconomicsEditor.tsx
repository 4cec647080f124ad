import { Button, Drawer, NumberInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EconomicsList } from '../../contract/value.ts'
import { type EconomicFigure, economicFigures } from '../../core/value/economics.ts'
import { ask } from '../shell/api.ts'
import { plain } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { useIntentName } from '../understanding/intent-name.ts'

export type EconomicsRow = EconomicsList['intents'][number]

interface Props {
  row: EconomicsRow | undefined
  currency: string
  onClose: () => void
}

export function EconomicsEditor({ row, currency, onClose }: Props) {
  const { t } = useTranslation('value')
  const intentName = useIntentName()
  return (
    <Drawer
      opened={row !== undefined}
      onClose={onClose}
      position="right"
      closeButtonProps={{ 'aria-label': t('console:close') }}
      title={row && intentName(row.intent)}
    >
      {row && <Form key={row.intent} row={row} currency={currency} onClose={onClose} />}
    </Drawer>
  )
}

type Figures = Record<EconomicFigure, number>

/** Shares are typed in per cent, as people say them. */
const isShare = (name: EconomicFigure) => name !== 'margin' && name !== 'handleMinutes'

function Form({ row, currency, onClose }: { row: EconomicsRow; currency: string; onClose: () => void }) {
  const { t } = useTranslation('value')
  const queries = useQueryClient()
  const [figures, setFigures] = useState(() => Object.fromEntries(economicFigures.map((name) => [name, row[name].value])) as Figures)
  const [skill, setSkill] = useState(row.skill ?? '')
  const save = useMutation({
    mutationFn: () => ask('PUT', `/v1/economics/${row.intent}`, { ...figures, skill: skill.trim() || null }),
    onSuccess: async () => {
      say(t('economics.saved'))
      await queries.invalidateQueries({ queryKey: ['economics'] })
      onClose()
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const change = (name: EconomicFigure) => (value: number | string) => {
    if (typeof value === 'number') setFigures((all) => ({ ...all, [name]: isShare(name) ? value / 100 : value }))
  }
  return (
    <form className="economics-form" onSubmit={submit}>
      <p className="quiet">{t('economics.kept')}</p>
      {economicFigures.map((name) => {
        const { source } = row[name]
        return (
          <NumberInput
            key={name}
            label={t(`inputs.${name}`)}
            description={t(`source.${source.kind}`, 'n' in source ? { n: plain(source.n, 0) } : {})}
            value={isShare(name) ? Math.round(figures[name] * 10_000) / 100 : figures[name]}
            onChange={change(name)}
            suffix={isShare(name) ? ' %' : name === 'margin' ? ` ${currency}` : ' min'}
            min={name === 'handleMinutes' ? 0.1 : 0}
            max={isShare(name) ? 100 : name === 'margin' ? 1e9 : 480}
            decimalScale={2}
            clampBehavior="strict"
          />
        )
      })}
      <TextInput
        label={t('inputs.skill')}
        description={t('economics.skill-hint')}
        maxLength={64}
        value={skill}
        onChange={(event) => setSkill(event.currentTarget.value)}
      />
      <Button type="submit" loading={save.isPending}>
        {t('console:save')}
      </Button>
    </form>
  )
}
