import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface Post {
  url: string
  /** Whole letters, headers and body, as they arrived. */
  letters: string[]
  stop: () => Promise<void>
}

/** A mail server on loopback that takes every letter. */
export async function openPost(): Promise<Post> {
  const letters: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      text(stream).then((letter) => {
        letters.push(letter)
        done()
      }, done)
    },
  })
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port))
  })
  return { url: `smtp://127.0.0.1:${port}`, letters, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
