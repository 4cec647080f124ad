/** What a model is made of besides its description: long rows of numbers. */
export type Numbers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export interface Packed {
  head: Json
  arrays: Record<string, Numbers>
}

/** Why a file of weights or a stored model cannot be used. */
export type UnreadableCode = 'damaged' | 'other-format' | 'other-features' | 'other-meaning'

/** Names the field that is wrong; `field` is `file`, `head`, the name of a row of numbers or the path of a field. */
export class UnreadableModel extends Error {
  override name = 'UnreadableModel'
  readonly code: UnreadableCode
  readonly field: string
  readonly says: string
  constructor(code: UnreadableCode, field: string, says: string) {
    super(`${field} ${says}`)
    this.code = code
    this.field = field
    this.says = says
  }
}

/**
 * One file for one model: 8 bytes of mark, the length of a JSON head in ASCII, the head, then each array at a multiple of 8 bytes.
 * Little-endian, as every machine that runs this is.
 */
export function pack(head: Json, arrays: Record<string, Numbers>): Uint8Array {
  const listed = Object.entries(arrays).map(([name, numbers]) => ({ name, kind: kindOf(numbers), length: numbers.length }))
  const text = ascii(JSON.stringify({ head, arrays: listed }))
  const sizes = Object.values(arrays).map(({ byteLength }) => padded(byteLength))
  const start = padded(mark.length + 4 + text.length)
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, start))
  bytes.set(mark)
  new DataView(bytes.buffer).setUint32(mark.length, text.length, true)
  for (let unit = 0; unit < text.length; unit++) bytes[mark.length + 4 + unit] = text.charCodeAt(unit)
  let at = start
  for (const numbers of Object.values(arrays)) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at)
    at += padded(numbers.byteLength)
  }
  return bytes
}

/** Reads what `pack` wrote; the arrays are views on `bytes` where these lie at a multiple of 8. Throws on what is no such file. */
export function unpack(bytes: Uint8Array): Packed {
  // A Buffer's own slice would be a view at the same place.
  const whole = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes)
  if (whole.length < mark.length + 4 || mark.some((byte, index) => whole[index] !== byte))
    throw new UnreadableModel('damaged', 'file', 'holds no packed weights')
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(mark.length, true)
  if (length > whole.length) throw new UnreadableModel('damaged', 'head', 'is cut off')
  let text = ''
  for (let unit = 0; unit < length; unit++) text += String.fromCharCode(whole[mark.length + 4 + unit] ?? 0)
  const { head, arrays } = headOf(text)
  let at = padded(mark.length + 4 + length)
  const read: Packed = { head, arrays: {} }
  for (const { name, kind, length: count } of arrays) {
    const size = count * kinds[kind].BYTES_PER_ELEMENT
    if (at + size > whole.length) throw new UnreadableModel('damaged', name, 'is cut off')
    // Only a shared buffer is none, and no file is read into one.
    if (!(whole.buffer instanceof ArrayBuffer)) throw new UnreadableModel('damaged', 'file', 'lies in shared memory')
    read.arrays[name] = new kinds[kind](whole.buffer, whole.byteOffset + at, count)
    at += padded(size)
  }
  return read
}

interface Row {
  name: string
  kind: Kind
  length: number
}

function headOf(text: string): { head: Json; arrays: Row[] } {
  const said = parsed(text)
  if (typeof said !== 'object' || said === null || Array.isArray(said)) throw new UnreadableModel('damaged', 'head', 'is no object')
  const { head, arrays } = said
  if (head === undefined || !Array.isArray(arrays)) throw new UnreadableModel('damaged', 'head', 'lists no rows of numbers')
  return { head, arrays: arrays.map(rowOf) }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableModel('damaged', 'head', 'is no JSON')
  }
}

function rowOf(said: Json): Row {
  if (typeof said === 'object' && said !== null && !Array.isArray(said)) {
    const { name, kind, length } = said
    if (typeof name === 'string' && isKind(kind) && typeof length === 'number' && Number.isInteger(length) && length >= 0)
      return { name, kind, length }
  }
  throw new UnreadableModel('damaged', 'head', 'describes a row of numbers that cannot be')
}

const mark = [0x53, 0x42, 0x57, 0x31, 0, 0, 0, 0]

const kinds = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const

type Kind = keyof typeof kinds

function isKind(kind: Json | undefined): kind is Kind {
  return typeof kind === 'string' && Object.hasOwn(kinds, kind)
}

function kindOf(numbers: Numbers): Kind {
  const found = (Object.keys(kinds) as Kind[]).find((kind) => numbers instanceof kinds[kind])
  if (!found) throw new Error('These numbers have no packed form.')
  return found
}

function padded(size: number): number {
  return Math.ceil(size / 8) * 8
}

/** Beyond ASCII as \uXXXX, so that one unit is one byte. */
function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
