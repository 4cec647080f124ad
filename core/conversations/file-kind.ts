/** The media types that are taken from customers; what a file is, is read from its first bytes, never from its name. */
export const fileKinds = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'application/pdf',
  'application/zip',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'video/mp4',
  'video/webm',
  'text/plain',
] as const
export type FileKind = (typeof fileKinds)[number]

/** 10 MB, as mail servers take too. */
export const largestFile = 10 * 1024 * 1024
export const mostFilesOfMessage = 10

/** Pictures that every browser draws without running anything; they may be shown in place, all else is only saved. */
const drawn: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
export const isPicture = (kind: string): boolean => drawn.has(kind)

type Sign = { kind: FileKind; at?: number; bytes: readonly number[] }

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

/** Signatures of the formats' own specifications (PNG 5.2, JPEG B.1, RFC 9649, ISO 32000, APPNOTE 4.3.7, ISO 14496-12, RFC 3533). */
const signs: readonly Sign[] = [
  { kind: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image/gif', bytes: ascii('GIF87a') },
  { kind: 'image/gif', bytes: ascii('GIF89a') },
  { kind: 'image/webp', at: 8, bytes: ascii('WEBP') },
  { kind: 'audio/wav', at: 8, bytes: ascii('WAVE') },
  { kind: 'image/heic', at: 4, bytes: ascii('ftypheic') },
  { kind: 'image/heic', at: 4, bytes: ascii('ftypmif1') },
  { kind: 'video/mp4', at: 4, bytes: ascii('ftyp') },
  { kind: 'application/pdf', bytes: ascii('%PDF-') },
  { kind: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'audio/mpeg', bytes: ascii('ID3') },
  { kind: 'audio/mpeg', bytes: [0xff, 0xfb] },
  { kind: 'audio/ogg', bytes: ascii('OggS') },
  { kind: 'video/webm', bytes: [0x1a, 0x45, 0xdf, 0xa3] },
]

/** What these bytes are; null for whatever is not taken: programs, and all that nobody can name. */
export function kindOf(bytes: Uint8Array): FileKind | null {
  const known = signs.find(({ at = 0, bytes: sign }) => sign.every((byte, n) => bytes[at + n] === byte))
  // WebP and WAVE are both RIFF: the inner name alone could stand in anything.
  if (known?.at === 8 && !ascii('RIFF').every((byte, n) => bytes[n] === byte)) return null
  return known?.kind ?? (isPlainText(bytes) ? 'text/plain' : null)
}

/** UTF-8 without control characters (RFC 3629); nothing is asked of what it says, for it is never shown in place. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  let follow = 0
  for (const byte of bytes) {
    if (follow > 0) {
      if ((byte & 0xc0) !== 0x80) return false
      follow -= 1
    } else if (byte >= 0xc2 && byte <= 0xdf) follow = 1
    else if (byte >= 0xe0 && byte <= 0xef) follow = 2
    else if (byte >= 0xf0 && byte <= 0xf4) follow = 3
    else if (byte >= 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false
  }
  return follow === 0
}

/** A name as it may stand on a screen and in a header: no path, no control or turning characters, at most 120 signs, its ending kept. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|*?:]/g, '')
    .trim()
  const signs = [...plain]
  const short = signs.length <= 120 ? plain : [...signs.slice(0, 100), '…', ...signs.slice(-19)].join('')
  return short || 'file'
}
