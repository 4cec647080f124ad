import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarList, Hours, TeamList } from '../../contract/team.ts'
import { languages } from '../../core/language.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { HoursFields } from './HoursFields.tsx'
import { useSkillName } from './skill-name.ts'
import { type DaysOff, TimeOff } from './TimeOff.tsx'
import { days, isSound } from './week.ts'

type Calendar = Pick<CalendarList['calendars'][number], 'hours' | 'timeOff'>

/** Hours of a language, a skill or a person, where they differ from the company's. */
export function OwnHours({ of, company }: { of: 'languages' | 'people'; company: Hours }) {
  const { t } = useTranslation('team')
  const subjects = useSubjects(of)
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({ queryKey: ['calendars'], queryFn: () => get<CalendarList>('/v1/calendars') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const own = new Map(data.calendars.map((one) => [`${one.kind}/${one.subject}`, one]))
  const subject = subjects.some(({ value }) => value === chosen) ? chosen : (subjects[0]?.value ?? null)
  return (
    <>
      <p className="settings-intro">{t(`hours.${of}-intro`)}</p>
      <Select
        className="hours-zone"
        label={t('hours.whose')}
        allowDeselect={false}
        searchable
        value={subject}
        onChange={setChosen}
        data={subjects.map(({ value, label }) => ({ value, label: own.has(value) ? `${label} · ${t('hours.own')}` : label }))}
      />
      {subject && <Form key={subject} subject={subject} calendar={own.get(subject)} company={company} />}
    </>
  )
}

/** `kind/subject` of everything that may have hours of its own. */
function useSubjects(of: 'languages' | 'people'): { value: string; label: string }[] {
  const { t } = useTranslation('team')
  const skillName = useSkillName()
  const { data } = useQuery({ queryKey: ['team'], queryFn: () => get<TeamList>('/v1/team') })
  const people = data?.people ?? []
  if (of === 'people') return people.map(({ id, name }) => ({ value: `person/${id}`, label: name }))
  const skills = [...new Set(people.flatMap((one) => one.skills))].toSorted()
  return [
    ...languages.map((language) => ({ value: `language/${language}`, label: t(`console:languages.${language}`) })),
    ...skills.map((skill) => ({ value: `skill/${skill}`, label: skillName(skill) })),
  ]
}

const none: Calendar = { hours: null, timeOff: [] }

function Form({ subject, calendar = none, company }: { subject: string; calendar: Calendar | undefined; company: Hours }) {
  const { t } = useTranslation('team')
  const mayChange = useMay('lead')
  const [hours, setHours] = useState(calendar.hours)
  const [timeOff, setTimeOff] = useState<DaysOff[]>(calendar.timeOff)
  const save = useSave(subject)
  const sound = hours === null || days.every((day) => isSound(hours.week[day] ?? []))
  const isChanged = JSON.stringify({ hours, timeOff }) !== JSON.stringify({ hours: calendar.hours, timeOff: calendar.timeOff })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ hours, timeOff })
  }
  return (
    <form onSubmit={submit}>
      <fieldset className="panel hours" disabled={!mayChange}>
        {hours ? <HoursFields hours={hours} onChange={setHours} /> : <p className="quiet">{t('hours.as-company')}</p>}
        {subject.startsWith('person/') && <TimeOff days={timeOff} onChange={setTimeOff} />}
        <footer className="hours-foot">
          <Button type="submit" disabled={!isChanged || !sound} loading={save.isPending}>
            {t('console:save')}
          </Button>
          <Button variant="default" onClick={() => setHours(hours ? null : company)}>
            {t(hours ? 'hours.drop-own' : 'hours.give-own')}
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

/** Nothing of one's own any more: the company's hours count again. */
function useSave(subject: string) {
  const { t } = useTranslation('team')
  const queries = useQueryClient()
  const path = `/v1/calendars/${subject.split('/').map(encodeURIComponent).join('/')}`
  return useMutation({
    mutationFn: ({ hours, timeOff }: Calendar) =>
      hours === null && timeOff.length === 0 ? ask<CalendarList>('DELETE', path) : ask<CalendarList>('PUT', path, { hours, timeOff }),
    onSuccess: (saved) => {
      queries.setQueryData(['calendars'], saved)
      say(t('hours.own-saved'))
    },
    onError: sayTrouble,
  })
}
