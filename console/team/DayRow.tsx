import { useTranslation } from 'react-i18next'
import { dayName, endAfter, minutesOf, type Stretch, shownEnd } from './week.ts'

interface Props {
  day: string
  stretches: Stretch[]
  onChange: (stretches: Stretch[]) => void
  onEveryDay: ((stretches: Stretch[]) => void) | undefined
}

const usual: Stretch = { from: '09:00', to: '17:00' }
const mostStretches = 6

/** The open hours of one weekday; an end before its beginning means the next morning. */
export function DayRow({ day, stretches, onChange, onEveryDay }: Props) {
  const { t } = useTranslation('team')
  const name = dayName(day)
  const change = (index: number, next: Stretch) => onChange(stretches.map((stretch, at) => (at === index ? next : stretch)))
  return (
    <div className="hours-day">
      <b>{name}</b>
      <div className="hours-stretches">
        {stretches.length === 0 && <span className="faint">{t('hours.closed')}</span>}
        {stretches.map((stretch, index) => (
          <StretchFields
            key={index}
            name={name}
            stretch={stretch}
            onChange={(next) => change(index, next)}
            onRemove={() => onChange(stretches.filter((_, at) => at !== index))}
          />
        ))}
      </div>
      <span className="hours-acts">
        {stretches.length < mostStretches && (
          <button type="button" onClick={() => onChange([...stretches, usual])} aria-label={t('hours.add-day', { day: name })}>
            {t('hours.add')}
          </button>
        )}
        {onEveryDay && stretches.length > 0 && (
          <button type="button" onClick={() => onEveryDay(stretches)}>
            {t('hours.copy')}
          </button>
        )}
      </span>
    </div>
  )
}

interface FieldsProps {
  name: string
  stretch: Stretch
  onChange: (stretch: Stretch) => void
  onRemove: () => void
}

function StretchFields({ name, stretch: { from, to }, onChange, onRemove }: FieldsProps) {
  const { t } = useTranslation('team')
  const isNextDay = minutesOf(to) > 24 * 60
  return (
    <span className="hours-stretch">
      <input
        type="time"
        required
        aria-label={t('hours.from', { day: name })}
        value={from}
        onChange={({ currentTarget: { value } }) => value && onChange({ from: value, to: endAfter(value, to) })}
      />
      <span className="faint">{t('hours.till')}</span>
      <input
        type="time"
        required
        aria-label={t('hours.to', { day: name })}
        value={shownEnd(to)}
        onChange={({ currentTarget: { value } }) => value && onChange({ from, to: endAfter(from, value) })}
      />
      {isNextDay && <span className="tag">{t('hours.next-day')}</span>}
      <button type="button" className="hours-remove" onClick={onRemove} aria-label={t('hours.remove', { from, to: shownEnd(to), day: name })}>
        ×
      </button>
    </span>
  )
}
