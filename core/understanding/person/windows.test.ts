import { expect, test } from 'vitest'
import { partsOf, windowsOf } from './windows.ts'

test('a long message is cut into windows that together are the whole message', () => {
  const text = 'The sofa is grey and soft. '.repeat(50)
  const windows = windowsOf(text)
  expect(windows.map((window) => window.text).join('')).toBe(text)
  for (const window of windows) expect(text.slice(window.at, window.at + window.text.length)).toBe(window.text)
})

test('a text without any end of a sentence is cut too', () => {
  const windows = windowsOf('a'.repeat(10_000))
  expect(Math.max(...windows.map(({ text }) => text.length))).toBeLessThanOrEqual(260)
})

test('a short message is read in one piece', () => {
  expect(windowsOf('Where is my order?')).toHaveLength(1)
  expect(partsOf({ text: 'Where is my order?', at: 0 })).toEqual([])
})
