import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarList } from '../../contract/team.ts'
import { longDay } from '../shell/numbers.ts'

export type DaysOff = CalendarList['calendars'][number]['timeOff'][number]

/** The days on which a person is not there, from the first to the last. */
export function TimeOff({ days, onChange }: { days: DaysOff[]; onChange: (days: DaysOff[]) => void }) {
  const { t } = useTranslation('team')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const shown = (date: string) => longDay(`${date}T12:00:00`)
  const add = () => {
    onChange([...days, { from, to: to || from }].toSorted((a, b) => a.from.localeCompare(b.from)))
    setFrom('')
    setTo('')
  }
  return (
    <section className="holidays" aria-labelledby="time-off-title">
      <h2 id="time-off-title">{t('hours.time-off')}</h2>
      {days.length === 0 && <p className="faint">{t('hours.no-time-off')}</p>}
      <ul>
        {days.map((one) => (
          <li key={one.from + one.to} className="tag">
            {one.from === one.to ? shown(one.from) : `${shown(one.from)} – ${shown(one.to)}`}
            <button
              type="button"
              className="hours-remove"
              onClick={() => onChange(days.filter((other) => other !== one))}
              aria-label={t('hours.off-remove', { from: shown(one.from), to: shown(one.to) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <span className="hours-stretch">
        <input type="date" aria-label={t('hours.off-from')} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <span className="faint">{t('hours.till')}</span>
        <input type="date" aria-label={t('hours.off-to')} min={from} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        <Button variant="default" disabled={!from || (to !== '' && to < from)} onClick={add}>
          {t('hours.off-add')}
        </Button>
      </span>
    </section>
  )
}
