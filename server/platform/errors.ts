/** Every way in which a request can be refused: status, log level, and the sentence for engineers. `code` is the text key of screens. */
const refusals = {
  'bad-input': { status: 400, level: 'debug', message: 'The request does not have the expected form.' },
  'priority-order': { status: 400, level: 'debug', message: 'The second multiple must be at least 1.25 times the first.' },
  'relax-order': {
    status: 400,
    level: 'debug',
    message: 'The language is given up with the skill or after it, and both before the limit of waiting.',
  },
  'hours-clock': { status: 400, level: 'debug', message: 'A stretch begins between 00:00 and 23:59 and ends by 47:59.' },
  'hours-backwards': {
    status: 400,
    level: 'debug',
    message: 'A stretch ends after it begins; the morning after is written with hours beyond 24: 22:00 to 30:00.',
  },
  'hours-too-long': { status: 400, level: 'debug', message: 'A stretch lasts 24 hours at most.' },
  'hours-overlap': { status: 400, level: 'debug', message: 'Two stretches of one day overlap.' },
  'holiday-twice': { status: 400, level: 'debug', message: 'A holiday is named twice.' },
  'bad-phone': {
    status: 400,
    level: 'debug',
    message: 'This does not look like a telephone number: 7 to 15 digits, with + and the country if you like.',
  },
  'past-time': { status: 400, level: 'debug', message: 'This time has passed already; choose one that lies ahead.' },
  'off-grid': { status: 400, level: 'debug', message: 'Times are promised on the half hour; choose one that is offered.' },
  'broken-json': { status: 400, level: 'debug', message: 'The body is not valid JSON.' },
  'not-signed-in': { status: 401, level: 'debug', message: 'Sign in first, or send a valid key.' },
  'wrong-credentials': { status: 401, level: 'info', message: 'E-mail or password is wrong.' },
  'bad-signature': { status: 401, level: 'info', message: 'The signature of the identity does not match.' },
  'not-allowed': { status: 403, level: 'info', message: 'Your role does not allow this.' },
  'not-found': { status: 404, level: 'debug', message: 'There is no such thing here.' },
  conflict: { status: 409, level: 'debug', message: 'That is already so, or something came first.' },
  'already-held': { status: 409, level: 'debug', message: 'Somebody else holds this conversation.' },
  'not-holder': { status: 409, level: 'debug', message: 'Take the conversation over before you reply.' },
  closed: { status: 409, level: 'debug', message: 'The conversation is closed.' },
  'last-owner': { status: 409, level: 'debug', message: 'A company needs an owner: make somebody else one first.' },
  'no-room': { status: 409, level: 'debug', message: 'This person has no room for another conversation.' },
  'slot-taken': { status: 409, level: 'debug', message: 'This time cannot be promised any more; choose another.' },
  'no-such-skill': { status: 409, level: 'debug', message: 'Nobody of the team has this skill.' },
  'off-duty': { status: 409, level: 'debug', message: 'This person is not on duty.' },
  'second-person': { status: 409, level: 'info', message: 'Somebody else must approve this.' },
  'not-tried': { status: 409, level: 'debug', message: 'The draft has not been tried on the own past against the version in force.' },
  unfair: { status: 409, level: 'info', message: 'Groups of customers would be served too differently.' },
  'too-large': { status: 413, level: 'debug', message: 'The request is too large.' },
  'wrong-type': { status: 415, level: 'debug', message: 'Send JSON with the content type application/json.' },
  'wrong-file': { status: 415, level: 'debug', message: 'Files of this kind are not taken.' },
  'too-many-files': { status: 409, level: 'info', message: 'This customer has sent as many files as are kept.' },
  'too-many': { status: 429, level: 'info', message: 'Too many requests; wait a little.' },
  internal: { status: 500, level: 'error', message: 'Something went wrong here; it has been noted.' },
  unavailable: { status: 503, level: 'warn', message: 'This cannot be stored just now; nothing was lost, send it again.' },
} as const

export type RefusalCode = keyof typeof refusals
export const refusalCodes = Object.keys(refusals) as RefusalCode[]

/** Thrown where a request ends; becomes the one shape of `contract/shapes.ts` Problem. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly details: { path: string; message: string }[] | undefined
  constructor(code: RefusalCode, details?: { path: string; message: string }[]) {
    super(refusals[code].message)
    this.code = code
    this.details = details
  }
}

export const refuse = (code: RefusalCode, details?: { path: string; message: string }[]): never => {
  throw new Refusal(code, details)
}

/** What of the world outside went wrong, as one of our codes. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const thrown = error as { code?: string; statusCode?: number; validation?: { instancePath?: string; message?: string }[] }
  if (thrown.validation) return toBadInput(thrown.validation)
  const known = byCode[thrown.code ?? '']
  if (known) return new Refusal(known)
  if (isDatabaseAway(thrown.code)) return new Refusal('unavailable')
  if (thrown.statusCode && thrown.statusCode >= 400 && thrown.statusCode < 500) return new Refusal(byStatus[thrown.statusCode] ?? 'bad-input')
  return new Refusal('internal', undefined)
}

/** A rule of a schema may name a refusal in its message; then it is that one. */
function toBadInput(wrong: readonly { instancePath?: string; message?: string }[]): Refusal {
  const codes = wrong.map(({ message }) => refusalCodes.find((code) => code === message))
  return new Refusal(
    codes[0] ?? 'bad-input',
    wrong.map(({ instancePath, message = '' }, nth) => {
      const code = codes[nth]
      return { path: path(instancePath), message: code ? refusals[code].message : inWords(message) }
    }),
  )
}

/** Nobody outside has to read our patterns. */
const inWords = (message: string) => (message.includes('must match pattern') ? 'is not written in the expected form' : message)

export const statusOf = (code: RefusalCode) => refusals[code].status
export const levelOf = (code: RefusalCode) => refusals[code].level

const byCode: Record<string, RefusalCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'broken-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'broken-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-input',
  // PostgreSQL keeps neither null characters nor unpaired surrogates, wherever in a value they stand.
  '22021': 'bad-input',
  '22P05': 'bad-input',
  // A value that is none of its type, and a row that is there already.
  '22P02': 'bad-input',
  '23505': 'conflict',
}
const byStatus: Record<number, RefusalCode> = { 404: 'not-found', 413: 'too-large', 415: 'wrong-type', 429: 'too-many' }

/** Connection refused or lost, server starting or stopping, disk full, too many connections, statement time-out, a dead-lock resolved against us. */
function isDatabaseAway(code: string | undefined): boolean {
  if (!code) return false
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'].includes(code) || /^(08|40|53|57)/.test(code)
}

const path = (pointer: string | undefined) => (pointer ?? '').replace(/^\//, '').replaceAll('/', '.')

/** What went wrong, for a log or a record: of an error, its message; of anything else, what it says. */
export const messageOf = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error))
