import { useTranslation } from 'react-i18next'
import type { Breach } from '../../contract/trust.ts'
import { plain } from '../shell/numbers.ts'
import { useGroupName } from './names.ts'

/** Which groups of customers differ by more than the owner allows, in numbers. */
export function Breaches({ breaches }: { breaches: readonly Breach[] }) {
  const { t } = useTranslation('trust')
  const groupName = useGroupName()
  return (
    <ul className="breaches">
      {breaches.map(({ dimension, group, figure, difference, half, bound }) => {
        // Waits in minutes, shares in points of a hundred.
        const said = (value: number) => plain(figure === 'wait' ? value : 100 * value, 1)
        const numbers = { difference: said(difference), half: said(half), bound: said(bound) }
        return <li key={`${dimension} ${group} ${figure}`}>{t(`breach.${figure}`, { group: groupName(dimension, group), ...numbers })}</li>
      })}
    </ul>
  )
}
