import { randomBytes } from 'node:crypto'

let lastMillisecond = 0
let counter = 0

/** UUID version 7 (RFC 9562): sorts by time, and by order of making within one millisecond of this process. */
export function newId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now
    counter = randomBytes(2).readUInt16BE(0) & 0x7ff
  } else counter += 1
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMillisecond + (counter >> 12), 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter & 0xfff), 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
