import * as assist from './assist/actions.ts'
import * as assistant from './assistant/actions.ts'
import * as conversations from './conversations/actions.ts'
import * as silence from './conversations/silence.ts'
import * as feedback from './feedback/actions.ts'
import * as integrations from './integrations/actions.ts'
import type { Flow } from './platform/events.ts'
import * as queue from './queue/actions.ts'
import * as places from './queue/announce.ts'
import * as limit from './queue/limit.ts'
import * as routing from './routing/actions.ts'
import * as presence from './team/presence.ts'
import * as understanding from './understanding/actions.ts'
import * as value from './value/actions.ts'

/** Who acts on which fact. Read top to bottom, this is the product. */
export const flow: Flow = {
  'conversation.opened': [integrations.enqueueWebhooks],
  'message.received': [understanding.read, integrations.enqueueWebhooks],
  'person.wanted': [routing.route], // row 4: heard at once, waits for nothing
  'message.understood': [value.weigh],
  'stake.weighed': [routing.route],
  'conversation.routed': [queue.join, value.bookExpected, assist.prepare, integrations.enqueueWebhooks],
  'place.kept': [assistant.takeUp], // row 10: place first, then words
  'conversation.passed': [value.bookExpected, assist.prepare],
  'place.taken': [queue.offer, integrations.enqueueWebhooks],
  'team.freed': [queue.offer],
  'presence.changed': [queue.offer, places.announce],
  'wait.overrun': [queue.offer, places.announce],
  'queue.moved': [places.announce],
  'claim.opened': [assist.prepare, integrations.enqueueWebhooks],
  'claim.ended': [presence.noteRoom],
  'claim.lapsed': [queue.putBack],
  'reply.written': [silence.watchSilence, integrations.enqueueWebhooks],
  'conversation.closed': [queue.clear, feedback.askEffort, value.bookOutcome, integrations.enqueueWebhooks],
  'effort.answered': [integrations.enqueueWebhooks],
  'customer.bought': [value.bookPurchase],
  'value.booked': [integrations.enqueueWebhooks],
  'examples.changed': [understanding.learnIntents],

  // What only the clock brings.
  'claim.due': [conversations.checkLease],
  'presence.due': [presence.checkPresence],
  'wait.due': [limit.checkWait],
  'silence.due': [silence.closeSilent],
  'value.due': [value.writeOffOld],
}
