import type { Interval, Summary } from '../../core/routing/laboratory/compare.ts'

/** Charts without a library: one file each, readable in any browser. */
export function chartsOf(summary: Summary): { name: string; svg: string }[] {
  const policies = Object.entries(summary.policies)
  const bars = (name: string, title: string, of: (index: number) => Interval, scale: number, marks: readonly Mark[] = []) => {
    const rows = policies.map(([policy], index) => ({ label: policy, ...times(of(index), scale) }))
    return { name: `${summary.scenario}-${name}`, svg: barChart(`${title}: ${summary.scenario}, load ${summary.load ?? 'as given'}`, rows, marks) }
  }
  const at = (index: number) => policies[index]?.[1]
  const none = { mean: 0, half: 0 }
  const lines = policies.map(([label, of]) => ({ label, points: of.waitByDecile.map(({ mean }) => mean) }))
  // On the chart of value: 100 is the oracle; the informed estimate knows the probabilities, not the dice.
  const marks = [
    { label: 'oracle', value: 100 },
    { label: 'informed', value: 100 * summary.informedOfOracle.mean },
  ]
  return [
    bars('value', 'Value kept, % of the oracle', (index) => at(index)?.ofOracle ?? none, 100, marks),
    bars('abandonment', 'Abandoned while waiting, %', (index) => at(index)?.figures.abandonment ?? none, 100),
    bars('wait', 'Average speed of answer, minutes', (index) => at(index)?.figures.asa ?? none, 1),
    { name: `${summary.scenario}-decile`, svg: lineChart('Mean wait in minutes by decile of lifetime value', lines) },
  ]
}

const width = 640
const row = 30
const left = 140
const right = 90
const colours = ['#8a8f98', '#b07aa1', '#76b7b2', '#f28e2b', '#4e79a7', '#d1495b', '#59a14f']

interface Mark {
  label: string
  value: number
}

function barChart(title: string, rows: readonly { label: string; mean: number; half: number }[], marks: readonly Mark[]): string {
  const most = Math.max(1e-9, ...rows.map(({ mean, half }) => mean + finite(half)), ...marks.map(({ value }) => value))
  const x = (value: number) => left + (Math.max(0, value) / most) * (width - left - right)
  const bars = rows.map(({ label, mean, half }, index) => {
    const y = 44 + index * row
    const range = finite(half)
    return `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${text(label)}</text>
<rect x="${left}" y="${y}" width="${(x(mean) - left).toFixed(1)}" height="18" fill="${colours[index % colours.length]}"/>
<line x1="${x(mean - range).toFixed(1)}" x2="${x(mean + range).toFixed(1)}" y1="${y + 9}" y2="${y + 9}" stroke="#222" stroke-width="2"/>
<text x="${(x(mean + range) + 6).toFixed(1)}" y="${y + 14}" paint-order="stroke" stroke="#fff" stroke-width="5">${mean.toFixed(2)}</text>`
  })
  const bottom = 40 + rows.length * row
  const marked = marks.map(
    (
      { label, value },
      index,
    ) => `<line x1="${x(value).toFixed(1)}" x2="${x(value).toFixed(1)}" y1="38" y2="${bottom}" stroke="#444" stroke-dasharray="4 3"/>
<text x="${x(value).toFixed(1)}" y="${bottom + 16 + 18 * index}" text-anchor="middle">${text(label)} ${value.toFixed(1)}</text>`,
  )
  return frame(title, 60 + rows.length * row + 18 * marks.length, [...marked, ...bars].join('\n'))
}

function lineChart(title: string, lines: readonly { label: string; points: readonly number[] }[]): string {
  const most = Math.max(1e-9, ...lines.flatMap(({ points }) => points))
  const drawn = lines.map(({ label, points }, index) => {
    const path = points.map(
      (value, at) => `${(60 + (at * 420) / Math.max(1, points.length - 1)).toFixed(1)},${(260 - (value / most) * 200).toFixed(1)}`,
    )
    const colour = colours[index % colours.length]
    return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>
<text x="500" y="${60 + index * 20}" fill="${colour}">${text(label)}</text>`
  })
  const axis = `<line x1="60" x2="480" y1="260" y2="260" stroke="#999"/><text x="52" y="64" text-anchor="end">${most.toFixed(1)}</text><text x="52" y="264" text-anchor="end">0</text>`
  const deciles = Array.from({ length: 10 }, (_, at) => `<text x="${(60 + (at * 420) / 9).toFixed(1)}" y="278" text-anchor="middle">${at + 1}</text>`)
  const names = `${deciles.join('')}<text x="270" y="298" text-anchor="middle">decile of lifetime value, lowest first</text>`
  return frame(title, 310, `${axis}\n${names}\n${drawn.join('\n')}`)
}

function frame(title: string, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="16" y="26" font-size="15" font-weight="600">${text(title)}</text>
${body}
</svg>
`
}

const times = ({ mean, half }: Interval, scale: number) => ({ mean: mean * scale, half: half * scale })
const finite = (half: number) => (Number.isFinite(half) ? half : 0)
const text = (written: string) => written.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
