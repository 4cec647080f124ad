import { SegmentedControl, useComputedColorScheme } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FloorCourse } from '../../contract/queue.ts'
import { toCsv } from '../../core/csv.ts'
import { get } from '../shell/api.ts'
import { clock, duration, money, plain } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { saveFile } from '../shell/save-file.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Wide } from '../shell/Wide.tsx'
import type { CourseChart, Line } from './course-chart.ts'

type Point = FloorCourse['points'][number]

const looks = ['waits', 'risk', 'load'] as const
type Look = (typeof looks)[number]
const spans = ['2', '8', '24'] as const
const refreshMilliseconds = 60_000

/** How the floor was until now: who waited and how long, what was at risk, how full people were. As a chart, or as a table. */
export function Course({ currency }: { currency: string }) {
  const { t } = useTranslation('queue')
  const [look, setLook] = useState<Look>('waits')
  const [hours, setHours] = useState<(typeof spans)[number]>('8')
  const [isTable, setIsTable] = useState(false)
  const chart = useRef<CourseChart>(undefined)
  const { data, error, refetch } = useQuery({
    queryKey: ['floor-course', hours],
    queryFn: () => get<FloorCourse>(`/v1/floor/course?hours=${hours}`),
    refetchInterval: refreshMilliseconds,
    placeholderData: keepPreviousData,
  })
  const lines = useLines(look, currency)
  return (
    <section className="panel course" aria-labelledby="course-title">
      <div className="panel-head course-head">
        <h2 id="course-title">{t('course.title')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('course.what')}
          value={look}
          onChange={(next) => setLook(looks.find((one) => one === next) ?? look)}
          data={looks.map((value) => ({ value, label: t(`course.looks.${value}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('course.span')}
          value={hours}
          onChange={(next) => setHours(spans.find((one) => one === next) ?? hours)}
          data={spans.map((value) => ({ value, label: t('course.hours', { n: value }) }))}
        />
      </div>
      <p className="course-keys">
        {lines.map((line, index) => (
          <span key={line.name} className={`course-key is-${index}`} style={{ color: `var(${line.ink})` }}>
            {line.name}
          </span>
        ))}
      </p>
      {error && !data ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : !data ? (
        <Waiting lines={4} />
      ) : isTable ? (
        <Table points={data.points} lines={lines} />
      ) : (
        <Chart points={data.points} lines={lines} chart={chart} />
      )}
      {data && (
        <div className="course-tools">
          <button type="button" onClick={() => setIsTable(!isTable)}>
            {t(isTable ? 'course.chart' : 'course.table')}
          </button>
          {!isTable && (
            <button
              type="button"
              onClick={() =>
                void chart.current?.picture().then(
                  (picture) => saveFile(`floor-${look}.png`, picture),
                  () => say(t('course.no-picture')),
                )
              }
            >
              {t('course.picture')}
            </button>
          )}
          <button type="button" onClick={() => saveFile(`floor-${look}.csv`, csvOf(data.points, lines, t('course.time')), 'text/csv')}>
            {t('course.csv')}
          </button>
        </div>
      )}
    </section>
  )
}

/** What each look draws: the value of a point, how it reads, and its colour's name. */
function useLines(look: Look, currency: string): Line[] {
  const { t } = useTranslation('queue')
  const count = (value: number) => plain(value, 0)
  const all: Record<Look, Line[]> = {
    waits: [
      {
        name: t('course.waiting'),
        of: (point) => point.waiting,
        read: count,
        step: 1,
        fill: '--time-fill',
        tint: '--time-tint',
        ink: '--time',
      },
      {
        name: t('course.longest'),
        of: (point) => point.longestWaitSeconds,
        read: duration,
        step: 20,
        fill: '--lost-fill',
        tint: null,
        ink: '--lost',
      },
    ],
    risk: [
      {
        name: t('course.at-risk'),
        of: (point) => point.atRisk,
        read: (value) => money(value, currency),
        step: 1,
        fill: '--lost-fill',
        tint: '--lost-tint',
        ink: '--lost',
      },
    ],
    load: [
      { name: t('course.held'), of: (point) => point.held, read: count, step: 1, fill: '--person', tint: '--person-tint', ink: '--person' },
      { name: t('course.busy'), of: (point) => point.busy, read: count, step: 1, fill: '--machine-fill', tint: null, ink: '--machine' },
    ],
  }
  return all[look]
}

function Chart({ points, lines, chart }: { points: Point[]; lines: Line[]; chart: RefObject<CourseChart | undefined> }) {
  const { t, i18n } = useTranslation('queue')
  const scheme = useComputedColorScheme()
  const box = useRef<HTMLDivElement>(null)
  const last = points.at(-1)
  const aria = t('course.aria', { now: lines.map((line) => `${line.name} ${last ? line.read(line.of(last)) : '–'}`).join(', ') })
  const newest = `${last?.at} ${points.length} ${lines.map(({ name }) => name).join()} ${scheme} ${i18n.language}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew for a newer point, another look, other colours or another language; the rest follows from these
  useEffect(() => {
    let isGone = false
    void import('./course-chart.ts').then(({ openCourseChart }) => {
      if (isGone || !box.current) return
      chart.current ??= openCourseChart(box.current)
      chart.current.draw(points, lines, aria)
    })
    return () => {
      isGone = true
    }
  }, [newest])
  useEffect(
    () => () => {
      chart.current?.close()
      chart.current = undefined
    },
    [chart],
  )
  return <div ref={box} className="course-chart" role="img" aria-label={aria} />
}

function Table({ points, lines }: { points: Point[]; lines: Line[] }) {
  const { t } = useTranslation('queue')
  return (
    <Wide label={t('course.table')} className="course-table">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('course.time')}</th>
            {lines.map((line) => (
              <th key={line.name} scope="col" className="right">
                {line.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.at}>
              <td className="num">{clock(point.at)}</td>
              {lines.map((line) => (
                <td key={line.name} className="right num">
                  {line.read(line.of(point))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function csvOf(points: Point[], lines: Line[], time: string): string {
  return toCsv([[time, ...lines.map(({ name }) => name)], ...points.map((point) => [point.at, ...lines.map((line) => line.of(point))])])
}
