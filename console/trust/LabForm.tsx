import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyView } from '../../contract/routing.ts'
import { policyOf } from '../routing/policy-of.ts'
import { ask } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { useFieldName } from './names.ts'
import { numbersIn, withNumber } from './policy-numbers.ts'
import { type Staff, StaffFields } from './StaffFields.tsx'

/** What shall be different: numbers of the policy, the assistant, the team. */
export function LabForm({ policy, onAsked }: { policy: PolicyView; onAsked: (replay: number) => void }) {
  const { t } = useTranslation('trust')
  const fieldName = useFieldName()
  const mayPlay = useMay('lead')
  const [tried, setTried] = useState(() => policyOf(policy))
  const [assistant, setAssistant] = useState('as-it-was')
  const [staff, setStaff] = useState<Staff[]>([])
  const play = useMutation({
    mutationFn: () => ask<{ replay: number }>('POST', '/v1/replays', { policy: tried, assistant, staff: staff.map(({ key: _, ...one }) => one) }),
    onSuccess: ({ replay }) => onAsked(replay),
    onError: sayTrouble,
  })
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
      <div className="lab-ways">
        <Button type="submit" disabled={!mayPlay} loading={play.isPending}>
          {t('lab.run')}
        </Button>
      </div>
    </form>
  )
}
