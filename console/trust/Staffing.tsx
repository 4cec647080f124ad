import { NumberInput, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffingView } from '../../contract/trust.ts'
import { get } from '../shell/api.ts'
import { money, plain } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Wide } from '../shell/Wide.tsx'
import { Chart } from './Chart.tsx'
import { weekdayName } from './names.ts'
import './trust.css'

const weekdays = ['1', '2', '3', '4', '5', '6', '7']

/** Row 40: people needed in each hour of the week, beside those who were on. */
export function Staffing() {
  const { t } = useTranslation('trust')
  const [percent, setPercent] = useState(80)
  const [seconds, setSeconds] = useState(20)
  const [weekday, setWeekday] = useState('1')
  const { data, error, refetch } = useQuery({
    queryKey: ['staffing', percent, seconds],
    placeholderData: keepPreviousData,
    queryFn: () => get<StaffingView>(`/v1/staffing?share=${percent / 100}&withinSeconds=${seconds}`),
  })
  return (
    <>
      <header className="page-head">
        <h1>{t('staffing.title')}</h1>
      </header>
      <p className="settings-intro">{t('staffing.intro')}</p>
      <div className="panel lab-fields">
        <NumberInput
          label={t('staffing.share')}
          min={5}
          max={99}
          value={percent}
          clampBehavior="strict"
          onChange={(value) => typeof value === 'number' && value >= 5 && setPercent(value)}
        />
        <NumberInput
          label={t('staffing.within')}
          min={1}
          max={3600}
          value={seconds}
          clampBehavior="strict"
          onChange={(value) => typeof value === 'number' && value >= 1 && setSeconds(value)}
        />
        <SegmentedControl
          className="staffing-day"
          aria-label={t('staffing.day')}
          value={weekday}
          onChange={setWeekday}
          data={weekdays.map((value) => ({ value, label: weekdayName(Number(value), 'short') }))}
        />
      </div>
      {error && !data ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.enough ? (
        <Plan plan={data} weekday={Number(weekday)} />
      ) : (
        <p className="faint">{t('staffing.too-little')}</p>
      )}
    </>
  )
}

function Plan({ plan, weekday }: { plan: StaffingView; weekday: number }) {
  const { t } = useTranslation('trust')
  const hours = plan.hours.filter((one) => one.weekday === weekday)
  const basis = {
    conversations: plain(plan.conversations, 0),
    weeks: plain(plan.weeks, 1),
    minutes: plain(plan.handleMinutes, 1),
    capacity: plain(plan.capacity, 1),
    uplift: money(plan.upliftEach, plan.currency),
  }
  const columns = ['arrivals', 'forPeople', 'on', 'forTarget', 'forValue'] as const
  const names = { arrivals: 'arrivals', forPeople: 'for-people', on: 'on', forTarget: 'for-target', forValue: 'for-value' } as const
  return (
    <section className="lab-result">
      <Chart
        className="staffing-chart"
        label={t('staffing.aria')}
        names={hours.map(({ hour }) => clockOf(hour))}
        series={[
          { name: t('staffing.for-target'), colour: '--machine-fill', values: hours.map(({ forTarget }) => forTarget) },
          { name: t('staffing.for-value'), colour: '--won-fill', values: hours.map(({ forValue }) => forValue) },
          { name: t('staffing.on'), colour: '--person', values: hours.map(({ on }) => on), isLine: true },
        ]}
        say={(value) => plain(value, 1)}
      />
      <p className="quiet">
        {t('staffing.basis', basis)} {t('staffing.formula')}
      </p>
      <Wide label={t('staffing.title')} className="panel">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('staffing.hour')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="right">
                  {t(`staffing.${names[column]}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours
              .filter(({ arrivals, on }) => arrivals > 0 || on > 0)
              .map((one) => (
                <tr key={one.hour}>
                  <td className="num">{clockOf(one.hour)}</td>
                  {columns.map((column) => (
                    <td key={column} className="right num">
                      {plain(one[column], 1)}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </Wide>
    </section>
  )
}

const clockOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`
