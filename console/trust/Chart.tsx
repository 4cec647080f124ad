import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BarChart, Series } from './bar-chart.ts'

interface Props {
  className: string
  label: string
  names: string[]
  series: Series[]
  say: (value: number) => string
}

/** Figures side by side by group or hour; the library behind it is loaded when a chart is looked at. */
export function Chart({ className, label, names, series, say }: Props) {
  const { i18n } = useTranslation()
  const scheme = useComputedColorScheme()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<BarChart>(undefined)
  const drawn = `${scheme} ${i18n.language} ${JSON.stringify([names, series])}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew for other figures, colours or another language; the rest follows from these
  useEffect(() => {
    let isGone = false
    void import('./bar-chart.ts').then(({ openBarChart }) => {
      if (isGone || !box.current) return
      chart.current ??= openBarChart(box.current)
      chart.current.draw({ label, names, series, say })
    })
    return () => {
      isGone = true
    }
  }, [drawn])
  useEffect(
    () => () => {
      chart.current?.close()
      chart.current = undefined
    },
    [],
  )
  return <div ref={box} className={`panel ${className}`} role="img" aria-label={label} />
}
