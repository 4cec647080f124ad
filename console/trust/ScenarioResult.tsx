import { useTranslation } from 'react-i18next'
import type { ScenarioReplay } from '../../contract/trust.ts'
import { plain, share } from '../shell/numbers.ts'
import { Wide } from '../shell/Wide.tsx'
import { minutes, within } from './names.ts'

/** A scenario under each way of routing, with the same customers for all. */
export function ScenarioResult({ result }: { result: ScenarioReplay }) {
  const { t } = useTranslation('trust')
  const heads = ['lab.of-oracle', 'figures.wait', 'figures.serviceLevel', 'figures.abandonment', 'figures.byAssistant'] as const
  return (
    <Wide label={t('lab.scenario-basis', { name: result.name, days: plain(result.days, 0) })} className="panel lab-result">
      <p className="quiet">{t('lab.scenario-basis', { name: result.name, days: plain(result.days, 0) })}</p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('lab.policy')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="right">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.policies.map(({ policy, ofOracle, wait, serviceLevel, abandonment, byAssistant }) => (
            <tr key={policy}>
              <th scope="row">{t(`lab.policies.${policy}`)}</th>
              <td className="right">{within(ofOracle, share)}</td>
              <td className="right">{within(wait, minutes)}</td>
              <td className="right">{within(serviceLevel, share)}</td>
              <td className="right">{within(abandonment, share)}</td>
              <td className="right">{within(byAssistant, share)}</td>
            </tr>
          ))}
          {result.bounds && <Bounds bounds={result.bounds} />}
        </tbody>
      </table>
    </Wide>
  )
}

/** What is drawn on the same scale and is no way of routing: the most possible, and an estimate of what can be known. */
function Bounds({ bounds: { informedOfOracle, oracleOfMaximum } }: { bounds: NonNullable<ScenarioReplay['bounds']> }) {
  const { t } = useTranslation('trust')
  return (
    <>
      <tr>
        <th scope="row">{t('lab.informed')}</th>
        <td className="right">{within(informedOfOracle, share)}</td>
        <td colSpan={4} />
      </tr>
      <tr>
        <th scope="row">{t('lab.oracle', { maximum: within(oracleOfMaximum, share) })}</th>
        <td className="right">{share(1)}</td>
        <td colSpan={4} />
      </tr>
    </>
  )
}
