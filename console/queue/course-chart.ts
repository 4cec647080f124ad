import { LineChart } from 'echarts/charts'
import { use } from 'echarts/core'
import type { FloorCourse } from '../../contract/queue.ts'
import { lookOf, openDrawing, resolved } from '../shell/drawing.ts'
import { clock } from '../shell/numbers.ts'

use([LineChart])

type Point = FloorCourse['points'][number]

/** One line of a chart; colours by the names of our tokens. */
export interface Line {
  name: string
  of: (point: Point) => number
  read: (value: number) => string
  /** The least step of the axis: counted things have no halves, and seconds closer together than this read the same. */
  step: number
  fill: string
  /** The ground below the line; null: none, and a dashed line. */
  tint: string | null
  ink: string
}

export interface CourseChart {
  draw: (points: Point[], lines: Line[], aria: string) => void
  /** What is drawn, as a PNG at twice its size. */
  picture: () => Promise<Blob>
  close: () => void
}

/** The library is large, so this file is loaded when the floor is looked at. */
export function openCourseChart(box: HTMLElement): CourseChart {
  const { draw, address, close } = openDrawing(box)
  return { draw: (points, lines, aria) => draw(optionsOf(box, points, lines, aria)), picture: () => toPicture(address(), box), close }
}

function optionsOf(box: HTMLElement, points: Point[], lines: Line[], aria: string) {
  const look = lookOf(box, aria)
  return {
    ...look.page,
    grid: { left: 4, right: 4, top: 12, bottom: 4, outerBoundsMode: 'same' as const },
    tooltip: look.note,
    xAxis: { ...look.names, type: 'category' as const, boundaryGap: false, data: points.map((point) => clock(point.at)), axisLabel: look.letters },
    yAxis: lines.map((line, index) => ({
      type: 'value' as const,
      splitNumber: 3,
      minInterval: line.step,
      axisLabel: { ...look.letters, formatter: line.read },
      splitLine: { show: index === 0, ...look.line },
    })),
    series: lines.map((line, index) => ({
      type: 'line' as const,
      showSymbol: false,
      animation: false,
      name: line.name,
      yAxisIndex: index,
      data: points.map(line.of),
      lineStyle: { color: look.colour(line.fill), width: 1.75, type: line.tint ? ('solid' as const) : ('dashed' as const) },
      itemStyle: { color: look.colour(line.fill) },
      ...(line.tint && { areaStyle: { color: look.colour(line.tint), opacity: 1 } }),
      tooltip: { valueFormatter: (value: unknown) => line.read(Number(value)) },
    })),
  }
}

/** An SVG drawn onto paper of our own colour: what people paste into a letter. */
async function toPicture(url: string, box: HTMLElement): Promise<Blob> {
  const scale = 2
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = box.clientWidth * scale
  canvas.height = box.clientHeight * scale
  const paper = canvas.getContext('2d')
  if (!paper) throw new Error('this browser draws no pictures')
  paper.fillStyle = resolved(box, '--surface')
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png'))
}
