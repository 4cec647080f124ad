import type { Served } from '../../core/metrics/served.ts'
import { type Db, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** What happened in one conversation, for tests. Seconds count from its opening. */
export interface Story {
  openedAt: number
  language: 'en' | 'th'
  decisions: { at: number; decided: 'person' | 'assistant' | 'callback' }[]
  claims: { holder: 'person' | 'assistant'; from: number; to: number }[]
  messages: { author: 'customer' | 'assistant' | 'person'; at: number; private: boolean }[]
  help: { at: number; abstained: boolean; solved: boolean | null }[]
  place: { waitedFrom: number | null; left: { at: number; because: 'left' | 'solved' } | null } | null
  asked: number | null
  closed: { at: number; by: 'customer' | 'person' | 'clock'; resolved: boolean | null } | null
  effort: number | null
  ledger: { kind: 'expected' | 'realised' | 'written-off' | 'cost'; cents: number }[]
}

/** Writes a story into the tables as if it had happened; gives back whose it is. */
export async function saveStory(db: Db, account: string, story: Story, person: string): Promise<{ conversation: string; customer: string }> {
  const [conversation, customer] = [newId(), newId()]
  const at = (seconds: number) => new Date(story.openedAt + seconds * 1000)
  const maybeAt = (seconds: number | null | undefined) => (seconds == null ? null : at(seconds))
  await sql`insert into customers (account, id, name, last_seq) values (${account}, ${customer}, 'Somchai', ${story.messages.length})`.execute(db)
  await sql`
    insert into conversations (account, id, customer, channel, language, intent, opened_at, closed_at, asked_for_person_at)
    values (${account}, ${conversation}, ${customer}, 'web', ${story.language}, 'return', ${at(0)}, ${maybeAt(story.closed?.at)}, ${maybeAt(story.asked)})`.execute(
    db,
  )
  for (const { at: when, decided } of story.decisions)
    await sql`
      insert into decisions (account, id, conversation, customer, seq, decided, priority, because, facts, policy_version, event)
      values (${account}, ${newId()}, ${conversation}, ${customer}, 1, ${decided}, 0, '{"code":"worth-a-person","numbers":{}}', '{}', 1, ${Math.round(when * 1000)})
      on conflict do nothing`.execute(db)
  await sql`update decisions set at = ${at(0)}::timestamptz + make_interval(secs => event / 1000.0) where account = ${account} and conversation = ${conversation}`.execute(
    db,
  )
  for (const { holder, from, to } of story.claims)
    await sql`
      insert into claims (account, id, conversation, customer, holder, person, since, lease_until, ended_at, ended_because)
      values (${account}, ${newId()}, ${conversation}, ${customer}, ${holder}, ${holder === 'person' ? person : null}, ${at(from)}, ${at(to)}, ${at(to)}, 'given-back')`.execute(
      db,
    )
  for (const [index, message] of story.messages.entries())
    await sql`
      insert into messages (account, customer, seq, id, conversation, author, private, text, at)
      values (${account}, ${customer}, ${index + 1}, ${newId()}, ${conversation}, ${message.author}, ${message.private}, 'text', ${at(message.at)})`.execute(
      db,
    )
  for (const [index, help] of story.help.entries())
    await sql`
      insert into help (account, customer, seq, conversation, answers_seq, abstained, solved, judged_at, at)
      values (${account}, ${customer}, ${1000 + index}, ${conversation}, 1, ${help.abstained}, ${help.solved}, ${help.solved === null ? null : at(help.at)}, ${at(help.at)})`.execute(
      db,
    )
  await savePlace(db, account, story, { conversation, customer })
  await saveOutcome(db, account, story, { conversation, customer })
  return { conversation, customer }
}

async function savePlace(db: Db, account: string, story: Story, of: { conversation: string; customer: string }): Promise<void> {
  if (!story.place) return
  const at = (seconds: number | null | undefined) => (seconds == null ? null : new Date(story.openedAt + seconds * 1000))
  const { waitedFrom, left } = story.place
  await sql`
    insert into places (account, conversation, customer, number, waiting_since, waited_since, left_at, left_because)
    values (${account}, ${of.conversation}, ${of.customer}, 1, ${left ? null : at(waitedFrom)}, ${left ? at(waitedFrom) : null}, ${at(left?.at)}, ${left?.because ?? null})`.execute(
    db,
  )
}

async function saveOutcome(db: Db, account: string, story: Story, of: { conversation: string; customer: string }): Promise<void> {
  const closure = newId()
  if (story.closed) {
    const at = new Date(story.openedAt + story.closed.at * 1000)
    await sql`
      insert into closures (account, id, conversation, at, by_kind, resolved, reason)
      values (${account}, ${closure}, ${of.conversation}, ${at}, ${story.closed.by}, ${story.closed.resolved}, 'solved')`.execute(db)
    if (story.effort !== null)
      await sql`
        insert into efforts (account, conversation, closure, customer, about, score, answered_at)
        values (${account}, ${of.conversation}, ${closure}, ${of.customer}, 'person', ${story.effort}, now())`.execute(db)
  }
  for (const { kind, cents } of story.ledger)
    await sql`
      insert into ledger (account, id, conversation, kind, cents, rule, once)
      values (${account}, ${newId()}, ${of.conversation}, ${kind}, ${cents}, 'test', ${newId()})`.execute(db)
}

/** What the figures should see of a story, worked out beside the database: what docs/metrics.md says, once more in other words. */
export function servedOf(story: Story): Omit<Served, 'conversation' | 'number'> {
  const time = (seconds: number) => story.openedAt + seconds * 1000
  const times = (all: { at: number }[]) => all.map(({ at }) => at).sort((a, b) => a - b)
  const toPerson = times(story.decisions.filter(({ decided }) => decided !== 'assistant'))
  const toAssistant = times(story.decisions.filter(({ decided }) => decided === 'assistant'))
  const words = times(story.messages.filter((one) => one.author === 'person' && !one.private))
  const claims = story.claims.filter(({ holder }) => holder === 'person')
  const waited = toPerson[0]
  const answered = words.find((at) => waited !== undefined && at >= waited) ?? words[0]
  const { asked, closed, place, ledger } = story
  const left = place?.left?.because === 'left' ? place.left.at : undefined
  const judged = story.help.filter((one) => one.solved !== null).map(({ at, solved }) => ({ at, solved }))
  const said = closed?.by === 'customer' && closed.resolved !== null ? [...judged, { at: closed.at, solved: closed.resolved }] : judged
  const byAssistant = story.help.some((one) => !one.abstained || toAssistant.length > 0)
  const sum = (kind: string) => ledger.reduce((total, entry) => (entry.kind === kind ? total + entry.cents : total), 0)
  const work = (holder: string) =>
    story.claims.reduce((total, claim) => (claim.holder === holder ? total + (claim.to - claim.from) * 1000 : total), 0)
  const firstToAssistant = toAssistant[0]
  const person = answered !== undefined
  return {
    openedAt: story.openedAt,
    closedAt: closed ? time(closed.at) : null,
    waitStartedAt: waited === undefined ? null : time(waited),
    answeredByPersonAt: answered === undefined ? null : time(answered),
    abandonedAt: left === undefined ? null : time(left),
    askedForPersonAt: asked === null ? null : time(asked),
    queuedAfterAskMs: asked === null ? null : queuedAfter(asked, story),
    assistantSpokeAfterAsk:
      asked !== null &&
      story.messages.some((one) => one.author === 'assistant' && one.at > asked && !(closed && closed.at >= asked && closed.at <= one.at)),
    servedBy: person ? (byAssistant ? 'both' : 'person') : byAssistant ? 'assistant' : null,
    personMs: work('person'),
    assistantMs: work('assistant'),
    handedOver:
      firstToAssistant !== undefined && (toPerson.some((at) => at > firstToAssistant) || claims.some(({ from }) => from > firstToAssistant)),
    solvedByCustomerWord: said.sort((a, b) => b.at - a.at)[0]?.solved ?? null,
    recontactWithin7Days: false,
    effort: closed ? story.effort : null,
    expectedCents: sum('expected'),
    realisedCents: ledger.some(({ kind }) => kind === 'realised' || kind === 'written-off') ? sum('realised') : null,
    costCents: sum('cost'),
  }
}

function queuedAfter(asked: number, { claims, place }: Story): number | null {
  const people = claims.filter(({ holder }) => holder === 'person')
  if (people.some(({ from, to }) => from <= asked && to > asked)) return 0
  const reached = people.filter(({ from }) => from > asked).map(({ from }) => from)
  const waited = place?.waitedFrom ?? null
  if (waited !== null && waited >= asked) reached.push(waited)
  else if ((waited !== null && !place?.left) || (place?.left && place.left.at >= asked)) reached.push(asked)
  return reached.length === 0 ? null : (Math.min(...reached) - asked) * 1000
}
