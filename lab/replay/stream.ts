import type { StreamEvents } from '../../contract/channels.ts'
import type { Door } from './http.ts'

export type StreamEvent = { [Name in keyof StreamEvents]: { name: Name; value: StreamEvents[Name] } }[keyof StreamEvents]

/** The events of a visitor's stream until it ends, breaks or is given up; whoever wants more opens it again. */
export async function* listen(door: Door, path: string, token: string, signal: AbortSignal): AsyncGenerator<StreamEvent> {
  try {
    const body = await door.listen(path, token, signal)
    if (!body) return
    let rest = ''
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = toEvent(block)
        if (event) yield event
      }
    }
  } catch (error) {
    // Broken or given up: the caller knows which, and opens it again or not.
    if (!(error instanceof Error)) throw error
  }
}

/** One block of text/event-stream; comments, which only keep it open, are nothing. */
export function toEvent(block: string): StreamEvent | undefined {
  const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
  const name = fields.get('event')
  const value = fields.get('data')
  if (value === undefined || (name !== 'message' && name !== 'state' && name !== 'typing')) return undefined
  // The name says which of the contract's shapes it is.
  return { name, value: JSON.parse(value) } as StreamEvent
}
