import { expect, test } from 'vitest'
import { listed } from './listed.ts'

test('steps and points stand as lists, with the words around them', () => {
  expect(listed('Do this:\n1. Open Orders\n2. Press Return\n\nOr:\n• write\n- call\n\nThat is all.')).toEqual([
    'Do this:',
    {
      numbered: true,
      items: [
        { mark: '1.', text: 'Open Orders' },
        { mark: '2.', text: 'Press Return' },
      ],
    },
    'Or:',
    {
      numbered: false,
      items: [
        { mark: '•', text: 'write' },
        { mark: '-', text: 'call' },
      ],
    },
    'That is all.',
  ])
})

test('what only looks like a list stays as it was written', () => {
  for (const text of ['', '-5 °C', '3.5 metres', 'A\n\nB', '5*3', '- ', '\n']) expect(listed(text)).toEqual(text === '' ? [] : [text])
})
