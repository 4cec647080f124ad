import { useTranslation } from 'react-i18next'
import type { FairGroup } from '../../contract/trust.ts'
import { plain, share } from '../shell/numbers.ts'
import { Wide } from '../shell/Wide.tsx'
import { changed, minutes, useGroupName, within } from './names.ts'

const dimensions = ['language', 'history', 'value'] as const
const figures = ['wait', 'assistant', 'handover'] as const

/** Each group of customers with its waits and shares, and how it differs from everybody else. */
export function FairTable({ groups }: { groups: readonly FairGroup[] }) {
  const { t } = useTranslation('trust')
  const groupName = useGroupName()
  return (
    <Wide label={t('fairness.title')} className="panel">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('fairness.group')}</th>
            <th scope="col" className="right">
              {t('fairness.n')}
            </th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="right">
                {t(`fairness.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        {dimensions.map((dimension) => (
          <tbody key={dimension}>
            <tr className="fair-head">
              <th scope="rowgroup" colSpan={5}>
                {t(`dimensions.${dimension}`)}
              </th>
            </tr>
            {groups
              .filter((one) => one.dimension === dimension)
              .map((one) => (
                <tr key={one.group}>
                  <td>{groupName(dimension, one.group)}</td>
                  <td className="right num">{plain(one.n, 0)}</td>
                  {figures.map((figure) => (
                    <Cell key={figure} cell={one.figures[figure]} say={figure === 'wait' ? minutes : share} />
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </Wide>
  )
}

function Cell({ cell, say }: { cell: FairGroup['figures']['wait']; say: (value: number) => string }) {
  const { t } = useTranslation('trust')
  const { difference, verdict, bound } = cell
  // Beyond the bound, and yet no breach: nobody knows whether it would be so again.
  const perhaps = verdict === 'within' && bound !== null && Math.abs(difference.value ?? 0) > bound
  const notes = [
    ...(difference.value === null ? [] : [t('fairness.against', { difference: changed(difference, say) })]),
    ...(verdict === 'within' ? [] : [t(`fairness.verdict.${verdict}`)]),
    ...(perhaps ? [t('fairness.perhaps', { bound: say(bound) })] : []),
  ]
  return (
    <td className={`right num fair-cell is-${verdict}`}>
      <b>{within(cell, say)}</b>
      <small>{notes.join(' · ')}</small>
    </td>
  )
}
