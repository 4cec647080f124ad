import { BarChart as Bars, LineChart } from 'echarts/charts'
import { LegendComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { lookOf, openDrawing } from '../shell/drawing.ts'

use([Bars, LineChart, LegendComponent])

export interface Series {
  name: string
  /** One of our colours, by its token. */
  colour: string
  values: number[]
  /** Drawn as steps instead of bars. */
  isLine?: boolean
}

interface Shown {
  label: string
  names: string[]
  series: Series[]
  say: (value: number) => string
}

export interface BarChart {
  draw: (shown: Shown) => void
  close: () => void
}

/** The library is large, so this file is loaded when a chart is looked at. */
export function openBarChart(box: HTMLElement): BarChart {
  const { draw, close } = openDrawing(box)
  return { draw: (shown) => draw(optionsOf(box, shown)), close }
}

function optionsOf(box: HTMLElement, { label, names, series, say }: Shown) {
  const look = lookOf(box, label)
  return {
    ...look.page,
    grid: { left: 4, right: 4, top: 34, bottom: 4, outerBoundsMode: 'same' as const },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: look.colour('--ink-2') } },
    tooltip: { ...look.note, valueFormatter: (value: unknown) => say(Number(value)) },
    xAxis: {
      ...look.names,
      type: 'category' as const,
      data: names,
      // Slanted only where names are long; hours stand upright, as many as there is room for.
      axisLabel: { ...look.letters, rotate: names.length > 8 && names.some((name) => name.length > 5) ? 35 : 0 },
    },
    yAxis: { type: 'value' as const, splitNumber: 4, axisLabel: look.letters, splitLine: look.line },
    series: series.map(({ name, colour: token, values, isLine }) => ({
      name,
      data: values,
      itemStyle: { color: look.colour(token) },
      ...(isLine
        ? { type: 'line' as const, step: 'middle' as const, showSymbol: false, lineStyle: { color: look.colour(token), width: 1.75 } }
        : { type: 'bar' as const, barMaxWidth: 18 }),
    })),
  }
}
