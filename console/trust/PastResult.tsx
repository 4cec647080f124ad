import { useTranslation } from 'react-i18next'
import type { OwnReplay, ReplayView } from '../../contract/trust.ts'
import { useMe } from '../shell/me.ts'
import { money, plain, share } from '../shell/numbers.ts'
import { Wide } from '../shell/Wide.tsx'
import { Breaches } from './Breaches.tsx'
import { Chart } from './Chart.tsx'
import { Differently } from './Differently.tsx'
import { FairTable } from './FairTable.tsx'
import { isChance, type Ratio, signed, useGroupName, within } from './names.ts'
import { Propose } from './Propose.tsx'

type Figure = OwnReplay['figures'][number]

/** What the past would have come to, beside what really happened. */
export function PastResult({ run, result }: { run: ReplayView; result: OwnReplay }) {
  const { t } = useTranslation('trust')
  const { past, seeds, figures, differently, breaches, after } = result
  const reached = figures.find(({ figure }) => figure === 'reached')
  const isNobody = reached !== undefined && !((reached.after.value ?? 0) > 0)
  const { currency } = useMe().account
  const numbers = { conversations: plain(past.conversations, 0), days: plain(past.days, 0), seeds: plain(seeds, 0) }
  return (
    <section className="lab-result">
      {isNobody && (
        <p className="panel lost" role="alert">
          {t('lab.nobody')}
        </p>
      )}
      <Wide label={t('lab.basis', numbers)} className="panel">
        <p className="quiet">{t('lab.basis', numbers)}</p>
        {past.leftOut > 0 && <p className="faint">{t('lab.left-out', { count: past.leftOut })}</p>}
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('lab.figure')}</th>
              {(['real', 'live', 'tried', 'difference'] as const).map((column) => (
                <th key={column} scope="col" className="right">
                  {t(`lab.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <FigureRow key={figure.figure} figure={figure} isNobody={isNobody} />
            ))}
          </tbody>
        </table>
        <p className="faint">
          {t('lab.assumes')} {result.booked !== undefined && t('lab.booked', { booked: money(result.booked, currency) })}
        </p>
      </Wide>
      {!isNobody && (
        <>
          <h2>{t('lab.chart')}</h2>
          <WaitChart result={result} />
        </>
      )}
      <h2>{t('fairness.title')}</h2>
      {breaches.after.length === 0 ? (
        <p className={isNobody ? 'lost' : 'quiet'}>{t(isNobody ? 'lab.nobody-to-compare' : 'fairness.good')}</p>
      ) : (
        <Breaches breaches={breaches.after} />
      )}
      {!isNobody && <FairTable groups={after} />}
      <Differently differently={differently} />
      {run.draft === null && 'policy' in run.asked && <FromRun asked={run.asked} />}
    </section>
  )
}

/** A draft carries numbers of the policy alone: a run of another team, or without the assistant, is none. */
function FromRun({ asked }: { asked: Extract<ReplayView['asked'], { policy: unknown }> }) {
  const { t } = useTranslation('trust')
  if (asked.assistant === 'off') return <p className="panel">{t('lab.no-draft-assistant')}</p>
  if (asked.staff.length > 0) return <p className="panel">{t('lab.no-draft-staff')}</p>
  return <Propose policy={asked.policy} />
}

const ofWaiting: ReadonlySet<Figure['figure']> = new Set(['wait', 'serviceLevel', 'abandonment'])

function FigureRow({ figure: { figure, real, before, after, difference }, isNobody }: { figure: Figure; isNobody: boolean }) {
  const { t } = useTranslation('trust')
  const { currency } = useMe().account
  const say = sayer(figure, currency)
  return (
    <tr>
      <th scope="row">{t(`figures.${figure}`)}</th>
      <td className="right">{real === null ? '–' : say(real)}</td>
      <td className="right">{within(before, say)}</td>
      <td className="right">{isNobody && ofWaiting.has(figure) ? t('lab.nobody-reached') : within(after, say)}</td>
      <td className="right">
        {isNobody && ofWaiting.has(figure) ? '–' : said(difference, say)}
        {isChance(difference) && difference.value !== 0 && difference.value !== null && <small>{t('lab.chance')}</small>}
      </td>
    </tr>
  )
}

function sayer(figure: Figure['figure'], currency: string): (value: number) => string {
  if (figure === 'value' || figure === 'cost') return (value) => money(value, currency)
  if (figure === 'personMinutes') return (value) => plain(value, 0)
  return figure === 'wait' ? (value) => plain(value, 1) : share
}

const said = (ratio: Ratio, say: (value: number) => string) =>
  ratio.value === null ? '–' : within({ ...ratio, value: ratio.value }, (value) => (value === ratio.value ? signed(value, say) : say(value)))

function WaitChart({ result: { before, after } }: { result: OwnReplay }) {
  const { t } = useTranslation('trust')
  const groupName = useGroupName()
  const values = (groups: OwnReplay['before']) => groups.map(({ figures }) => figures.wait.value ?? 0)
  return (
    <Chart
      className="lab-chart"
      label={t('lab.chart')}
      names={before.map(({ dimension, group }) => groupName(dimension, group))}
      series={[
        { name: t('lab.live'), colour: '--machine-fill', values: values(before) },
        { name: t('lab.tried'), colour: '--person', values: values(after) },
      ]}
      say={(value) => plain(value, 1)}
    />
  )
}
