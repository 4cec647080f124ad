import { Button, Select } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hours } from '../../contract/team.ts'
import { useNow } from '../shell/now.ts'
import { currentLanguage } from '../shell/words.ts'
import { DayRow } from './DayRow.tsx'
import { Holidays } from './Holidays.tsx'
import { days, type Stretch } from './week.ts'

/** Zone, week and holidays of one calendar, whoever it belongs to. */
export function HoursFields({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const { t } = useTranslation('team')
  const setDay = (day: string, stretches: Stretch[]) => onChange({ ...hours, week: { ...hours.week, [day]: stretches } })
  const everyDay = (stretches: Stretch[]) => onChange({ ...hours, week: Object.fromEntries(days.map((day) => [day, stretches])) })
  return (
    <>
      <Zone zone={hours.timeZone} onChange={(timeZone) => onChange({ ...hours, timeZone })} />
      <section aria-label={t('hours.week')}>
        {days.map((day) => (
          <DayRow
            key={day}
            day={day}
            stretches={hours.week[day] ?? []}
            onChange={(stretches) => setDay(day, stretches)}
            onEveryDay={day === '1' ? everyDay : undefined}
          />
        ))}
      </section>
      <Holidays dates={hours.holidays} onChange={(holidays) => onChange({ ...hours, holidays })} />
    </>
  )
}

const zones = Intl.supportedValuesOf('timeZone')
/** Where a server's clock stands when nobody has said otherwise: hardly any team works there. */
const nobodysZones = ['UTC', 'Etc/UTC']

function Zone({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation('team')
  const now = useNow(30_000)
  const time = new Intl.DateTimeFormat(currentLanguage(), { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(now)
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const field = useRef<HTMLInputElement>(null)
  const chooseHere = () => {
    onChange(here)
    // The button goes; whoever works by keyboard stays at the zone.
    field.current?.focus()
  }
  return (
    <div className="hours-zone">
      <Select
        ref={field}
        label={t('hours.zone')}
        description={t('hours.zone-hint', { time })}
        searchable
        allowDeselect={false}
        limit={60}
        data={zones.includes(zone) ? zones : [zone, ...zones]}
        value={zone}
        onChange={(next) => next && onChange(next)}
      />
      {nobodysZones.includes(zone) && !nobodysZones.includes(here) && (
        <Button size="compact-sm" variant="light" mt="xs" onClick={chooseHere}>
          {t('hours.zone-own', { zone: here })}
        </Button>
      )}
    </div>
  )
}
