import { z } from 'zod'
import { HandoverCard } from '../../contract/assist.ts'
import { Id } from '../../contract/shapes.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { findCard } from './card.ts'
import { findHandover } from './store.ts'

const ConversationPath = z.strictObject({ id: Id })

export function routes(api: Api): void {
  api.get(
    '/v1/conversations/:id/handover',
    'read',
    { says: 'Everything at hand for the person who takes over.', params: ConversationPath, answer: HandoverCard },
    ({ account, read, params }) =>
      read(async (db) => (await findHandover(db, account, params.id)) ?? (await findCard(db, account, params.id)) ?? refuse('not-found')),
  )
}
