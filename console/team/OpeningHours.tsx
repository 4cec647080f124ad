import { Button, SegmentedControl } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hours } from '../../contract/team.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { plain } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { HoursFields } from './HoursFields.tsx'
import { OwnHours } from './OwnHours.tsx'
import { days, hoursPerWeek, isSound } from './week.ts'
import './team.css'

const tabs = ['company', 'languages', 'people'] as const

/** When the team is there; outside these hours places are kept and customers are called back. */
export function OpeningHours() {
  const { t } = useTranslation('team')
  const [tab, setTab] = useState<(typeof tabs)[number]>('company')
  const { data, error, refetch } = useQuery({ queryKey: ['hours'], queryFn: () => get<Hours>('/v1/hours') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return (
    <>
      <header className="page-head">
        <h1>{t('hours.title')}</h1>
        <SegmentedControl
          className="push"
          aria-label={t('hours.whose')}
          value={tab}
          onChange={(next) => setTab(tabs.find((one) => one === next) ?? 'company')}
          data={tabs.map((one) => ({ value: one, label: t(`hours.${one}`) }))}
        />
      </header>
      {tab === 'company' ? <Company hours={data} /> : <OwnHours of={tab} company={data} />}
    </>
  )
}

function Company({ hours }: { hours: Hours }) {
  const { t } = useTranslation('team')
  const mayChange = useMay('lead')
  const [wish, setWish] = useState(hours)
  const save = useSave()
  const isChanged = JSON.stringify(wish) !== JSON.stringify(hours)
  const sound = days.every((day) => isSound(wish.week[day] ?? []))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(wish)
  }
  return (
    <form onSubmit={submit}>
      <p className="settings-intro">
        {t('hours.intro')} <span className="num">{t('hours.sum', { hours: plain(hoursPerWeek(wish.week)) })}</span>
      </p>
      <fieldset className="panel hours" disabled={!mayChange}>
        <HoursFields hours={wish} onChange={setWish} />
        <footer className="hours-foot">
          <Button type="submit" disabled={!isChanged || !sound} loading={save.isPending}>
            {t('console:save')}
          </Button>
          {!sound && (
            <span role="alert" className="lost">
              {t('hours.wrong')}
            </span>
          )}
        </footer>
      </fieldset>
    </form>
  )
}

function useSave() {
  const { t } = useTranslation('team')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (hours: Hours) => ask<Hours>('PUT', '/v1/hours', hours),
    onSuccess: (saved) => {
      queries.setQueryData(['hours'], saved)
      say(t('hours.saved'))
    },
    onError: sayTrouble,
  })
}
