import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { newId } from '../shell/new-id.ts'
import { weekdayName } from './names.ts'

/** So many people more, or fewer, on a day of the week. */
export interface Staff {
  key: string
  weekday: number | null
  from: string
  to: string
  people: number
}

const weekdays = [1, 2, 3, 4, 5, 6, 7]

export function StaffFields({ staff, onChange }: { staff: Staff[]; onChange: (staff: Staff[]) => void }) {
  const { t } = useTranslation('trust')
  const change = (key: string, part: Partial<Staff>) => onChange(staff.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const days = [{ value: '', label: t('lab.every-day') }, ...weekdays.map((day) => ({ value: String(day), label: weekdayName(day) }))]
  return (
    <>
      {staff.map(({ key, weekday, from, to, people }) => (
        <div key={key} className="lab-fields">
          <Select
            label={t('lab.weekday')}
            value={String(weekday ?? '')}
            data={days}
            allowDeselect={false}
            onChange={(value) => change(key, { weekday: value ? Number(value) : null })}
          />
          <TextInput label={t('lab.from')} type="time" value={from} required onChange={(event) => change(key, { from: event.target.value })} />
          <TextInput label={t('lab.to')} type="time" value={to} required onChange={(event) => change(key, { to: event.target.value })} />
          <NumberInput
            label={t('lab.people')}
            value={people}
            min={-200}
            max={200}
            allowDecimal={false}
            onChange={(value) => typeof value === 'number' && change(key, { people: value })}
          />
          <Button variant="subtle" onClick={() => onChange(staff.filter((one) => one.key !== key))}>
            {t('console:remove')}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        mt={8}
        disabled={staff.length >= 20}
        onClick={() => onChange([...staff, { key: newId(), weekday: 1, from: '09:00', to: '17:00', people: 3 }])}
      >
        {t('lab.add')}
      </Button>
    </>
  )
}
