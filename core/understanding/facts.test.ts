import { expect, test } from 'vitest'
import { findFacts } from './facts.ts'

const valuesOf = (text: string) => findFacts(text).map(({ kind, value }) => `${kind} ${value}`)

test('an order number is found however it is written', () => {
  expect(valuesOf('my order rk-20418 is late')).toEqual(['order RK-20418'])
  expect(valuesOf('RK20418')).toEqual(['order RK-20418'])
  expect(valuesOf('订单RK-20418还没到')).toEqual(['order RK-20418'])
  expect(valuesOf('order #12345')).toEqual(['order #12345'])
  expect(valuesOf('AB-12345')).toEqual(['order AB-12345'])
})

test('addresses, numbers to call, sums and days are found', () => {
  expect(valuesOf('write to Mari.Tamm@Example.ee')).toEqual(['email mari.tamm@example.ee'])
  expect(valuesOf('call +372 5123 4567')).toEqual(['phone +37251234567'])
  expect(valuesOf('you took 499 € twice')).toEqual(['amount 499.00 EUR'])
  expect(valuesOf('RM1,299.90')).toEqual(['amount 1299.90 MYR'])
  expect(valuesOf('Rp 2.500.000')).toEqual(['amount 2500000.00 IDR'])
  expect(valuesOf('1,500 บาท')).toEqual(['amount 1500.00 THB'])
  expect(valuesOf('on 2026-03-05 or 24.12.2026 or 3月8日')).toEqual(['date 2026-03-05', 'date 2026-12-24', 'date 03-08'])
})

test('sizes, years and model names are not taken for facts', () => {
  expect(valuesOf('a table of 160x200 cm since 2024 for room 12')).toEqual([])
})

test('a fact stands where its span says', () => {
  const text = 'tere, tellimus RK-20418, 49,90 eurot'
  for (const { span } of findFacts(text)) expect(text.slice(span.from, span.to)).toBe(span.text)
})
