import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { FloorBoard } from '../../contract/queue.ts'

use([LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

interface Words {
  waiting: string
  atRisk: string
  aria: string
}

interface Numbers {
  clock: (at: string) => string
  money: (value: number) => string
  plain: (value: number) => string
}

export interface HistoryChart {
  draw: (points: FloorBoard['history'], words: Words, numbers: Numbers) => void
  close: () => void
}

/** The library is large, so this file is loaded when the floor is looked at. */
export function openHistoryChart(box: HTMLElement): HistoryChart {
  const chart = init(box, null, { renderer: 'svg' })
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(box)
  return {
    draw: (points, words, numbers) => chart.setOption(optionsOf(box, points, words, numbers), true),
    close: () => {
      watch.disconnect()
      chart.dispose()
    },
  }
}

function optionsOf(box: HTMLElement, points: FloorBoard['history'], words: Words, { clock, money, plain }: Numbers) {
  const colour = (name: string) => resolved(box, name)
  const ink = colour('--ink-3')
  const label = { color: ink, fontSize: 11, hideOverlap: true }
  const line = { type: 'line', showSymbol: false, animation: false } as const
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.aria } },
    textStyle: { fontFamily: getComputedStyle(box).fontFamily },
    grid: { left: 4, right: 4, top: 12, bottom: 4, outerBoundsMode: 'same' as const },
    tooltip: {
      trigger: 'axis' as const,
      // Drawn, not written: the page lets no string become HTML.
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: colour('--raised'),
      borderColor: colour('--line-strong'),
      textStyle: { color: colour('--ink'), fontSize: 12.5 },
    },
    xAxis: {
      type: 'category' as const,
      boundaryGap: false,
      data: points.map((point) => clock(point.at)),
      axisLabel: label,
      axisLine: { lineStyle: { color: colour('--line-strong') } },
      axisTick: { show: false },
    },
    yAxis: [
      { type: 'value' as const, minInterval: 1, splitNumber: 3, axisLabel: label, splitLine: { lineStyle: { color: colour('--line') } } },
      { type: 'value' as const, splitNumber: 3, axisLabel: { ...label, formatter: money }, splitLine: { show: false } },
    ],
    series: [
      {
        ...line,
        name: words.waiting,
        step: 'end' as const,
        data: points.map((point) => point.waiting),
        lineStyle: { color: colour('--time-fill'), width: 1.75 },
        itemStyle: { color: colour('--time-fill') },
        areaStyle: { color: colour('--time-tint'), opacity: 1 },
        tooltip: { valueFormatter: (value: unknown) => plain(Number(value)) },
      },
      {
        ...line,
        name: words.atRisk,
        yAxisIndex: 1,
        data: points.map((point) => point.atRisk),
        lineStyle: { color: colour('--lost-fill'), width: 1.75, type: 'dashed' as const },
        itemStyle: { color: colour('--lost-fill') },
        tooltip: { valueFormatter: (value: unknown) => money(Number(value)) },
      },
    ],
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
