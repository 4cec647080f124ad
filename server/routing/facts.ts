import { type Floor, type RoutingFacts, rulesInForce } from '../../core/routing/decision.ts'
import { findClaim } from '../conversations/holder.ts'
import { findState } from '../conversations/state.ts'
import type { Db } from '../platform/db.ts'
import { findCallback } from '../queue/callback-store.ts'
import { countWaiting, findLanguageSkill, findPatience, findPlace } from '../queue/store.ts'
import { findWhetherIn } from '../team/presence.ts'
import { listServers } from '../team/store.ts'
import { findReading } from '../understanding/store.ts'
import { findEconomics } from '../value/economics.ts'
import { findStake } from '../value/store.ts'
import { findDemand } from './demands.ts'
import { findOverride, findPolicy, isPaused } from './store.ts'

/** All that the decision may see; undefined when there is nothing to decide: closed, or a person serves already. */
export async function findFacts(
  db: Db,
  account: string,
  of: { conversation: string; customer: string; seq: number; now: Date },
): Promise<RoutingFacts | undefined> {
  const state = await findState(db, account, of.conversation)
  const claim = await findClaim(db, account, of.conversation)
  if (!state || state.closedAt || claim?.holder === 'person') return undefined
  const reading = await findReading(db, account, of.customer, of.seq)
  const place = await findPlace(db, account, of.conversation)
  const stake = await findStake(db, account, of.conversation)
  const { policy } = await findPolicy(db, account)
  const { isIn } = await findWhetherIn(db, account, of.now, await findLanguageSkill(db, account, of.conversation))
  const agreed = await findCallback(db, account, of.conversation)
  return {
    rules: rulesInForce,
    askedForPerson: state.askedForPersonAt !== null,
    vulnerable: reading?.vulnerable.is ?? false,
    override: await findOverride(db, account, of.conversation),
    assistantPaused: await isPaused(db, account),
    teamIsIn: isIn,
    promisedPerson: place?.waitingSince != null || agreed !== undefined,
    stake: stake
      ? {
          total: stake.total,
          atRisk: stake.atRisk,
          toGain: stake.toGain,
          gain: stake.gain,
          resolvedByPerson: stake.resolvedByPerson,
          resolvedByAssistant: stake.resolvedByAssistant,
          handleMinutes: stake.handleMinutes,
        }
      : null,
    floor: await findFloor(db, account, of.conversation),
    policy,
  }
}

/** Who is on, what room they have, and what waits beside this conversation. */
export async function findFloor(db: Db, account: string, but: string | null): Promise<Floor> {
  const on = (await listServers(db, account)).filter((person) => person.presence === 'on')
  const { mean } = await findEconomics(db, account, null)
  return {
    peopleOn: on.length,
    capacity: on.reduce((room, person) => room + person.capacity, 0),
    freeCapacity: on.reduce((room, person) => room + Math.max(0, person.capacity - person.load), 0),
    waiting: await countWaiting(db, account, but),
    meanHandleMinutes: mean.handleMinutes.value,
    patienceMinutes: await findPatience(db, account),
    demand: await findDemand(db, account, but),
  }
}
