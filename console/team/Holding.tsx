import { Button, NumberInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoldingRules } from '../../contract/team.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'

const channels = ['web', 'email', 'voice', 'callback'] as const

/** How long a new conversation may lie unopened, how long wrapping up takes, and how much of a person each channel takes. */
export function Holding() {
  const { data, error, refetch } = useQuery({ queryKey: ['holding'], queryFn: () => get<HoldingRules>('/v1/holding') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={4} />
  return <Form rules={data} />
}

function Form({ rules }: { rules: HoldingRules }) {
  const { t } = useTranslation('team')
  const mayChange = useMay('own')
  const [wish, setWish] = useState(rules)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () => ask<HoldingRules>('PUT', '/v1/holding', wish),
    onSuccess: (saved) => {
      queries.setQueryData(['holding'], saved)
      say(t('holding.saved'))
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="panel holding" onSubmit={submit}>
      <h2>{t('holding.title')}</h2>
      <fieldset disabled={!mayChange} className="holding-fields">
        <NumberInput
          label={t('holding.answer')}
          description={t('holding.answer-hint')}
          min={0.5}
          max={60}
          step={0.5}
          clampBehavior="strict"
          value={wish.answerMinutes}
          onChange={(next) => typeof next === 'number' && setWish({ ...wish, answerMinutes: next })}
        />
        <NumberInput
          label={t('holding.wrap')}
          description={t('holding.wrap-hint')}
          min={0}
          max={900}
          step={5}
          allowDecimal={false}
          clampBehavior="strict"
          value={wish.wrapUpSeconds}
          onChange={(next) => typeof next === 'number' && setWish({ ...wish, wrapUpSeconds: next })}
        />
        <fieldset className="holding-weights">
          <legend>{t('holding.weights')}</legend>
          <p className="faint">{t('holding.weight-hint')}</p>
          {channels.map((channel) => {
            const weight = wish.weights[channel] ?? 1
            return (
              <NumberInput
                key={channel}
                label={t(`holding.channel.${channel}`)}
                min={0.1}
                max={50}
                step={0.5}
                value={weight === 'all' ? '' : weight}
                onChange={(next) => setWish({ ...wish, weights: { ...wish.weights, [channel]: typeof next === 'number' ? next : 'all' } })}
              />
            )
          })}
        </fieldset>
        <Button type="submit" loading={save.isPending} disabled={JSON.stringify(wish) === JSON.stringify(rules)}>
          {t('console:save')}
        </Button>
      </fieldset>
    </form>
  )
}
