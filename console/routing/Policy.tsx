import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyView } from '../../contract/routing.ts'
import { policyBounds } from '../../core/routing/policy-bounds.ts'
import { isLadder, leastRatio } from '../../core/routing/priority.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { longDay, plain } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { KillSwitch } from './KillSwitch.tsx'
import { typedNumber } from './typed-number.ts'
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

const boundsOf = {
  costOfMinute: policyBounds.costOfMinute,
  one: policyBounds.priorityFrom,
  two: policyBounds.priorityFrom,
  waitLimitMinutes: policyBounds.waitLimitMinutes,
  skill: policyBounds.relaxMinutes,
  language: policyBounds.relaxMinutes,
  returnMinutes: policyBounds.returnMinutes,
}
type Field = keyof typeof boundsOf
type Numbers = Record<Field, number>

const numbersOf = ({ costOfMinute, priorityFrom, waitLimitMinutes, relaxMinutes, returnMinutes }: PolicyView): Numbers => ({
  costOfMinute,
  one: priorityFrom[0],
  two: priorityFrom[1],
  waitLimitMinutes,
  skill: relaxMinutes[0],
  language: relaxMinutes[1],
  returnMinutes,
})

const fields = Object.keys(boundsOf) as Field[]
const forEach = <Value,>(make: (field: Field) => Value) => Object.fromEntries(fields.map((field) => [field, make(field)])) as Record<Field, Value>

function PolicyForm({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation('routing')
  const mayChange = useMay('lead')
  const before = numbersOf(policy)
  const [typed, setTyped] = useState(() => forEach((field) => String(before[field])))
  const save = useSave()
  const numbers = forEach((field) => typedNumber(typed[field], boundsOf[field]))
  const wrong = useWrong(numbers)
  const isChanged = fields.some((field) => numbers[field] !== before[field])
  const meant = fields.some((field) => wrong(field)) ? null : (numbers as Numbers)
  const input = (field: Field, unit: string) => ({
    value: typed[field],
    disabled: !mayChange,
    inputMode: 'decimal' as const,
    description: t('policy.within', { unit, ...said(boundsOf[field]) }),
    error: wrong(field),
    onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped((all) => ({ ...all, [field]: event.target.value })),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (meant && isChanged) save.mutate(meant)
  }
  return (
    <form className="panel policy" onSubmit={submit} noValidate>
      <Row why={t('policy.cost-why', { currency: policy.currency })}>
        <TextInput label={t('policy.cost')} {...input('costOfMinute', policy.currency)} />
      </Row>
      <Row why={t('policy.priority-why')}>
        <TextInput label={t('policy.priority-one')} {...input('one', t('policy.priority-times'))} />
        <TextInput label={t('policy.priority-two')} {...input('two', t('policy.priority-times'))} />
      </Row>
      <Row why={t('policy.limit-why')}>
        <TextInput label={t('policy.limit')} {...input('waitLimitMinutes', t('policy.minutes'))} />
      </Row>
      <Row why={t('policy.relax-why')}>
        <TextInput label={t('policy.relax-skill')} {...input('skill', t('policy.minutes'))} />
        <TextInput label={t('policy.relax-language')} {...input('language', t('policy.minutes'))} />
      </Row>
      <Row why={t('policy.return-why')}>
        <TextInput label={t('policy.return')} {...input('returnMinutes', t('policy.minutes'))} />
      </Row>
      <footer className="policy-foot">
        <Button type="submit" disabled={!mayChange || !isChanged || !meant} loading={save.isPending}>
          {t('policy.save')}
        </Button>
        <span className="faint">{mayChange ? !isChanged && t('policy.unchanged') : t('policy.own-only')}</span>
      </footer>
    </form>
  )
}

const said = ({ min, max }: { min: number; max: number }) => ({ min: plain(min, 2), max: plain(max) })

/** Why a field cannot be proposed as it stands; undefined when it can. */
function useWrong(numbers: Record<Field, number | null>): (field: Field) => string | undefined {
  const { t } = useTranslation('routing')
  const { one, two, skill, language, waitLimitMinutes } = numbers
  return (field) => {
    if (numbers[field] === null) return t('policy.out-of-bounds', said(boundsOf[field]))
    if (field === 'two' && one !== null && two !== null && !isLadder([one, two]))
      return t('policy.priority-order', { least: plain(Math.ceil(100 * one * leastRatio) / 100, 2) })
    if (field === 'language' && skill !== null && language !== null && language < skill) return t('policy.skill-first')
    if ((field === 'skill' || field === 'language') && waitLimitMinutes !== null && (numbers[field] ?? 0) >= waitLimitMinutes)
      return t('policy.below-limit', { limit: plain(waitLimitMinutes) })
    return undefined
  }
}

function useSave() {
  const { t } = useTranslation('routing')
  const queries = useQueryClient()
  return useMutation({
    // Nothing changes yet: a draft is tried on the past and approved by somebody else.
    mutationFn: ({ one, two, skill, language, ...rest }: Numbers) =>
      ask<{ draft: number }>('POST', '/v1/policy/drafts', {
        policy: { ...rest, priorityFrom: [one, two], relaxMinutes: [skill, language] },
        words: '',
      }),
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
