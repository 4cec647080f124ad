import type { CannedReply, Change, Habits, Label, LabelColour, Macro } from '../../contract/conversations.ts'
import { changed, type Db, many, maybe, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export function listLabels(db: Db, account: string): Promise<Label[]> {
  return many(
    db,
    sql<Label>`
      select l.id, l.name, l.colour, (select count(*) from conversation_labels x where x.account = l.account and x.label = l.id)::int as used
      from labels l where l.account = ${account} order by lower(l.name)`,
  )
}

/** A new label, or a change of one; undefined when that one is gone. */
export async function saveLabel(
  db: Db,
  account: string,
  label: { id: string | null; name: string; colour: LabelColour; person: string | null },
): Promise<string | undefined> {
  const { name, colour, person } = label
  if (label.id) {
    const row = await maybe(
      db,
      sql<{ id: string }>`update labels set name = ${name.trim()}, colour = ${colour} where account = ${account} and id = ${label.id} returning id`,
    )
    return row?.id
  }
  const id = newId()
  await sql`insert into labels (account, id, name, colour, made_by) values (${account}, ${id}, ${name.trim()}, ${colour}, ${person})`.execute(db)
  return id
}

export async function removeLabel(db: Db, account: string, label: string): Promise<boolean> {
  await sql`delete from conversation_labels where account = ${account} and label = ${label}`.execute(db)
  return (await changed(db, sql`delete from labels where account = ${account} and id = ${label}`)) > 0
}

/** What everybody has, and one's own. */
export function listReplies(db: Db, account: string, person: string): Promise<CannedReply[]> {
  return many(
    db,
    sql<CannedReply>`
      select id, shortcut, text, person is not null as own from canned_replies
      where account = ${account} and (person is null or person = ${person || null}::uuid) order by lower(shortcut)`,
  )
}

/** `isLead`: only leads change what everybody has. Undefined when it is not there for this person. */
export async function saveReply(
  db: Db,
  account: string,
  reply: { id: string | null; shortcut: string; text: string; own: boolean; person: string | null; isLead: boolean },
): Promise<string | undefined> {
  const { shortcut, text, own, person, isLead } = reply
  const owner = own ? person : null
  if (reply.id) {
    const row = await maybe(
      db,
      sql<{ id: string }>`
        update canned_replies set shortcut = ${shortcut}, text = ${text}, person = ${owner}, changed_at = clock_timestamp()
        where account = ${account} and id = ${reply.id} and (person = ${person}::uuid or (person is null and ${isLead})) returning id`,
    )
    return row?.id
  }
  const id = newId()
  await sql`insert into canned_replies (account, id, shortcut, text, person) values (${account}, ${id}, ${shortcut}, ${text}, ${owner})`.execute(db)
  return id
}

export async function removeReply(db: Db, account: string, reply: { id: string; person: string; isLead: boolean }): Promise<boolean> {
  const { id, person, isLead } = reply
  return (
    (await changed(
      db,
      sql`delete from canned_replies where account = ${account} and id = ${id} and (person = ${person} or (person is null and ${isLead}))`,
    )) > 0
  )
}

export function listMacros(db: Db, account: string): Promise<Macro[]> {
  return many(db, sql<Macro>`select id, name, changes from macros where account = ${account} order by lower(name)`)
}

export async function saveMacro(
  db: Db,
  account: string,
  macro: { id: string | null; name: string; changes: Change[]; person: string | null },
): Promise<string | undefined> {
  const name = macro.name.trim()
  const changes = JSON.stringify(macro.changes)
  if (macro.id) {
    const row = await maybe(
      db,
      sql<{ id: string }>`update macros set name = ${name}, changes = ${changes}::jsonb where account = ${account} and id = ${macro.id} returning id`,
    )
    return row?.id
  }
  const id = newId()
  await sql`insert into macros (account, id, name, changes, made_by) values (${account}, ${id}, ${name}, ${changes}::jsonb, ${macro.person})`.execute(
    db,
  )
  return id
}

export async function removeMacro(db: Db, account: string, macro: string): Promise<boolean> {
  return (await changed(db, sql`delete from macros where account = ${account} and id = ${macro}`)) > 0
}

export async function findDrafts(db: Db, account: string, conversation: string, person: string): Promise<{ reply: string; note: string }> {
  const rows = await many(
    db,
    sql<{ mode: 'reply' | 'note'; text: string }>`
      select mode, text from drafts where account = ${account} and conversation = ${conversation} and person = ${person || null}::uuid`,
  )
  const of = (mode: string) => rows.find((row) => row.mode === mode)?.text ?? ''
  return { reply: of('reply'), note: of('note') }
}

/** Empty words throw the draft away. */
export async function saveDraft(
  db: Db,
  account: string,
  draft: { conversation: string; person: string; mode: 'reply' | 'note'; text: string },
): Promise<void> {
  const { conversation, person, mode, text } = draft
  if (text === '')
    await sql`delete from drafts where account = ${account} and conversation = ${conversation} and person = ${person} and mode = ${mode}`.execute(db)
  else
    await sql`
      insert into drafts (account, conversation, person, mode, text) values (${account}, ${conversation}, ${person}, ${mode}, ${text})
      on conflict (account, conversation, person, mode) do update set text = excluded.text, at = clock_timestamp()`.execute(db)
}

/** What each person changed of their habits. */
export function listHabits(db: Db, account: string): Promise<{ person: string; habits: unknown }[]> {
  return many(db, sql<{ person: string; habits: unknown }>`select person, habits from habits where account = ${account}`)
}

/** What this person changed of their habits; the contract knows the rest. */
export async function findHabits(db: Db, account: string, person: string): Promise<unknown> {
  const row = await maybe(db, sql<{ habits: unknown }>`select habits from habits where account = ${account} and person = ${person}`)
  return row?.habits ?? {}
}

export async function saveHabits(db: Db, account: string, person: string, habits: Habits): Promise<void> {
  await sql`
    insert into habits (account, person, habits) values (${account}, ${person}, ${JSON.stringify(habits)}::jsonb)
    on conflict (account, person) do update set habits = excluded.habits`.execute(db)
}
