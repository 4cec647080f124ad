/** The facts that other systems may hear. */
export const publicEvents = [
  'conversation.opened',
  'message.received',
  'reply.written',
  'conversation.routed',
  'claim.opened',
  'conversation.closed',
  'effort.answered',
  'place.taken',
  'value.booked',
] as const
