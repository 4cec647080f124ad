/** What stands beside a conversation, in the order that holds until somebody chooses another. */
export const panelBlocks = ['stake', 'mood', 'page', 'profile', 'orders', 'events'] as const
export type PanelBlock = (typeof panelBlocks)[number]

/** A person's own order; a block they never placed, such as a new one, follows behind. */
export const orderedPanel = (own: readonly PanelBlock[]): PanelBlock[] => [...new Set([...own, ...panelBlocks])]

/** One block a step up (-1) or down (1); at either end it stays. */
export function movedBlock(order: readonly PanelBlock[], block: PanelBlock, step: -1 | 1): PanelBlock[] {
  const at = order.indexOf(block)
  const other = order[at + step]
  if (at < 0 || other === undefined) return [...order]
  return order.map((one) => (one === block ? other : one === other ? block : one))
}
