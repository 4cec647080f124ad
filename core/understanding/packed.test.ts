import { expect, test } from 'vitest'
import { pack, unpack } from './packed.ts'

test('what is packed comes back as it was, whatever its numbers and its letters', () => {
  const packed = pack({ name: 'ไทย 中文 "õ"', size: 3 }, { small: Int8Array.of(-1, 2, 3), big: Float32Array.of(0.5, -2), none: new Uint16Array(0) })
  const { head, arrays } = unpack(packed)
  expect(head).toEqual({ name: 'ไทย 中文 "õ"', size: 3 })
  expect([...(arrays.small ?? [])]).toEqual([-1, 2, 3])
  expect([...(arrays.big ?? [])]).toEqual([0.5, -2])
  expect(arrays.none?.length).toBe(0)
})

test('it is read from any place in a larger buffer', () => {
  const packed = pack({}, { numbers: Int32Array.of(7, 8) })
  const larger = new Uint8Array(packed.length + 3)
  larger.set(packed, 3)
  expect([...(unpack(larger.subarray(3)).arrays.numbers ?? [])]).toEqual([7, 8])
  expect([...(unpack(Buffer.from(larger.buffer).subarray(3)).arrays.numbers ?? [])]).toEqual([7, 8])
})

test('a file of another kind, or one that was cut off, is refused', () => {
  expect(() => unpack(Uint8Array.of(1, 2, 3))).toThrow('file holds no packed weights')
  expect(() => unpack(pack({}, { numbers: Int32Array.of(7, 8, 9) }).subarray(0, -8))).toThrow('numbers is cut off')
})
