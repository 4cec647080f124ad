import { expect, test } from 'vitest'
import { keyName } from './commands.ts'

const press = (key: string, code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  keyName({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })

test('a letter is the same letter on a Thai keyboard', () => {
  expect(press('j', 'KeyJ')).toBe('j')
  expect(press('่', 'KeyJ')).toBe('j')
})

test('Ctrl and Cmd are one, and Shift counts with letters but not with signs', () => {
  expect(press('k', 'KeyK', { metaKey: true })).toBe('mod+k')
  expect(press('E', 'KeyE', { shiftKey: true })).toBe('shift+e')
  expect(press('?', 'Slash', { shiftKey: true })).toBe('?')
  expect(press('#', 'Digit3', { shiftKey: true })).toBe('#')
  expect(press('ArrowDown', 'ArrowDown')).toBe('arrowdown')
})
