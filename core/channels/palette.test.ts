import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, type Hex, isHex, leastContrast, paletteOf } from './palette.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value): Hex => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is that of the standard', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('whatever colour an owner chooses, its words and what stands on it can be read, on light pages and on dark ones', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const { accent, on, tint } = paletteOf(colour)
      for (const [n, ground] of (['#fffefd', '#1f1b1d'] as const).entries()) {
        const [mine, words, pale] = [accent[n], on[n], tint[n]]
        if (!mine || !words || !pale) return false
        if (contrast(mine, ground) < leastContrast || contrast(words, mine) < leastContrast || contrast(mine, pale) < leastContrast) return false
      }
      return true
    }),
  )
})

test('a colour that can be read stays as it was chosen', () => {
  expect(paletteOf('#71234f').accent[0]).toBe('#71234f')
  expect(isHex('#71234f')).toBe(true)
  expect(isHex('red;}')).toBe(false)
})
