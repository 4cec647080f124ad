import { z } from 'zod'
import { Id, Words } from '../../contract/shapes.ts'
import {
  CalendarChange,
  CalendarKind,
  CalendarList,
  FirstPassword,
  HoldingRules,
  Hours,
  HoursChange,
  Invitation,
  InvitedPerson,
  Me,
  MeChange,
  Person,
  PersonChange,
  PresenceChange,
  TeamList,
} from '../../contract/team.ts'
import { toLanguage } from '../../core/language.ts'
import type { Hours as OpenHours } from '../../core/team/hours.ts'
import { isZone } from '../../core/team/zone.ts'
import { findAccount, moveAccount } from '../platform/accounts.ts'
import { permissions } from '../platform/auth.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { sendInvitation } from '../platform/invitation.ts'
import { setFirstPassword } from '../platform/users.ts'
import { listCalendars, removeCalendar, saveCalendar } from './calendars.ts'
import { endWrapUp } from './holding.ts'
import { findRules, saveRules } from './holding-store.ts'
import { noticeRoutes } from './notice-routes.ts'
import { invite } from './people.ts'
import { findPreferences, savePreferences } from './preferences.ts'
import { beat, changePresence } from './presence.ts'
import { keepAnOwner, remove } from './removal.ts'
import { findHours, findPerson, findUserOf, hasSkill, listPeople, type PersonRow, saveHours, savePerson } from './store.ts'

const ById = z.strictObject({ id: Id })
const OfCalendar = z.strictObject({ kind: CalendarKind, subject: Words(64).min(1) })

