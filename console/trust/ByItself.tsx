import { useTranslation } from 'react-i18next'
import type { Warning } from '../../contract/trust.ts'
import { useMe } from '../shell/me.ts'
import { money, plain, share } from '../shell/numbers.ts'
import { signed } from './names.ts'

type Numbers = Warning['worse'][number]

/** Why a draft was proposed by itself: in what a version did worse, in numbers. */
export function ByItself({ warning: { version, before, worse } }: { warning: Warning }) {
  const { t } = useTranslation('trust')
  const { currency } = useMe().account
  const shown = {
    value: { read: (sum: number) => money(sum, currency), change: (sum: number) => signed(sum, (one) => money(one, currency)) },
    resolved: { read: share, change: (by: number) => signed(by * 100, (one) => plain(one)) },
  }
  const numbersOf = ({ figure, now, before: then, by, from, to, n, nBefore }: Numbers) => {
    const { read, change } = shown[figure]
    return {
      before: read(then),
      now: read(now),
      by: change(by),
      from: change(from),
      to: change(to),
      n: plain(n, 0),
      nBefore: plain(nBefore, 0),
      version: plain(version, 0),
      earlier: plain(before, 0),
    }
  }
  return (
    <div className="draft-itself">
      <p>{t('itself.because', { version: plain(version, 0), before: plain(before, 0) })}</p>
      <ul>
        {worse.map((one) => (
          <li key={one.figure}>{t(`itself.${one.figure}`, numbersOf(one))}</li>
        ))}
      </ul>
      <p className="faint">{t('itself.basis')}</p>
    </div>
  )
}
