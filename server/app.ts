import * as assist from './assist/routes.ts'
import * as channels from './channels/routes.ts'
import * as conversations from './conversations/routes.ts'
import * as customers from './customers/routes.ts'
import * as demo from './demo/routes.ts'
import * as inbox from './inbox/routes.ts'
import { docsRoutes } from './integrations/docs.ts'
import * as integrations from './integrations/routes.ts'
import { settingsRoutes } from './integrations/settings-routes.ts'
import * as knowledge from './knowledge/routes.ts'
import * as learning from './learning/routes.ts'
import { reportRoutes } from './metrics/report-routes.ts'
import * as metrics from './metrics/routes.ts'
import { findFirstAccount } from './platform/accounts.ts'
import { healthRoutes } from './platform/health.ts'
import { type Api, makeHttp } from './platform/http.ts'
import { servePages } from './platform/pages.ts'
import type { Platform } from './platform/platform.ts'
import { signInRoutes } from './platform/sign-in.ts'
import * as routing from './routing/routes.ts'
import * as team from './team/routes.ts'
import { auditRoutes } from './trust/audit.ts'
import * as trust from './trust/routes.ts'
import * as understanding from './understanding/routes.ts'
import * as value from './value/routes.ts'
import * as web from './web/routes.ts'

/** The HTTP server with the routes of every slice. */
export async function makeApp(platform: Platform): Promise<Api> {
  const api = await makeHttp(platform)
  healthRoutes(api)
  signInRoutes(api)
  for (const slice of [
    channels,
    web,
    inbox,
    conversations,
    customers,
    understanding,
    value,
    team,
    routing,
    knowledge,
    assist,
    metrics,
    learning,
    trust,
    integrations,
    demo,
  ])
    slice.routes(api)
  reportRoutes(api)
  settingsRoutes(api)
  auditRoutes(api)
  docsRoutes(api)
  await servePages(api.server, async () => (await findFirstAccount(platform.database))?.site)
  return api
}
