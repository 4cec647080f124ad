import { useTranslation } from 'react-i18next'
import type { FloorBoard } from '../../contract/queue.ts'
import { isBeyondMoney } from '../../core/routing/demand.ts'
import { money, plain } from '../shell/numbers.ts'

interface Figure {
  name: string
  value: string
  hint: string
  tone?: 'is-lost' | 'is-won' | 'is-time' | 'is-machine'
  isBig?: boolean
}

/** The numbers by which a lead decides, the value at risk first. */
export function Figures({ board, currency }: { board: FloorBoard; currency: string }) {
  const { t } = useTranslation('queue')
  const { promisesAtRisk, expectedWait, waiting } = board
  const figures: Figure[] = [
    {
      name: t('figures.at-risk'),
      value: money(board.valueAtRisk, currency),
      hint: t('figures.wait-hint', { count: waiting.length }),
      ...(board.valueAtRisk > 0 && { tone: 'is-lost' as const }),
      isBig: true,
    },
    { name: t('figures.to-gain'), value: money(board.valueToGain, currency), hint: '', ...(board.valueToGain > 0 && { tone: 'is-won' as const }) },
    isBeyondMoney(board.price)
      ? { name: t('figures.price'), value: '–', hint: t('figures.price-asked') }
      : {
          name: t('figures.price'),
          value: money(board.price, currency),
          hint: t('figures.price-cost', { money: money(board.costOfMinute, currency) }),
        },
    {
      name: t('figures.promises'),
      value: plain(promisesAtRisk, 0),
      hint: t(promisesAtRisk > 0 ? 'figures.promises-hint' : 'figures.promises-none'),
      ...(promisesAtRisk > 0 && { tone: 'is-time' as const }),
    },
    { name: t('figures.wait'), value: useRange(expectedWait), hint: '' },
    { name: t('figures.assistant'), value: plain(board.withAssistant, 0), hint: t('figures.assistant-hint'), tone: 'is-machine' },
  ]
  return (
    <dl className="figures" aria-label={t('figures.title')}>
      {figures.map(({ name, value, hint, tone, isBig }) => (
        <div key={name} className={isBig ? 'is-big' : undefined}>
          <dt>{name}</dt>
          <dd className={`num ${tone ?? ''}`}>{value}</dd>
          <dd className="figures-hint">{hint}</dd>
        </div>
      ))}
    </dl>
  )
}

function useRange(range: FloorBoard['expectedWait']): string {
  const { t } = useTranslation('queue')
  if (!range) return t('figures.wait-unknown')
  if (range.to < 1) return t('figures.wait-under')
  return t('figures.wait-range', { from: plain(range.from, 0), to: plain(range.to, 0) })
}
