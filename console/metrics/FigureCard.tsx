import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Change, changeOf, type Figure, shown, verdictOf } from './figures.ts'
import { Spark } from './Spark.tsx'

const tones: Partial<Record<Change, string>> = { better: 'won', worse: 'lost' }
const arrows: Partial<Record<Change, string>> = { better: '✓ ', worse: '! ' }

/** A figure with what it stands on; its definition on hover and focus, its conversations by a click. */
export function FigureCard({ figure, currency, onOpen }: { figure: Figure; currency: string; onOpen: () => void }) {
  const { t } = useTranslation('metrics')
  const { metric, value, unit, n, before, difference } = figure
  const name = t(`names.${metric}`)
  const read = (number: number) => shown(number, unit, currency, t)
  const change = changeOf(figure, read)
  const verdict = verdictOf(figure)
  // A colour only for what chance does not explain: the eye goes where there is something to see.
  const tone = verdict === 'beyond' ? tones[change] : undefined
  return (
    <Tooltip
      label={
        <>
          {t(`definitions.${metric}`)}
          {difference && (
            <span className="figure-interval num">
              {t('chance.interval', { by: read(difference.by), from: read(difference.from), to: read(difference.to) })}
            </span>
          )}
        </>
      }
      multiline
      w={320}
      events={{ hover: true, focus: true, touch: false }}
      position="bottom-start"
      openDelay={300}
      withArrow
    >
      <button type="button" className="figure" onClick={onOpen}>
        <span className="figure-name">{name}</span>
        <span className="figure-body">
          {value === null ? <span className="figure-none">{t('no-value')}</span> : <span className="figure-value num">{read(value)}</span>}
          <Spark series={figure.series} />
          <span className={`figure-change ${tone ?? 'faint'}`}>
            {tone && <span aria-hidden="true">{arrows[change]}</span>}
            {t(`change.${change}`, { before: before === null ? '' : read(before) })}
            {verdict && change !== 'same' && <span className="figure-chance">{t(`chance.${verdict}`)}</span>}
          </span>
          <span className="figure-n faint num">{t('n', { count: n })}</span>
        </span>
        <span className="sr-only">{t('open-evidence', { metric: name })}</span>
      </button>
    </Tooltip>
  )
}
