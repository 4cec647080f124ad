import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longDay } from '../shell/numbers.ts'

/** Dates on which the team is not there, in order. */
export function Holidays({ dates, onChange }: { dates: string[]; onChange: (dates: string[]) => void }) {
  const { t } = useTranslation('team')
  const [next, setNext] = useState('')
  const add = () => {
    onChange([...new Set([...dates, next])].toSorted())
    setNext('')
  }
  return (
    <section className="holidays" aria-labelledby="holidays-title">
      <h2 id="holidays-title">{t('hours.holidays')}</h2>
      <p className="faint">{dates.length === 0 ? t('hours.no-holidays') : t('hours.holidays-hint')}</p>
      <ul>
        {dates.map((date) => (
          <li key={date} className="tag">
            {longDay(`${date}T12:00:00`)}
            <button
              type="button"
              className="hours-remove"
              onClick={() => onChange(dates.filter((one) => one !== date))}
              aria-label={t('hours.remove-holiday', { day: longDay(`${date}T12:00:00`) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <span className="hours-stretch">
        <input type="date" aria-label={t('hours.add-holiday')} value={next} onChange={(event) => setNext(event.currentTarget.value)} />
        <Button size="compact-sm" variant="default" disabled={!next} onClick={add}>
          {t('hours.add-holiday')}
        </Button>
      </span>
    </section>
  )
}
