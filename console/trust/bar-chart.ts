import { BarChart as Bars, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([Bars, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer])

export interface Series {
  name: string
  /** One of our colours, by its token. */
  colour: string
  values: number[]
  /** Drawn as steps instead of bars. */
  isLine?: boolean
}

interface Drawing {
  label: string
  names: string[]
  series: Series[]
  say: (value: number) => string
}

export interface BarChart {
  draw: (drawing: Drawing) => void
  close: () => void
}

/** The library is large, so this file is loaded when a chart is looked at. */
export function openBarChart(box: HTMLElement): BarChart {
  const chart = init(box, null, { renderer: 'svg' })
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(box)
  return {
    draw: (drawing) => chart.setOption(optionsOf(box, drawing), true),
    close: () => {
      watch.disconnect()
      chart.dispose()
    },
  }
}

function optionsOf(box: HTMLElement, { label, names, series, say }: Drawing) {
  const colour = (name: string) => resolved(box, name)
  const text = { color: colour('--ink-3'), fontSize: 11, hideOverlap: true }
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    textStyle: { fontFamily: getComputedStyle(box).fontFamily },
    grid: { left: 4, right: 4, top: 34, bottom: 4, outerBoundsMode: 'same' as const },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: colour('--ink-2') } },
    tooltip: {
      trigger: 'axis' as const,
      // Drawn by the chart itself: no markup, which the page's trusted types would refuse.
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: colour('--raised'),
      borderColor: colour('--line-strong'),
      textStyle: { color: colour('--ink'), fontSize: 12.5 },
      valueFormatter: (value: unknown) => say(Number(value)),
    },
    xAxis: {
      type: 'category' as const,
      data: names,
      // Slanted only where names are long; hours stand upright, as many as there is room for.
      axisLabel: { ...text, rotate: names.length > 8 && names.some((name) => name.length > 5) ? 35 : 0 },
      axisLine: { lineStyle: { color: colour('--line-strong') } },
      axisTick: { show: false },
    },
    yAxis: { type: 'value' as const, splitNumber: 4, axisLabel: text, splitLine: { lineStyle: { color: colour('--line') } } },
    series: series.map(({ name, colour: token, values, isLine }) => ({
      name,
      data: values,
      itemStyle: { color: colour(token) },
      ...(isLine
        ? { type: 'line' as const, step: 'middle' as const, showSymbol: false, lineStyle: { color: colour(token), width: 1.75 } }
        : { type: 'bar' as const, barMaxWidth: 18 }),
    })),
  }
}

/** Our colours are written for light and dark at once; the browser says which of them holds here. */
function resolved(box: HTMLElement, name: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${name})`
  box.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
