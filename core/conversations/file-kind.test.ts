import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPicture, kindOf, plainName } from './file-kind.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)))

test('a file is what its first bytes say, whatever it is called', () => {
  expect(kindOf(bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0]))).toBe('image/png')
  expect(kindOf(bytes([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
  expect(kindOf(bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '))).toBe('image/webp')
  expect(kindOf(bytes([0, 0, 0, 24], 'ftypheic'))).toBe('image/heic')
  expect(kindOf(bytes([0, 0, 0, 24], 'ftypisom'))).toBe('video/mp4')
  expect(kindOf(bytes('%PDF-1.7\n'))).toBe('application/pdf')
  expect(kindOf(bytes('PK', [3, 4]))).toBe('application/zip')
  expect(kindOf(bytes('ใบเสร็จ 12 กุมภาพันธ์\n'))).toBe('text/plain')
})

test('a program is not taken, however it is dressed', () => {
  expect(kindOf(bytes('MZ', [0x90, 0, 3, 0]))).toBeNull()
  expect(kindOf(bytes([0x7f], 'ELF', [2, 1]))).toBeNull()
  expect(kindOf(bytes('JUNK', [1, 2, 3, 4], 'WEBP'))).toBeNull()
  expect(kindOf(bytes())).toBeNull()
})

test('a page with a script is a text to save and never a picture to show', () => {
  expect(kindOf(bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBe('text/plain')
  expect(isPicture('text/plain')).toBe(false)
  expect(isPicture('image/svg+xml')).toBe(false)
})

test('a name brings no path, no line break and no characters that turn it round', () => {
  expect(plainName('../../etc/passwd')).toBe('passwd')
  expect(plainName('C:\\Users\\me\\bill.pdf')).toBe('bill.pdf')
  expect(plainName('bill\u202efdp.exe\r\nX-Evil: 1')).toBe('billfdp.exeX-Evil 1')
  expect(plainName('')).toBe('file')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => [...plainName(name)].length <= 120 && plainName(name).isWellFormed()),
  )
})
