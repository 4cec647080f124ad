import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hours } from '../../contract/team.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { useNow } from '../shell/now.ts'
import { plain } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { currentLanguage } from '../shell/words.ts'
import { DayRow } from './DayRow.tsx'
import { Holidays } from './Holidays.tsx'
import { days, hoursPerWeek, isSound, type Stretch } from './week.ts'
import './team.css'

/** When the team is there; outside these hours places are kept and customers are called back. */
export function OpeningHours() {
  const { data, error, refetch } = useQuery({ queryKey: ['hours'], queryFn: () => get<Hours>('/v1/hours') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return <Form hours={data} />
}

function Form({ hours }: { hours: Hours }) {
  const { t } = useTranslation('team')
  const mayChange = useMay('lead')
  const [wish, setWish] = useState(hours)
  const save = useSave()
  const isChanged = JSON.stringify(wish) !== JSON.stringify(hours)
  const sound = days.every((day) => isSound(wish.week[day] ?? []))
  const setDay = (day: string, stretches: Stretch[]) => setWish((before) => ({ ...before, week: { ...before.week, [day]: stretches } }))
  const everyDay = (stretches: Stretch[]) => setWish((before) => ({ ...before, week: Object.fromEntries(days.map((day) => [day, stretches])) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(wish)
  }
  return (
    <form onSubmit={submit}>
      <header className="page-head">
        <h1>{t('hours.title')}</h1>
        <span className="faint num">{t('hours.sum', { hours: plain(hoursPerWeek(wish.week)) })}</span>
      </header>
      <p className="settings-intro">{t('hours.intro')}</p>
      <fieldset className="panel hours" disabled={!mayChange}>
        <Zone zone={wish.timeZone} onChange={(timeZone) => setWish({ ...wish, timeZone })} />
        <section aria-label={t('hours.week')}>
          {days.map((day) => (
            <DayRow
              key={day}
              day={day}
              stretches={wish.week[day] ?? []}
              onChange={(stretches) => setDay(day, stretches)}
              onEveryDay={day === '1' ? everyDay : undefined}
            />
          ))}
        </section>
        <Holidays dates={wish.holidays} onChange={(holidays) => setWish({ ...wish, holidays })} />
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

const zones = Intl.supportedValuesOf('timeZone')

function Zone({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation('team')
  const now = useNow(30_000)
  const time = new Intl.DateTimeFormat(currentLanguage(), { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(now)
  return (
    <Select
      className="hours-zone"
      label={t('hours.zone')}
      description={t('hours.zone-hint', { time })}
      searchable
      allowDeselect={false}
      limit={60}
      data={zones.includes(zone) ? zones : [zone, ...zones]}
      value={zone}
      onChange={(next) => next && onChange(next)}
    />
  )
}
