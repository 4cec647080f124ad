import { WebSocket } from 'ws'
import type { LiveFrame } from '../../contract/events.ts'

/** A console's live connection: comes back by itself and goes on where it was. */
export interface Connection {
  stop: () => void
}

export function connect(address: string, cookie: string, heard: (frame: LiveFrame) => void): Connection {
  let cursor: string | undefined
  let stopped = false
  let socket: WebSocket | undefined
  let retry: NodeJS.Timeout | undefined

  function open(): void {
    const after = cursor === undefined ? '' : `?after=${encodeURIComponent(cursor)}`
    socket = new WebSocket(`${address.replace(/^http/, 'ws')}/v1/live${after}`, { headers: { cookie } })
    socket.on('message', (raw) => {
      // Frames are small JSON objects of the contract; the server's own tests keep it to that.
      const frame = JSON.parse(String(raw)) as LiveFrame
      if (frame.cursor) cursor = frame.cursor
      heard(frame)
    })
    // Every error is followed by a close, and that is where it comes back.
    socket.on('error', () => {})
    socket.on('close', () => {
      if (!stopped) retry = setTimeout(open, 200 + Math.random() * 300)
    })
  }

  open()
  return {
    stop: () => {
      stopped = true
      clearTimeout(retry)
      socket?.terminate()
    },
  }
}
