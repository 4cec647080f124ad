import { z } from 'zod'
import { NewReport, NewSavedView, ReportList, SavedViews } from '../../contract/metrics.ts'
import { Id } from '../../contract/shapes.ts'
import { findAccount } from '../platform/accounts.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { plainHtml } from '../platform/plain-html.ts'
import { isSame } from '../platform/secrets.ts'
import { say } from '../platform/words.ts'
import { findZone } from '../team/preferences.ts'
import { findPerson } from '../team/store.ts'
import { type ListedReport, listReports, lockReport, removeReport } from './report-store.ts'
import { startReport } from './reports.ts'
import { listViews, removeView, saveView } from './views.ts'

const ById = z.strictObject({ id: Id })
const Made = z.strictObject({ id: Id })

/** What a person keeps of the results: looks to come back to, and reports by e-mail. */
export function reportRoutes(api: Api): void {
  viewRoutes(api)
  mailRoutes(api)
  stopRoutes(api)
}

function viewRoutes(api: Api): void {
  api.get(
    '/v1/results/views',
    'read',
    { says: 'Saved looks at the results: one’s own, and shared ones.', answer: SavedViews },
    ({ account, person, read }) => read(async (db) => ({ views: await listViews(db, account, onlyPeople(person)) })),
  )
  api.post(
    '/v1/results/views',
    'read',
    { says: 'Saves a look at the results, for oneself or for everybody.', body: NewSavedView, answer: Made, status: 201 },
    async ({ account, person, act, body }) => ({ id: await act(({ db }) => saveView(db, account, onlyPeople(person), body)) }),
  )
  api.delete(
    '/v1/results/views/:id',
    'read',
    { says: 'Forgets one’s own look.', params: ById, status: 204 },
    async ({ account, person, act, params }) => {
      if (!person || !(await act(({ db }) => removeView(db, account, person, params.id)))) refuse('not-found')
    },
  )
}

function mailRoutes(api: Api): void {
  api.get('/v1/results/reports', 'read', { says: 'One’s reports by e-mail.', answer: ReportList }, ({ account, person, read }) =>
    read(async (db) => {
      const { email } = (await findPerson(db, account, onlyPeople(person))) ?? refuse('not-found')
      const timeZone = await findZone(db, account, person)
      return { email, timeZone, canSend: api.platform.mailer.ready, reports: (await listReports(db, account, person)).map(view) }
    }),
  )
  api.post(
    '/v1/results/reports',
    'read',
    { says: 'Sends one’s results by e-mail, daily or weekly, at an hour of one’s own day.', body: NewReport, answer: Made, status: 201 },
    async ({ account, person, act, body }) => ({
      id: await act(async (work) => {
        if ((await listReports(work.db, account, onlyPeople(person))).length >= mostReports) refuse('too-many')
        return startReport(work, { ...body, person })
      }),
    }),
  )
  api.delete('/v1/results/reports/:id', 'read', { says: 'Ends a report.', params: ById, status: 204 }, async ({ account, person, act, params }) => {
    if (!person || !(await act(({ db }) => removeReport(db, account, params.id, person)))) refuse('not-found')
  })
}

const mostReports = 10

/** A key is nobody: it reads no mail. */
const onlyPeople = (person: string) => person || refuse('not-allowed')

function view({ person: _, stop: __, nextAt, lastAt, lastSent, lastError, ...report }: ListedReport) {
  const last = lastAt && { at: lastAt.toISOString(), sent: lastSent, error: lastError }
  return { ...report, nextAt: nextAt.toISOString(), last }
}

const StopPath = z.strictObject({ account: Id, report: Id, proof: z.string().regex(/^[0-9a-f]{64}$/) })

/** The link in a mail opens a page with one button; mail programs press it by themselves (RFC 8058), people see what they do. */
function stopRoutes({ server, platform }: Api): void {
  void server.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
      payload.resume()
      done(null, undefined)
    })
    const schema = { hide: true }
    scope.get('/reports/:account/:report/:proof', { schema }, async (request, reply) => {
      const link = await check(request.params)
      return reply
        .type('text/html; charset=utf-8')
        .headers(bare)
        .send(await pageFor(link.account, 'ask'))
    })
    scope.post('/reports/:account/:report/:proof', { schema }, async (request, reply) => {
      const link = await check(request.params)
      await platform.act(link.account, ({ db }) => removeReport(db, link.account, link.report, null))
      return reply
        .type('text/html; charset=utf-8')
        .headers(bare)
        .send(await pageFor(link.account, 'done'))
    })
  })

  async function check(params: unknown) {
    const link = StopPath.safeParse(params)
    if (!link.success) return refuse('not-found')
    const { account, report: id, proof } = link.data
    const report = await platform.database.inAccount(account, (db) => lockReport(db, account, id))
    return report && isSame(proof, report.stop) ? link.data : refuse('not-found')
  }

  async function pageFor(account: string, step: 'ask' | 'done'): Promise<string> {
    const { language, name } = await platform.database.inAccount(account, (db) => findAccount(db, account))
    const words = (key: string) => plainHtml(say(language, `metrics:report.stop.${key}`, { account: name }))
    const body = step === 'ask' ? `<p>${words('ask')}</p><form method="post"><button>${words('button')}</button></form>` : `<p>${words('done')}</p>`
    return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sambut</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:36rem;margin:12vh auto;padding:0 1.5rem;color:#231d1f;background:#f4f1ee}button{font:inherit;padding:.5rem 1.2rem;border:0;border-radius:8px;background:#71234f;color:#fff}</style></head>
<body><h1>Sambut</h1>${body}</body></html>`
  }
}

const bare = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
}
