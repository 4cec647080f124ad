import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EconomicsList } from '../../contract/value.ts'
import { type EconomicFigure, type Estimate, economicFigures } from '../../core/value/economics.ts'
import { get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { money, plain, share } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Wide } from '../shell/Wide.tsx'
import { useSkillName } from '../team/skill-name.ts'
import { useIntentName } from '../understanding/intent-name.ts'
import { EconomicsEditor, type EconomicsRow } from './EconomicsEditor.tsx'
import './economics.css'

/** What each matter is worth; every number says where it comes from. */
export function Economics() {
  const { t } = useTranslation('value')
  const { data, error, refetch } = useQuery({ queryKey: ['economics'], queryFn: () => get<EconomicsList>('/v1/economics') })
  const [open, setOpen] = useState<EconomicsRow>()
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={10} />
  return (
    <>
      <header className="page-head">
        <h1>{t('economics.title')}</h1>
      </header>
      <p className="settings-intro">{t('economics.intro')}</p>
      <Wide label={t('economics.title')} className="panel economics">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('economics.matter')}</th>
              {economicFigures.map((name) => (
                <th key={name} scope="col" className="right">
                  {t(`inputs.${name}`)}
                </th>
              ))}
              <th scope="col">{t('inputs.skill')}</th>
            </tr>
          </thead>
          <tbody>
            {data.intents.map((row) => (
              <Row key={row.intent} row={row} currency={data.currency} onOpen={() => setOpen(row)} />
            ))}
          </tbody>
        </table>
      </Wide>
      <EconomicsEditor row={open} currency={data.currency} onClose={() => setOpen(undefined)} />
    </>
  )
}

function Row({ row, currency, onOpen }: { row: EconomicsRow; currency: string; onOpen: () => void }) {
  const { t } = useTranslation('value')
  const mayChange = useMay('lead')
  const name = useIntentName()(row.intent)
  const skillName = useSkillName()
  return (
    <tr>
      <th scope="row">
        {mayChange ? (
          <button type="button" className="economics-open" onClick={onOpen} aria-label={t('economics.edit', { matter: name })}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      {economicFigures.map((figure) => (
        <td key={figure} className="right">
          <Figure name={figure} estimate={row[figure]} currency={currency} />
        </td>
      ))}
      <td className="quiet">{row.skill ? skillName(row.skill) : t('economics.anybody')}</td>
    </tr>
  )
}

/** The number, and below it where it comes from: a starting figure is faint, what somebody set or measured is not. */
function Figure({ name, estimate: { value, source }, currency }: { name: EconomicFigure; estimate: Estimate; currency: string }) {
  const { t } = useTranslation('value')
  const numbers = 'n' in source ? { n: plain(source.n, 0) } : {}
  const shown = name === 'margin' ? money(value, currency) : name === 'handleMinutes' ? plain(value) : share(value)
  return (
    <span className={`economics-figure is-${source.kind}`} title={t(`source.${source.kind}`, numbers)}>
      {shown}
      <small>{t(`source-short.${source.kind}`, numbers)}</small>
    </span>
  )
}
