import type { OrderAtHand } from './order-at-hand.ts'

/** What to do first, as a code with what it is about; the sentences stand in locales, in `assist.json` under `nextStep`. */
export type NextStepCode =
  | 'care-first'
  | 'call-back'
  | 'ask-goal'
  | 'ask-order'
  | 'confirm-order'
  | 'find-order'
  | 'check-delivery'
  | 'move-delivery'
  | 'cancel-order'
  | 'change-order'
  | 'arrange-return'
  | 'explain-status'
  | 'check-refund'
  | 'offer-replacement'
  | 'send-parts'
  | 'walk-through'
  | 'check-warranty'
  | 'check-payment'
  | 'send-invoice'
  | 'advise'
  | 'make-offer'
  | 'check-discount'
  | 'restore-access'
  | 'win-back'
  | 'answer'

export interface NextStep {
  code: NextStepCode
  numbers: Record<string, number | string | null>
}

export interface NextStepFacts {
  intent: string | null
  vulnerable: boolean
  /** Where they want to be reached, when they asked for a callback. */
  callback: string | null
  order: OrderAtHand | null
  /** The order number that they wrote last, whether it is known or not. */
  named: string | null
  /** How many orders they have. */
  orders: number
  /** Whether they have said anything of substance. */
  saidSomething: boolean
}

/** Row 12: the first thing to do, from what is known; what is missing comes before what follows from it (promise 3: only what is missing). */
export function nextStep(facts: NextStepFacts): NextStep {
  const { intent, order } = facts
  if (facts.vulnerable) return step('care-first')
  if (facts.callback !== null) return step('call-back', { contact: facts.callback })
  if (intent === null || intent === 'greeting') return step(facts.saidSomething ? 'answer' : 'ask-goal')

  const code = byIntent[intent] ?? 'answer'
  if (!needsOrder.has(intent)) return step(code)
  if (order === null) return facts.named === null ? step('ask-order') : step('find-order', { order: facts.named })
  const { number, status } = order.order
  if (!order.certain) return step('confirm-order', { order: number, orders: facts.orders })
  return step(possible(code, status), { order: number, status })
}

const byIntent: Record<string, NextStepCode> = {
  'delivery-status': 'check-delivery',
  'delivery-change': 'move-delivery',
  'order-cancel': 'cancel-order',
  'order-change': 'change-order',
  return: 'arrange-return',
  'refund-status': 'check-refund',
  'damaged-item': 'offer-replacement',
  'missing-parts': 'send-parts',
  assembly: 'walk-through',
  warranty: 'check-warranty',
  'payment-problem': 'check-payment',
  invoice: 'send-invoice',
  'product-question': 'answer',
  'buy-advice': 'advise',
  'business-order': 'make-offer',
  discount: 'check-discount',
  'account-access': 'restore-access',
  leaving: 'win-back',
  'opening-hours': 'answer',
}

const needsOrder = new Set([
  'delivery-status',
  'delivery-change',
  'order-cancel',
  'order-change',
  'return',
  'refund-status',
  'damaged-item',
  'missing-parts',
  'warranty',
  'invoice',
])

type Status = OrderAtHand['order']['status']

/** An order on its way can no longer be changed or cancelled, only returned; a finished one is explained. */
function possible(code: NextStepCode, status: Status): NextStepCode {
  const isBefore = status === 'placed' || status === 'paid'
  const isOver = status === 'cancelled' || status === 'returned'
  if (code === 'cancel-order' || code === 'change-order') return isBefore ? code : isOver ? 'explain-status' : 'arrange-return'
  if (code === 'move-delivery') return isBefore || status === 'shipped' ? code : 'explain-status'
  if (code === 'check-delivery') return isOver ? 'explain-status' : code
  if (code === 'arrange-return') return isBefore ? 'cancel-order' : isOver ? 'explain-status' : code
  return code
}

const step = (code: NextStepCode, numbers: NextStep['numbers'] = {}): NextStep => ({ code, numbers })
