import { expect, test } from 'vitest'
import { movedBlock, orderedPanel, panelBlocks } from './panel.ts'

test('until somebody chooses, what is at stake stands first', () => {
  expect(orderedPanel([])).toEqual(panelBlocks)
})

test('one’s own order holds, and a block that came later follows behind', () => {
  expect(orderedPanel(['orders', 'profile'])).toEqual(['orders', 'profile', 'stake', 'mood', 'page', 'events'])
})

test('a block moves one step, and at the end it stays where it is', () => {
  expect(movedBlock(panelBlocks, 'profile', -1)).toEqual(['stake', 'mood', 'profile', 'page', 'orders', 'events'])
  expect(movedBlock(panelBlocks, 'events', 1)).toEqual(panelBlocks)
  expect(movedBlock(panelBlocks, 'stake', -1)).toEqual(panelBlocks)
})
