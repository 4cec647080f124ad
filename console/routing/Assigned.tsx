import { useTranslation } from 'react-i18next'
import type { DecisionList } from '../../contract/routing.ts'
import { clock, plain, share } from '../shell/numbers.ts'

/** Who was given the customer, and what was believed of each who could have been. */
export function Assigned({ assignment }: { assignment: DecisionList['assignments'][number] }) {
  const { t } = useTranslation('routing')
  const { at, person, because, candidates, replays } = assignment
  return (
    <article className="why-decision">
      <p className="faint num">{clock(at)}</p>
      <h3>{t('assigned.title')}</h3>
      <p className="why-line">{t(`assigned.${because.code}`, { person, candidates: candidates.length })}</p>
      {candidates.length > 1 && (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('assigned.person')}</th>
              <th scope="col" className="right">
                {t('assigned.resolves')}
              </th>
              <th scope="col" className="right">
                {t('assigned.outcomes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {candidates.map((candidate, index) => (
              <tr key={index} className={candidate.chosen ? undefined : 'faint'}>
                <td>
                  {candidate.person} {candidate.chosen && <span className="tag is-person">{t('assigned.chosen')}</span>}{' '}
                  {candidate.misfit > 0 && <span className="tag">{t(`assigned.misfit-${candidate.misfit}`)}</span>}
                </td>
                <td className="right num">{share(candidate.mean)}</td>
                <td className="right num">{plain(candidate.n, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {replays && <p className="faint">{t('assigned.replays')}</p>}
    </article>
  )
}
