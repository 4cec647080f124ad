import { Button, Drawer, SegmentedControl, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportList } from '../../contract/metrics.ts'
import { ask, get } from '../shell/api.ts'
import { clock, day, hourOfDay } from '../shell/numbers.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { currentLanguage } from '../shell/words.ts'

type Report = ReportList['reports'][number]

/** One's own results by e-mail, at an hour of one's own day. */
export function Reports({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('metrics')
  const { data, error } = useQuery({ queryKey: ['reports'], enabled: opened, queryFn: () => get<ReportList>('/v1/results/reports') })
  return (
    <Drawer opened={opened} onClose={onClose} position="right" title={t('report.title')} closeButtonProps={{ 'aria-label': t('console:close') }}>
      {error ? (
        <Trouble error={error} />
      ) : !data ? (
        <Waiting lines={4} />
      ) : (
        <>
          <p className="settings-intro">{t('report.intro', { email: data.email, zone: data.timeZone })}</p>
          {!data.canSend && <p className="time">{t('report.no-server')}</p>}
          {data.reports.length === 0 && <p className="faint">{t('report.empty')}</p>}
          <ul className="reports">
            {data.reports.map((report) => (
              <Row key={report.id} report={report} />
            ))}
          </ul>
          <NewReport />
        </>
      )}
    </Drawer>
  )
}

function Row({ report }: { report: Report }) {
  const { t } = useTranslation('metrics')
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => ask('DELETE', `/v1/results/reports/${report.id}`),
    onError: sayTrouble,
    onSettled: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  })
  const { last } = report
  const time = hourOfDay(report.hour)
  return (
    <li>
      <div>
        <b>
          {report.weekday === null ? t('report.row-day', { time }) : t('report.row-week', { time, weekday: weekdayName(report.weekday) })}
          {report.language && ` · ${t(`console:languages.${report.language}`)}`}
        </b>
        <div className="faint">{t('report.next', { when: moment(report.nextAt) })}</div>
        {last && (
          <div className={last.sent ? 'faint' : 'lost'}>
            {last.sent ? t('report.sent', { when: moment(last.at) }) : last.error && t('report.failed', { error: last.error })}
          </div>
        )}
      </div>
      <Button size="compact-sm" variant="default" onClick={() => end.mutate()} loading={end.isPending}>
        {t('report.end')}
      </Button>
    </li>
  )
}

function NewReport() {
  const { t } = useTranslation('metrics')
  const queries = useQueryClient()
  const [every, setEvery] = useState<'day' | 'week'>('week')
  const [weekday, setWeekday] = useState(1)
  const [hour, setHour] = useState(8)
  const make = useMutation({
    mutationFn: () => ask('POST', '/v1/results/reports', { every, weekday: every === 'week' ? weekday : null, hour, language: null }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reports'] }),
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form className="reports-new" onSubmit={submit}>
      <SegmentedControl
        size="xs"
        aria-label={t('report.every')}
        value={every}
        onChange={(next) => setEvery(next === 'day' ? 'day' : 'week')}
        data={(['day', 'week'] as const).map((value) => ({ value, label: t(`report.rhythm.${value}`) }))}
      />
      {every === 'week' && (
        <Select
          size="xs"
          label={t('report.weekday')}
          allowDeselect={false}
          value={String(weekday)}
          onChange={(next) => setWeekday(Number(next))}
          data={[1, 2, 3, 4, 5, 6, 7].map((one) => ({ value: String(one), label: weekdayName(one) }))}
        />
      )}
      <Select
        size="xs"
        label={t('report.hour')}
        allowDeselect={false}
        value={String(hour)}
        onChange={(next) => setHour(Number(next))}
        data={Array.from({ length: 24 }, (_, one) => ({ value: String(one), label: hourOfDay(one) }))}
      />
      <Button type="submit" size="xs" loading={make.isPending}>
        {t('report.add')}
      </Button>
    </form>
  )
}

const moment = (at: string) => `${day(at)} ${clock(at)}`

/** 2024-01-01 was a Monday. */
const weekdayName = (weekday: number) => new Intl.DateTimeFormat(currentLanguage(), { weekday: 'long' }).format(new Date(2024, 0, weekday))