export function routes(api: Api): void {
  noticeRoutes(api)
  api.get('/v1/me', 'read', { says: 'Who is signed in, and what they may do.', answer: Me }, ({ account, person, read }) =>
    read((db) => viewMe(db, account, onlyPeople(person))),
  )

  api.patch(
    '/v1/me',
    'read',
    { says: 'Changes the language and the ways of one’s screens.', body: MeChange, answer: Me },
    ({ account, person, act, body }) =>
      act(async ({ db }) => {
        const { preferences, ...edit } = body
        await savePerson(db, account, onlyPeople(person), edit)
        if (preferences?.timeZone && !isZone(preferences.timeZone))
          refuse('bad-input', [{ path: 'preferences.timeZone', message: 'is not a time zone' }])
        if (preferences) await savePreferences(db, account, person, preferences)
        return viewMe(db, account, person)
      }),
  )

  api.put('/v1/me/presence', 'serve', { says: 'On, away or off duty.', body: PresenceChange, answer: Me }, ({ account, person, act, body }) =>
    act(async (work) => {
      await changePresence(work, person, body.presence)
      return viewMe(work.db, account, person)
    }),
  )

  api.put('/v1/me/heartbeat', 'serve', { says: 'The console is open: what one holds stays one’s own.', status: 204 }, async ({ person, act }) => {
    await act((work) => beat(work, person))
  })

  api.put('/v1/me/ready', 'serve', { says: 'Has wrapped up what was closed, and has room again.', status: 204 }, async ({ person, act }) => {
    await act((work) => endWrapUp(work, onlyPeople(person)))
  })

  api.get('/v1/holding', 'read', { says: 'The rules of holding conversations.', answer: HoldingRules }, ({ account, read }) =>
    read(async (db) => {
      const { weights, ...rules } = await findRules(db, account)
      return { ...rules, weights: { ...weights } }
    }),
  )

  api.put(
    '/v1/holding',
    'own',
    { says: 'Sets the rules of holding conversations.', body: HoldingRules, answer: HoldingRules },
    ({ account, act, body }) =>
      act(async ({ db }) => {
        await saveRules(db, account, body)
        return body
      }),
  )

  api.get('/v1/team', 'read', { says: 'Everybody of the team.', answer: TeamList }, ({ account, read }) =>
    read(async (db) => ({ people: (await listPeople(db, account)).map(view) })),
  )

  api.post(
    '/v1/team',
    'own',
    { says: 'Invites a person; a link by e-mail lets them in and to their first password.', body: Invitation, answer: InvitedPerson, status: 201 },
    async ({ account, act, body, request }) => {
      const person = await act(async ({ db }) =>
        view((await findPerson(db, account, await invite(api.platform, db, account, body))) ?? refuse('internal')),
      )
      const { mailed, link } = await sendInvitation(api.platform, person.email)
      const address = api.platform.config.publicUrl ?? `${request.protocol}://${request.host}`
      return { ...person, invitation: { mailed, link: link && new URL(link, address).href } }
    },
  )

  api.delete(
    '/v1/team/:id',
    'own',
    { says: 'Takes a person off the team: signed out at once, whom they served goes back to their place.', params: ById, status: 204 },
    async ({ act, params, person }) => {
      await act((work) => remove(work, params.id, person || null))
    },
  )

  api.post(
    '/v1/me/password',
    'read',
    { says: 'Sets one’s first password, after coming by a link. Whoever has one changes it with the old one.', body: FirstPassword, status: 204 },
    async ({ account, person, read, body }) => {
      const user = (await read((db) => findUserOf(db, account, onlyPeople(person)))) ?? refuse('not-found')
      if (!(await setFirstPassword(api.platform.auth, user, body.password))) refuse('conflict')
    },
  )

  api.patch(
    '/v1/team/:id',
    'lead',
    { says: 'Changes skills, languages, capacity; the role only by the owner.', params: ById, body: PersonChange, answer: Person },
    ({ account, act, params, body, role }) =>
      act(async ({ db }) => {
        if (body.role !== undefined && role !== 'owner' && role !== 'key') refuse('not-allowed')
        if (body.role !== undefined && body.role !== 'owner') await keepAnOwner(db, account, params.id)
        if (!(await savePerson(db, account, params.id, body))) refuse('not-found')
        return view((await findPerson(db, account, params.id)) ?? refuse('not-found'))
      }),
  )

  api.get('/v1/hours', 'read', { says: 'When the team is there.', answer: Hours }, ({ account, read }) =>
    read(async (db) => toShape((await findHours(db, account)) ?? refuse('not-found'))),
  )

  api.put('/v1/hours', 'lead', { says: 'Sets when the team is there.', body: HoursChange, answer: Hours }, ({ account, act, body }) =>
    act(async ({ db }) => {
      checkZone(body)
      await saveHours(db, account, body)
      await moveAccount(db, account, body.timeZone)
      return body
    }),
  )

  api.get('/v1/calendars', 'read', { says: 'Hours of their own: of languages, skills and people.', answer: CalendarList }, ({ account, read }) =>
    read((db) => viewCalendars(db, account)),
  )

  api.put(
    '/v1/calendars/:kind/:subject',
    'lead',
    { says: 'Gives a language, a skill or a person hours of their own.', params: OfCalendar, body: CalendarChange, answer: CalendarList },
    ({ account, act, params: { kind, subject }, body: { hours, timeOff } }) =>
      act(async ({ db }) => {
        if (hours) checkZone(hours)
        else if (kind !== 'person') refuse('bad-input', [{ path: 'hours', message: 'only a person may have time off without hours' }])
        if (kind === 'language' && !toLanguage(subject)) refuse('not-found')
        if (kind === 'person' && !(await findPerson(db, account, subject))) refuse('not-found')
        if (kind === 'skill' && !(await hasSkill(db, account, subject))) refuse('no-such-skill')
        await saveCalendar(db, account, { kind, subject, hours, timeOff })
        return viewCalendars(db, account)
      }),
  )

  api.delete(
    '/v1/calendars/:kind/:subject',
    'lead',
    { says: 'Back to the hours of the company.', params: OfCalendar, answer: CalendarList },
    ({ account, act, params: { kind, subject } }) =>
      act(async ({ db }) => {
        if (!(await removeCalendar(db, account, kind, subject))) refuse('not-found')
        return viewCalendars(db, account)
      }),
  )
}

async function viewCalendars(db: Db, account: string): Promise<z.input<typeof CalendarList>> {
  const calendars = await listCalendars(db, account)
  return { calendars: calendars.map(({ hours, ...rest }) => ({ ...rest, hours: hours && toShape(hours) })) }
}

function checkZone({ timeZone }: { timeZone: string }): void {
  if (!isZone(timeZone)) refuse('bad-input', [{ path: 'timeZone', message: 'is not a time zone such as Asia/Singapore' }])
}

/** A key is nobody: it has no screens and no language. */
const onlyPeople = (person: string) => person || refuse('not-allowed')

async function viewMe(db: Db, account: string, id: string) {
  const person = (await findPerson(db, account, id)) ?? refuse('not-signed-in')
  const house = await findAccount(db, account)
  const { name, currency, timeZone, language, site, demo } = house
  return {
    person: view(person),
    account: { id: account, name, currency, timeZone, language, site, demo },
    may: [...permissions[person.role]],
    language: person.language,
    preferences: await findPreferences(db, account, id),
  }
}

export function view(person: PersonRow) {
  const { freeSince: _, language: __, ...shown } = person
  return { ...shown, presenceSince: person.presenceSince.toISOString() }
}

/** The rule's hours are read-only; the contract's are plain. */
export function toShape({ timeZone, week, holidays }: OpenHours): z.input<typeof Hours> {
  return { timeZone, week: Object.fromEntries(Object.entries(week).map(([day, shifts]) => [day, [...shifts]])), holidays: [...holidays] }
}
