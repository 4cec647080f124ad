import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyView } from '../../contract/routing.ts'
import { policyOf } from '../routing/policy-of.ts'
import { ask, Refused } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { plain } from '../shell/numbers.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { useFieldName } from './names.ts'
import { numbersIn, withNumber } from './policy-numbers.ts'
import { type Staff, StaffFields } from './StaffFields.tsx'

/** What shall be different: numbers of the policy, the assistant, the team. */
export function LabForm({ policy, onAsked }: { policy: PolicyView; onAsked: (replay: number) => void }) {
  const { t } = useTranslation('trust')
  const fieldName = useFieldName()
  const wrongWords = useWrongWords()
  const mayPlay = useMay('lead')
  const [tried, setTried] = useState(() => policyOf(policy))
  const [assistant, setAssistant] = useState('as-it-was')
  const [staff, setStaff] = useState<Staff[]>([])
  const play = useMutation({
    mutationFn: () => ask<{ replay: number }>('POST', '/v1/replays', { policy: tried, assistant, staff: staff.map(({ key: _, ...one }) => one) }),
    onSuccess: ({ replay }) => onAsked(replay),
    onError: (error) => wrongIn(error) === undefined && sayTrouble(error),
  })
  const wrong = wrongIn(play.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    play.mutate()
  }
  return (
    <form className="panel lab-form" onSubmit={submit}>
      <h2>{t('lab.numbers')}</h2>
      <div className="lab-fields">
        {numbersIn(tried).map(([field, value]) => (
          <NumberInput
            key={field}
            label={fieldName(field)}
            value={value}
            min={0}
            decimalScale={2}
            step={value < 10 ? 0.5 : 1}
            onChange={(now) => typeof now === 'number' && setTried((all) => withNumber(all, field, now))}
          />
        ))}
      </div>
      <h2>{t('lab.assistant')}</h2>
      <SegmentedControl
        aria-label={t('lab.assistant')}
        value={assistant}
        onChange={setAssistant}
        data={[
          { value: 'as-it-was', label: t('lab.as-it-was') },
          { value: 'off', label: t('lab.off') },
        ]}
      />
      <h2>{t('lab.staff')}</h2>
      <StaffFields staff={staff} onChange={setStaff} />
      {wrong !== undefined && (
        <p className="lost" role="alert">
          {wrongWords(wrong)}
        </p>
      )}
      <div className="lab-ways">
        <Button type="submit" disabled={!mayPlay} loading={play.isPending}>
          {t('lab.run')}
        </Button>
      </div>
    </form>
  )
}

/** The field that the server refused, by its path: `policy.costOfMinute`, `staff.0.to`. */
const wrongIn = (error: unknown) => (error instanceof Refused && error.code === 'bad-input' ? error.details[0]?.path : undefined)

const staffFields = { weekday: 'lab.weekday', from: 'lab.from', to: 'lab.to', people: 'lab.people' } as const
const isStaffField = (name: string): name is keyof typeof staffFields => name in staffFields

/** Which field cannot stand as it is, by the name that it has on the form. */
function useWrongWords(): (path: string) => string {
  const { t } = useTranslation('trust')
  const fieldName = useFieldName()
  return (path) => {
    const [part, ...rest] = path.split('.')
    if (part === 'policy') return t('lab.wrong', { field: fieldName(rest.join('.')) })
    const [row, name = ''] = rest
    if (part !== 'staff' || !isStaffField(name)) return t('lab.wrong', { field: path })
    return t(name === 'to' ? 'lab.wrong-order' : 'lab.wrong-staff', { field: t(staffFields[name]), row: plain(Number(row) + 1, 0) })
  }
}
