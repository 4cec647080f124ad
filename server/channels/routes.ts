import { z } from 'zod'
import { Appearance, AppearanceView, WidgetAppearance } from '../../contract/channels.ts'
import { Words } from '../../contract/shapes.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { accountOfSite } from '../platform/secrets.ts'
import { changeAppearance, forWidget, houseAppearance } from './appearance.ts'
import { findAppearance, listAppearanceVersions } from './store.ts'

export function routes(api: Api): void {
  const { database } = api.platform

  api.get(
    '/w/appearance',
    'anyone',
    { says: 'How the widget of this site looks.', query: z.strictObject({ site: Words(64).min(1) }), answer: WidgetAppearance, perMinute: 1200 },
    async ({ query, reply }) => {
      const account = (await accountOfSite(database, query.site)) ?? refuse('not-found')
      const appearance = await database.inAccount(account, (db) => findAppearance(db, account))
      reply.header('cache-control', 'public, max-age=60')
      return forWidget(appearance ?? houseAppearance)
    },
  )

  api.get('/v1/appearance', 'read', { says: 'How the widget looks, and who changed it.', answer: AppearanceView }, ({ account, read }) =>
    read((db) => view(db, account)),
  )

  api.put(
    '/v1/appearance',
    'lead',
    { says: 'Changes how the widget looks, as a new version.', body: Appearance, answer: AppearanceView },
    ({ account, act, body, person }) =>
      act(async (work) => {
        await changeAppearance(work, body, person || null)
        return view(work.db, account)
      }),
  )
}

async function view(db: Db, account: string): Promise<z.input<typeof AppearanceView>> {
  const versions = await listAppearanceVersions(db, account)
  return {
    appearance: (await findAppearance(db, account)) ?? houseAppearance,
    versions: versions.map(({ at, ...version }) => ({ ...version, at: at.toISOString() })),
  }
}
