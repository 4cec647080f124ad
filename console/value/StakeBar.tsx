import { useTranslation } from 'react-i18next'
import { money } from '../shell/numbers.ts'
import './stake.css'

interface Stake {
  atRisk: number
  toGain: number
  currency: string
}

/** Full length of the bar, in money; beyond it the bar grows no more. */
const fullMoney = 300
const fullPixels = 78

/** The stake is one bar with two meanings, the same everywhere; hatching keeps them apart without colour. */
export function StakeBar({ atRisk, toGain, currency }: Stake) {
  const { t } = useTranslation('value')
  const label = `${t('to-lose', { money: money(atRisk, currency) })}, ${t('to-gain', { money: money(toGain, currency) })}`
  const pixels = (amount: number) => (amount <= 0 ? 0 : Math.max(2, Math.min(1, amount / fullMoney) * fullPixels))
  return (
    <span className="stake">
      <i role="img" aria-label={label} title={label}>
        {atRisk > 0 && <b style={{ width: pixels(atRisk) }} />}
        {toGain > 0 && <b className="is-gain" style={{ width: pixels(toGain) }} />}
      </i>
      <span className="num">{money(atRisk + toGain, currency)}</span>
    </span>
  )
}

/** The same bar, wide, for the panel. */
export function StakeParts({ atRisk, toGain, currency }: Stake) {
  const { t } = useTranslation('value')
  return (
    <>
      <div className="stake-parts" aria-hidden="true">
        {atRisk > 0 && <b style={{ flexGrow: atRisk }} />}
        {toGain > 0 && <b className="is-gain" style={{ flexGrow: toGain }} />}
      </div>
      <div className="stake-key num">
        <span className="lost">{t('to-lose', { money: money(atRisk, currency) })}</span>
        <span className="won">{t('to-gain', { money: money(toGain, currency) })}</span>
      </div>
    </>
  )
}
