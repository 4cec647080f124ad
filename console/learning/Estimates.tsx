import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MatchingEstimates } from '../../contract/learning.ts'
import { get } from '../shell/api.ts'
import { plain, share } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { points } from './points.ts'

type Estimate = MatchingEstimates['gain']

/** Row 9: what other ways of matching would have resolved, estimated from what was drawn; beside the lift, and never instead of it. */
export function Estimates() {
  const { t } = useTranslation('learning')
  const { data, error, refetch } = useQuery({ queryKey: ['matching', 'estimates'], queryFn: () => get<MatchingEstimates>('/v1/matching/estimates') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={3} />
  const { gain, ways, leastOutcomes, mostWeight, outcomes } = data
  const isSilent = ways.every(({ robust }) => robust === null)
  return (
    <>
      <h3>{t('estimates.title')}</h3>
      {gain && (
        <p className="matching-lift">
          <strong className="num">{points(gain.share)}</strong> {t('estimates.gain', { low: points(gain.low), high: points(gain.high) })}
        </p>
      )}
      {isSilent ? (
        <p className="quiet">{t('estimates.not-enough', { least: plain(leastOutcomes, 0) })}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('estimates.way')}</th>
              <th scope="col" className="right">
                <Term name={t('estimates.robust')} means={t('estimates.means.robust')} />
              </th>
              <th scope="col" className="right">
                <Term name={t('estimates.propensity')} means={t('estimates.means.propensity', { most: plain(mostWeight, 0) })} />
              </th>
              <th scope="col" className="right">
                <Term name={t('estimates.effective')} means={t('estimates.means.effective', { least: plain(leastOutcomes, 0) })} />
              </th>
            </tr>
          </thead>
          <tbody>
            {ways.map(({ way, robust, propensity, effective }) => (
              <tr key={way}>
                <th scope="row">{t(`estimates.ways.${way}`)}</th>
                <Cell of={robust} />
                <Cell of={propensity} />
                <td className="right num">{plain(effective, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="faint">{t('estimates.note', { outcomes: plain(outcomes, 0) })}</p>
    </>
  )
}

function Cell({ of }: { of: Estimate }) {
  if (of === null) return <td className="right">–</td>
  return (
    <td className="right num">
      {share(of.share)} <span className="faint matching-range">{`${share(of.low)} – ${share(of.high)}`}</span>
    </td>
  )
}

/** A term of the field, with what it means on hover, focus and touch. */
function Term({ name, means }: { name: string; means: string }) {
  return (
    <Tooltip label={means} multiline w={320} events={{ hover: true, focus: true, touch: true }} withArrow>
      <button type="button" className="matching-term">
        {name}
      </button>
    </Tooltip>
  )
}
