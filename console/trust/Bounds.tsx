import { Button, NumberInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FairnessBounds } from '../../contract/trust.ts'
import { ask } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

const dimensions = ['language', 'history', 'value'] as const
const figures = ['wait', 'assistant', 'handover'] as const

/** By how much groups may differ, in minutes and points; empty is not bounded. */
export function Bounds({ bounds }: { bounds: FairnessBounds }) {
  const { t } = useTranslation('trust')
  const mayChange = useMay('own')
  const queries = useQueryClient()
  const [now, setNow] = useState(bounds)
  const save = useMutation({
    mutationFn: () => ask('PUT', '/v1/fairness/bounds', now),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['fairness'] })
      say(t('console:saved'))
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="panel lab-form" onSubmit={submit}>
      <h2>{t('fairness.bounds')}</h2>
      <p className="quiet">{t('fairness.bounds-why')}</p>
      {dimensions.map((dimension) => (
        <fieldset key={dimension} className="fair-bounds" disabled={!mayChange}>
          <legend>{t(`dimensions.${dimension}`)}</legend>
          {figures.map((figure) => {
            // People write shares in points of a hundred.
            const scale = figure === 'wait' ? 1 : 100
            const value = now[dimension][figure]
            return (
              <NumberInput
                key={figure}
                label={t(`fairness.${figure}`)}
                suffix={` ${t(figure === 'wait' ? 'fairness.minutes' : 'fairness.points')}`}
                min={0}
                max={figure === 'wait' ? 1440 : 100}
                decimalScale={1}
                value={value === null ? '' : Math.round(value * scale * 10) / 10}
                onChange={(given) =>
                  setNow((all) => ({ ...all, [dimension]: { ...all[dimension], [figure]: typeof given === 'number' ? given / scale : null } }))
                }
              />
            )
          })}
        </fieldset>
      ))}
      <div className="lab-ways">
        <Button type="submit" disabled={!mayChange} loading={save.isPending}>
          {t('console:save')}
        </Button>
      </div>
    </form>
  )
}
