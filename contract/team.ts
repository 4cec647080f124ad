import { z } from 'zod'
import { faultOfHours } from '../core/team/hours-faults.ts'
import { Id, LanguageTag, Time, Words } from './shapes.ts'

export const Role = z.enum(['owner', 'lead', 'team', 'analyst'])
export type Role = z.infer<typeof Role>

export const Person = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  languages: z.array(LanguageTag),
  skills: z.array(z.string()),
  capacity: z.number().int(),
  presence: z.enum(['on', 'away', 'off']),
  presenceSince: Time,
  load: z.number(),
  simulated: z.boolean(),
})
export type Person = z.infer<typeof Person>
export const TeamList = z.strictObject({ people: z.array(Person) })
export type TeamList = z.infer<typeof TeamList>

const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** What people are told about while they look elsewhere. */
export const NoticeKind = z.enum(['assigned', 'mentioned', 'promise', 'policy'])
export type NoticeKind = z.infer<typeof NoticeKind>
const Told = z.strictObject({ browser: z.boolean(), sound: z.boolean() })
/** How a person likes their screens. `null`: as the company, or the browser, has it. */
export const Preferences = z.strictObject({
  timeZone: z.string().max(64).nullable().default(null),
  clock: z.enum(['auto', '12', '24']).default('auto'),
  look: z.enum(['auto', 'light', 'dark']).default('auto'),
  notify: z.strictObject({ assigned: Told, mentioned: Told, promise: Told, policy: Told.default({ browser: true, sound: false }) }).default({
    assigned: { browser: true, sound: true },
    mentioned: { browser: true, sound: false },
    promise: { browser: true, sound: false },
    policy: { browser: true, sound: false },
  }),
  /** Between these times of one's own day nothing pops up and nothing sounds; it may run past midnight. */
  quiet: z.strictObject({ from: LocalTime, to: LocalTime }).nullable().default(null),
})
export type Preferences = z.infer<typeof Preferences>

/** GET /v1/me */
export const Me = z.strictObject({
  person: Person,
  account: z.strictObject({
    id: Id,
    name: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    language: LanguageTag,
    site: z.string(),
    demo: z.boolean(),
  }),
  may: z.array(z.string()),
  language: LanguageTag,
  preferences: Preferences,
})
export type Me = z.infer<typeof Me>
export const MeChange = z.strictObject({ language: LanguageTag.optional(), preferences: Preferences.optional() })

/** GET /v1/me/notices : the newest 50. PUT /v1/me/notices/read : all up to then, those of one conversation, or one. */
export const NoticeList = z.strictObject({
  notices: z.array(
    z.strictObject({
      id: Id,
      kind: NoticeKind,
      /** Null where it is not about one. */
      conversation: Id.nullable(),
      number: z.number().int().nullable(),
      customer: z.string().nullable(),
      at: Time,
      read: z.boolean(),
    }),
  ),
  unread: z.number().int(),
})
export type NoticeList = z.infer<typeof NoticeList>
export const NoticesRead = z.union([z.strictObject({ upTo: Time }), z.strictObject({ conversation: Id }), z.strictObject({ notice: Id })])
export type NoticesRead = z.infer<typeof NoticesRead>
/** PUT /v1/me/presence ; PUT /v1/me/heartbeat (empty body) every 20 s keeps claims and presence alive. */
export const PresenceChange = z.strictObject({ presence: z.enum(['on', 'away', 'off']) })

export const PersonChange = z.strictObject({
  name: Words(200).min(1).optional(),
  role: Role.optional(),
  languages: z.array(LanguageTag).min(1).optional(),
  skills: z.array(z.string().max(64)).max(50).optional(),
  capacity: z.number().int().min(1).max(50).optional(),
})
export const Invitation = z.strictObject({ name: Words(200).min(1), email: z.email(), role: Role, languages: z.array(LanguageTag).min(1) })
/** Answer of POST /v1/team. Without a mail server the link, shown this once, is handed over by whoever invites; null when they sign in as before. */
export const InvitedPerson = Person.extend({ invitation: z.strictObject({ mailed: z.boolean(), link: z.string().nullable() }) })
export type InvitedPerson = z.infer<typeof InvitedPerson>

/** POST /v1/me/password */
export const FirstPassword = z.strictObject({ password: z.string().min(10).max(128) })

/** GET/PUT /v1/hours : per weekday (1 Monday … 7 Sunday) the open stretches as local "HH:MM"; one may end after midnight as "26:00". Dates in `holidays` are closed. */
export const Hours = z.strictObject({
  timeZone: z.string().max(64),
  week: z.record(
    z.string().regex(/^[1-7]$/),
    z.array(z.strictObject({ from: z.string().regex(/^\d\d:\d\d$/), to: z.string().regex(/^\d\d:\d\d$/) })).max(6),
  ),
  holidays: z.array(z.iso.date()).max(400),
})
export type Hours = z.infer<typeof Hours>
/** Hours as they may be set; what was stored before these rules is still shown. */
export const HoursChange = Hours.superRefine((hours, check) => {
  const fault = faultOfHours(hours)
  if (fault) check.addIssue({ code: 'custom', path: fault.path, message: fault.code })
})

/** GET /v1/calendars : hours of their own, of a language, a skill or a person. PUT and DELETE /v1/calendars/:kind/:subject. */
export const CalendarKind = z.enum(['language', 'skill', 'person'])
export const TimeOff = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { message: 'ends before it begins' })
export const CalendarChange = z
  .strictObject({
    /** null, for a person only: the company's hours, less the time off. */
    hours: HoursChange.nullable(),
    timeOff: z.array(TimeOff).max(100).default([]),
  })
  .refine(({ hours, timeOff }) => hours !== null || timeOff.length > 0, { message: 'says nothing' })
export const CalendarList = z.strictObject({
  calendars: z.array(
    z.strictObject({
      kind: CalendarKind,
      subject: z.string(),
      hours: Hours.nullable(),
      timeOff: z.array(z.strictObject({ from: z.string(), to: z.string() })),
    }),
  ),
})
export type CalendarList = z.infer<typeof CalendarList>

/** GET/PUT /v1/holding : the owner's rules of holding conversations. */
export const HoldingRules = z.strictObject({
  /** Who was given a conversation opens it or writes within so many minutes, or somebody else is asked. */
  answerMinutes: z.number().min(0.5).max(60),
  /** After closing, a conversation counts as held for so many seconds, or until its holder says that they are ready. */
  wrapUpSeconds: z.number().int().min(0).max(900),
  /** By channel: places of a person's capacity, or all that is left. */
  weights: z.record(z.string().max(32), z.union([z.number().min(0.1).max(50), z.literal('all')])),
})
export type HoldingRules = z.infer<typeof HoldingRules>

export interface TeamEvents {
  /** Somebody is told of something: their screens ask for it. */
  'notice.made': { person: string; conversation: string | null; kind: NoticeKind }
  'presence.changed': { person: string; presence: 'on' | 'away' | 'off' }
  /** Somebody left the team. */
  'person.removed': { person: string }
  /** Somebody has room again. */
  'team.freed': { person: string }
  /** The clock: time to look whether this person's console still beats. */
  'presence.due': { person: string }
  /** The clock: the time to wrap up is over. */
  'wrap.due': { person: string; claim: string }
}
