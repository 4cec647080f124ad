import { Button, NumberInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyView } from '../../contract/routing.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { longDay } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { KillSwitch } from './KillSwitch.tsx'
import './policy.css'

/** The numbers that decide who serves, each with what it means, and the kill switch of the assistant. */
export function Policy() {
  const { t } = useTranslation('routing')
  const { data, error, refetch } = useQuery({ queryKey: ['policy'], queryFn: () => get<PolicyView>('/v1/policy') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  const at = longDay(data.since)
  return (
    <>
      <header className="page-head">
        <h1>{t('policy.title')}</h1>
        <span className="faint num">
          {data.by ? t('policy.version-by', { version: data.version, at, name: data.by }) : t('policy.version', { version: data.version, at })}
        </span>
      </header>
      <p className="settings-intro">{t('policy.intro')}</p>
      <KillSwitch isPaused={data.assistantPaused} />
      <PolicyForm key={data.version} policy={data} />
    </>
  )
}

const numbersOf = ({ costOfMinute, priorityFrom, waitLimitMinutes, returnMinutes }: PolicyView) => ({
  costOfMinute,
  one: priorityFrom[0],
  two: priorityFrom[1],
  waitLimitMinutes,
  returnMinutes,
})
type Numbers = ReturnType<typeof numbersOf>

function PolicyForm({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation('routing')
  const mayChange = useMay('lead')
  const [numbers, setNumbers] = useState(() => numbersOf(policy))
  const save = useSave()
  const before = numbersOf(policy)
  const isChanged = Object.entries(before).some(([name, value]) => numbers[name as keyof Numbers] !== value)
  const input = (name: keyof Numbers, limits: { min: number; max: number; step?: number; decimalScale?: number }) => ({
    ...limits,
    value: numbers[name],
    disabled: !mayChange,
    clampBehavior: 'strict' as const,
    onChange: (value: number | string) => typeof value === 'number' && setNumbers((all) => ({ ...all, [name]: value })),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(numbers)
  }
  return (
    <form className="panel policy" onSubmit={submit}>
      <Row why={t('policy.cost-why', { currency: policy.currency })}>
        <NumberInput
          label={t('policy.cost')}
          suffix={` ${policy.currency}`}
          {...input('costOfMinute', { min: 0, max: 1e5, step: 0.1, decimalScale: 2 })}
        />
      </Row>
      <Row why={t('policy.priority-why')}>
        <NumberInput
          label={t('policy.priority-one')}
          description={t('policy.priority-times')}
          suffix=" ×"
          {...input('one', { min: 0, max: 1e4, step: 0.5, decimalScale: 2 })}
        />
        <NumberInput
          label={t('policy.priority-two')}
          description={t('policy.priority-times')}
          suffix=" ×"
          {...input('two', { min: 0, max: 1e4, step: 0.5, decimalScale: 2 })}
        />
      </Row>
      <Row why={t('policy.limit-why')}>
        <NumberInput label={t('policy.limit')} description={t('policy.minutes')} {...input('waitLimitMinutes', { min: 1, max: 1440 })} />
      </Row>
      <Row why={t('policy.return-why')}>
        <NumberInput label={t('policy.return')} description={t('policy.minutes')} {...input('returnMinutes', { min: 0, max: 1440, step: 15 })} />
      </Row>
      <footer className="policy-foot">
        <Button type="submit" disabled={!mayChange || !isChanged} loading={save.isPending}>
          {t('policy.save')}
        </Button>
        <span className="faint">{mayChange ? !isChanged && t('policy.unchanged') : t('policy.own-only')}</span>
      </footer>
    </form>
  )
}

function useSave() {
  const { t } = useTranslation('routing')
  const queries = useQueryClient()
  return useMutation({
    // Nothing changes yet: a draft is tried on the past and approved by somebody else.
    mutationFn: ({ one, two, ...rest }: Numbers) =>
      ask<{ draft: number }>('POST', '/v1/policy/drafts', { policy: { ...rest, priorityFrom: [one, two] }, words: '' }),
    onSuccess: ({ draft }) => {
      void queries.invalidateQueries({ queryKey: ['policy', 'versions'] })
      say(t('policy.saved', { draft }))
    },
    onError: sayTrouble,
  })
}

function Row({ why, children }: { why: string; children: ReactNode }) {
  return (
    <div className="policy-row">
      <div className="policy-fields">{children}</div>
      <p>{why}</p>
    </div>
  )
}
