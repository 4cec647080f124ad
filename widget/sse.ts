export interface ServerEvent {
  event: string
  data: string
}

/**
 * Reads text/event-stream piece by piece (HTML Standard, 9.2.6). The browser's own EventSource cannot send
 * an Authorization header, and a token in the address would stand in every log on the way.
 */
export function makeSseReader(): (piece: string) => ServerEvent[] {
  let rest = ''
  let event = ''
  let data: string[] = []
  let first = true

  return (piece) => {
    let text = rest + piece
    if (first && text !== '') {
      first = false
      if (text.startsWith('\uFEFF')) text = text.slice(1)
    }
    // A CR at the very end may be half of a CRLF: it waits for the next piece.
    const cut = text.endsWith('\r') ? text.length - 1 : text.length
    const lines = text.slice(0, cut).split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + text.slice(cut)

    const events: ServerEvent[] = []
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) events.push({ event: event || 'message', data: data.join('\n') })
        event = ''
        data = []
        continue
      }
      const [field, value] = parted(line)
      if (field === 'event') event = value
      if (field === 'data') data.push(value)
    }
    return events
  }
}

function parted(line: string): [string, string] {
  const colon = line.indexOf(':')
  if (colon === -1) return [line, '']
  const value = line.slice(colon + 1)
  return [line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value]
}
