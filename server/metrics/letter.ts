import type { Results } from '../../contract/metrics.ts'
import type { Language } from '../../core/language.ts'
import { readFigure } from '../../core/metrics/reading.ts'
import { plainHtml } from '../platform/plain-html.ts'
import { say, sayZone } from '../platform/words.ts'

export interface LetterFacts {
  results: Results
  account: string
  language: Language
  timeZone: string
  every: 'day' | 'week'
  /** Where the same figures stand with their conversations, and where the letters end. */
  openUrl: string
  stopUrl: string
}

interface Line {
  name: string
  value: string
  change: string
}

/** A report as its reader gets it: the same in plain text and in HTML, in their language. */
export function writeLetter(facts: LetterFacts): { subject: string; text: string; html: string } {
  const { language, account, every } = facts
  const words = (key: string, numbers: Record<string, unknown> = {}) => say(language, `metrics:report.letter.${key}`, numbers)
  const subject = words(every === 'week' ? 'subject-week' : 'subject-day', { account, days: daysOf(facts) })
  const lines = facts.results.figures.map((figure) => lineOf(figure, facts))
  const link = words('open')
  const stop = words('stop')
  const zone = sayZone(language, facts.timeZone)
  const text = [
    subject,
    '',
    ...lines.map(({ name, value, change }) => `${name}: ${value} — ${change}`),
    '',
    zone,
    '',
    `${link}: ${facts.openUrl}`,
    '',
    `${stop}: ${facts.stopUrl}`,
    '',
  ]
  return { subject, text: text.join('\n'), html: page(subject, lines, { link, stop, zone, ...facts }) }
}

function lineOf(figure: Results['figures'][number], facts: LetterFacts): Line {
  const { metric, value, before, difference } = figure
  const words = (key: string, numbers: Record<string, unknown> = {}) => say(facts.language, `metrics:${key}`, numbers)
  const read = (number: number) => {
    const { number: written, unit } = readFigure(number, figure.unit, { language: facts.language, currency: facts.results.currency })
    return unit ? words(`units.${unit}`, { value: written }) : written
  }
  const name = words(`names.${metric}`)
  if (value === null) return { name, value: words('no-value'), change: words('n', { count: figure.n }) }
  const then = before === null ? words('change.unknown') : words('report.letter.before', { value: read(before) })
  const verdict = difference === null ? 'too-few' : difference.beyondChance ? 'beyond' : 'within'
  return { name, value: read(value), change: before === null ? then : `${then} · ${words(`chance.${verdict}`)}` }
}

function daysOf({ results, language, timeZone, every }: LetterFacts): string {
  const format = new Intl.DateTimeFormat(language, { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
  const last = new Date(Date.parse(results.to) - 1)
  return every === 'day' ? format.format(last) : format.formatRange(new Date(results.from), last)
}

/** Tables and inline styles: what every mail program shows. */
function page(
  subject: string,
  lines: Line[],
  { link, stop, zone, openUrl, stopUrl, language }: LetterFacts & Record<'link' | 'stop' | 'zone', string>,
): string {
  const cell = 'padding:8px 16px 8px 0;border-bottom:1px solid #e6e1dc;vertical-align:top'
  const rows = lines.map(
    ({ name, value, change }) =>
      `<tr><td style="${cell}">${plainHtml(name)}</td><td style="${cell};font-weight:600;white-space:nowrap">${plainHtml(value)}</td><td style="${cell};color:#6b6063">${plainHtml(change)}</td></tr>`,
  )
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${plainHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f1ee;color:#231d1f;font:15px/1.6 system-ui,sans-serif">
<div style="max-width:680px;margin:auto;background:#fffefd;padding:24px;border-radius:10px">
<h1 style="font-size:19px;line-height:1.4;margin:0 0 16px">${plainHtml(subject)}</h1>
<table style="border-collapse:collapse;width:100%">${rows.join('\n')}</table>
<p style="margin:12px 0 0;font-size:13px;color:#6b6063">${plainHtml(zone)}</p>
<p style="margin:20px 0 0"><a href="${plainHtml(openUrl)}" style="color:#71234f">${plainHtml(link)}</a></p>
<p style="margin:20px 0 0;font-size:13px"><a href="${plainHtml(stopUrl)}" style="color:#6b6063">${plainHtml(stop)}</a></p>
</div></body></html>`
}
