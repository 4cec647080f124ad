import type { WidgetState } from '../../contract/channels.ts'
import { findOpenEffort } from '../feedback/store.ts'
import type { Db } from '../platform/db.ts'
import { isPaused } from '../routing/store.ts'
import { findWhetherIn } from '../team/presence.ts'
import { findWhereItStands, type StateRow } from './store.ts'

/** Everything that the widget draws beside the words, from one look at where things stand. */
export async function findWidgetState(db: Db, account: string, customer: string): Promise<WidgetState> {
  const stands = await findWhereItStands(db, account, customer)
  const asksEffort = (await findOpenEffort(db, account, customer)) ?? null
  const { isIn, opensAt } = await findWhetherIn(db, account, stands?.now ?? new Date(), stands)
  const phase = phaseOf(stands, isIn)
  return {
    customer,
    conversation: stands?.conversation ?? null,
    phase,
    place: stands?.waitingSince && (phase === 'waiting' || phase === 'callback') ? placeOf(stands) : null,
    person: stands?.holder === 'person' && stands.person ? { name: stands.person } : null,
    teamIsIn: isIn,
    assistantPaused: await isPaused(db, account),
    opensAt: opensAt?.toISOString() ?? null,
    mayReturnUntil: stands ? mayReturnUntil(stands) : null,
    callbackAt: phase === 'callback' ? (stands?.callbackAt?.toISOString() ?? null) : null,
    asksEffort,
  }
}

function phaseOf(stands: StateRow | undefined, teamIsIn: boolean): WidgetState['phase'] {
  if (!stands) return 'new'
  if (stands.closedAt) return 'closed'
  if (stands.holder === 'person') return 'person'
  if (stands.waitingSince) return teamIsIn ? 'waiting' : 'callback'
  if (stands.callbackAt) return 'callback'
  return 'assistant'
}

function placeOf(stands: StateRow): WidgetState['place'] {
  if (stands.toldAhead === null) return null
  const range = stands.toldFrom === null || stands.toldTo === null ? null : { from: stands.toldFrom, to: stands.toldTo }
  const grew =
    stands.because &&
    ['callback-due', 'higher-priority', 'wait-limit', 'place-returned', 'fewer-people', 'takes-longer'].includes(stands.because.code)
  return { ahead: stands.toldAhead, range, because: grew ? stands.because : null }
}

/** Row 10: leaving is reversible for as long as the owner grants, unless the matter was solved by the customer's own word. */
function mayReturnUntil(stands: StateRow): string | null {
  if (!stands.leftAt || stands.leftBecause !== 'left' || stands.holder === 'person' || stands.closedAt) return null
  const until = stands.leftAt.getTime() + (stands.returnMinutes ?? 120) * 60_000
  return until > stands.now.getTime() ? new Date(until).toISOString() : null
}
