import { AuditPage, AuditQuery } from '../../contract/trust.ts'
import { houseAppearance } from '../channels/appearance.ts'
import { findAppearance } from '../channels/store.ts'
import { listLabels, listMacros } from '../conversations/saved.ts'
import { findArticle } from '../knowledge/store.ts'
import { findAccount } from '../platform/accounts.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { findPolicy, isPaused } from '../routing/store.ts'
import { listCalendars } from '../team/calendars.ts'
import { findRules } from '../team/holding-store.ts'
import { findHours, findPerson, listNames } from '../team/store.ts'
import { listExamples } from '../understanding/store.ts'
import { listEconomics } from '../value/store.ts'
import { type AuditRow, listAbouts, listAudit } from './audit-store.ts'
import { findBounds } from './bounds.ts'

/** The trail of what people changed. It is written where requests come in (`platform/audit.ts`), in the transaction of each change. */
export function auditRoutes(api: Api): void {
  tellHowThingsStand(api)
  api.get(
    '/v1/audit',
    'own',
    { says: 'Who changed which setting when, with what it was and what it is; newest first.', query: AuditQuery, answer: AuditPage },
    ({ account, read, query }) =>
      read(async (db) => {
        const { cursor, ...filter } = query
        const after = cursor === undefined ? null : (readCursor(cursor) ?? refuse('bad-input', [{ path: 'cursor', message: 'is not ours' }]))
        const found = await listAudit(db, account, filter, after)
        const page = found.slice(0, query.limit)
        const last = page.at(-1)
        const names = new Map(await listNames(db, account))
        return {
          entries: page.map((row) => view(row, names)),
          abouts: await listAbouts(db, account),
          cursor: last && found.length > page.length ? `${last.at.toISOString()}_${last.id}` : null,
        }
      }),
  )
}

/** What can be read before and after is kept with both; of everything else, what was asked. */
function tellHowThingsStand({ readers }: Api): void {
  const policyPaths = ['/v1/policy', '/v1/policy/restored', '/v1/policy/drafts/:draft/approval', '/v1/matching']
  for (const path of policyPaths) readers.set(`PUT ${path}`, async (db, account) => (await findPolicy(db, account)).policy)
  readers.set('PUT /v1/fairness/bounds', async (db, account) => (await findBounds(db, account)).bounds)
  readers.set('PUT /v1/policy/pause', async (db, account) => ({ paused: await isPaused(db, account) }))
  readers.set('PUT /v1/hours', async (db, account) => (await findHours(db, account)) ?? null)
  readers.set('PUT /v1/economics/:intent', async (db, account, { intent }) => {
    const { intent: _, ...found } = (await listEconomics(db, account)).find((one) => one.intent === intent) ?? { intent }
    return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value !== null && typeof value === 'object' ? value.value : value]))
  })
  readers.set('PATCH /v1/team/:id', async (db, account, { id }) => {
    const person = await findPerson(db, account, id ?? '')
    if (!person) return null
    const { name, role, languages, skills, capacity } = person
    return { name, role, languages: languages.join(' '), skills: skills.join(' '), capacity }
  })
  readers.set('PUT /v1/appearance', async (db, account) => (await findAppearance(db, account)) ?? houseAppearance)
  readers.set('PUT /v1/holding', findRules)
  readers.set('PUT /v1/company', async (db, account) => {
    const { name, assistant, language, currency } = await findAccount(db, account)
    return { name, assistant, language, currency }
  })
  for (const method of ['PUT', 'DELETE']) {
    readers.set(`${method} /v1/calendars/:kind/:subject`, async (db, account, { kind, subject }) => {
      const found = (await listCalendars(db, account)).find((one) => one.kind === kind && one.subject === subject)
      return found ? { hours: found.hours, timeOff: found.timeOff } : null
    })
    readers.set(`${method} /v1/labels/:id`, async (db, account, { id }) => {
      const label = (await listLabels(db, account)).find((one) => one.id === id)
      return label ? { name: label.name, colour: label.colour } : null
    })
    readers.set(`${method} /v1/macros/:id`, async (db, account, { id }) => {
      const macro = (await listMacros(db, account)).find((one) => one.id === id)
      return macro ? { name: macro.name, changes: macro.changes } : null
    })
  }
  readers.set('PUT /v1/articles/:id', async (db, account, { id }) => {
    const article = await findArticle(db, account, id ?? '')
    return article ? Object.fromEntries(article.texts.map(({ language, title, body }) => [language, { title, body }])) : null
  })
  readers.set('PUT /v1/intents/:intent/examples', async (db, account, { intent }) =>
    Object.fromEntries((await listExamples(db, account, intent ?? '')).map(({ text }) => [text.slice(0, 60), text])),
  )
}

/** Nobody knows a colleague by an id: where a value is one, the name stands. */
function view({ at, personId, personName, subjectName, subject, changes, ...row }: AuditRow, names: ReadonlyMap<string, string>) {
  const named = <Value>(value: Value) => (typeof value === 'string' ? (names.get(value) ?? value) : value)
  return {
    ...row,
    at: at.toISOString(),
    person: personId ? { id: personId, name: personName } : null,
    subject: subjectName ?? subject,
    changes: changes.map(({ path, before, after }) => ({ path, before: named(before), after: named(after) })),
  }
}

function readCursor(cursor: string): { at: string; id: string } | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor) ?? []
  return at === undefined || id === undefined ? null : { at, id }
}
