import * as assist from './assist/actions.ts'
import * as assistant from './assistant/actions.ts'
import * as conversations from './conversations/actions.ts'
import * as desk from './conversations/desk.ts'
import * as files from './conversations/files.ts'
import * as silence from './conversations/silence.ts'
import * as feedback from './feedback/actions.ts'
import * as learning from './learning/actions.ts'
import * as reports from './metrics/reports.ts'
import type { Flow } from './platform/events.ts'
import * as queue from './queue/actions.ts'
import * as places from './queue/announce.ts'
import * as callbacks from './queue/callbacks.ts'
import * as leaving from './queue/leaving.ts'
import * as letter from './queue/letter.ts'
import * as limit from './queue/limit.ts'
import * as promise from './queue/promise.ts'
import * as sight from './queue/sight.ts'
import * as transfers from './queue/transfers.ts'
import * as routing from './routing/actions.ts'
import * as matching from './routing/matching.ts'
import * as passing from './routing/pass.ts'
import * as holding from './team/holding.ts'
import * as notices from './team/notices.ts'
import * as presence from './team/presence.ts'
import * as trust from './trust/actions.ts'
import * as warning from './trust/warning.ts'
import * as understanding from './understanding/actions.ts'
import * as teaching from './understanding/teaching.ts'
import * as value from './value/actions.ts'

/** Who acts on which fact. Read top to bottom, this is the product. */
export const flow: Flow = {
  'message.received': [understanding.read],
  'person.wanted': [routing.route], // row 4: heard at once, waits for nothing
  'message.understood': [value.weigh],
  'stake.weighed': [routing.route],
  'conversation.routed': [queue.join, value.bookExpected, assist.prepare],
  'place.kept': [assistant.takeUp], // row 10: place first, then words
  'conversation.passed': [value.bookExpected, assist.prepare],
  'place.taken': [matching.match, promise.watchPromise],
  'team.freed': [matching.match],
  'person.removed': [leaving.putDown],
  'presence.changed': [matching.match, places.announce],
  'wait.overrun': [matching.match, places.announce],
  'wait.eased': [matching.match],
  'queue.moved': [places.announce],
  'claim.opened': [assist.prepare, sight.watchSight, notices.noteAssigned],
  'person.mentioned': [notices.noteMentioned],
  'claim.ended': [holding.noteRoom],
  'claim.lapsed': [queue.putBack],
  'conversation.closed': [queue.clear, feedback.askEffort, value.bookOutcome, learning.watch],
  'customer.bought': [value.bookPurchase],
  'matter.corrected': [assist.prepare],
  'examples.changed': [teaching.learnIntents],
  'model.missed': [teaching.learnIntents],
  'replay.asked': [trust.replayPast],
  'policy.changed': [limit.renewLimits],
  'policy.replaced': [warning.watchVersion],

  // What only the clock brings.
  'answer.due': [passing.catchUnanswered],
  'claim.due': [conversations.checkLease],
  'sight.due': [sight.checkSight],
  'transfer.due': [transfers.expireTransfer],
  'wrap.due': [holding.checkWrapUp],
  'presence.due': [presence.checkPresence],
  'wait.due': [limit.checkWait],
  'snooze.due': [desk.wakeDue],
  'planned.due': [desk.sendPlanned],
  'callback.due': [callbacks.keepAgreed], // row 13: an agreed time is kept
  'letter.due': [letter.writeLetter],
  'silence.due': [silence.closeSilent],
  'file.due': [files.forget],
  'value.due': [value.writeOffOld],
  'outcome.due': [learning.settle],
  'promise.due': [promise.warnOfPromise],
  'report.due': [reports.makeReport],
  'version.due': [warning.checkVersion], // row 40: a version that does worse is proposed for return
}
