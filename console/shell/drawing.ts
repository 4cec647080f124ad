import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

/** A chart in a box: drawn as often as asked, as wide as the box, until it is closed. */
export interface Drawing {
  draw: (options: EChartsCoreOption) => void
  /** What is drawn, as an address of an SVG. */
  address: () => string
  close: () => void
}

/** The library is large: only what is itself loaded when a chart is looked at imports this file. */
export function openDrawing(box: HTMLElement): Drawing {
  const chart = init(box, null, { renderer: 'svg' })
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(box)
  return {
    draw: (options) => chart.setOption(options, true),
    address: () => chart.getDataURL({ type: 'svg' }),
    close: () => {
      watch.disconnect()
      chart.dispose()
    },
  }
}

/** What all our charts look like: our letters, our colours, a line under the names, a note beside the pointer. `label` is read aloud. */
export function lookOf(box: HTMLElement, label: string) {
  const colour = (token: string) => resolved(box, token)
  return {
    colour,
    /** The letters along an axis. */
    letters: { color: colour('--ink-3'), fontSize: 11, hideOverlap: true },
    line: { lineStyle: { color: colour('--line') } },
    names: { axisLine: { lineStyle: { color: colour('--line-strong') } }, axisTick: { show: false } },
    page: {
      animation: false,
      aria: { enabled: true, label: { description: label } },
      // The library writes it into an attribute as it is: a double quote would end the attribute, and the picture could not be read.
      textStyle: { fontFamily: getComputedStyle(box).fontFamily.replaceAll('"', "'") },
    },
    note: {
      trigger: 'axis' as const,
      confine: true,
      // Drawn by the chart itself: no markup, which the page's trusted types would refuse.
      renderMode: 'richText' as const,
      backgroundColor: colour('--raised'),
      borderColor: colour('--line-strong'),
      textStyle: { color: colour('--ink'), fontSize: 12.5 },
    },
  }
}

/** Our colours are written for light and dark at once; the browser says which of them holds here. */
export function resolved(box: HTMLElement, token: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${token})`
  box.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
