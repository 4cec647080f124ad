import { z } from 'zod'
import { Desk, TransferAnswer, type TransferView, TransferWish } from '../../contract/queue.ts'
import { Id } from '../../contract/shapes.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { listTransfers, type TransferRow } from '../queue/transfer-store.ts'
import { answerTransfer, askColleague, withdrawTransfer } from '../queue/transfers.ts'
import { findWrapUp } from '../team/holding-store.ts'

const ById = z.strictObject({ id: Id })

/** Into a colleague's hands, when they say yes. */
export function transferRoutes(api: Api): void {
  api.get('/v1/me/desk', 'serve', { says: 'What waits for one’s own hand, beside the conversations.', answer: Desk }, ({ account, person, read }) =>
    read((db) => viewDesk(db, account, person || refuse('not-allowed'))),
  )

  api.post(
    '/v1/conversations/:id/transfer',
    'serve',
    { says: 'Asks a colleague to take over; until they say yes the holder keeps it.', params: ById, body: TransferWish, status: 204 },
    async ({ act, params, body, person }) => {
      await act((work) => askColleague(work, { conversation: params.id, from: person, to: body.person, note: body.note?.trim() || null }))
    },
  )

  api.put(
    '/v1/conversations/:id/transfer',
    'serve',
    { says: 'The colleague takes it over, or does not.', params: ById, body: TransferAnswer, status: 204 },
    async ({ act, params, body, person }) => {
      await act((work) => answerTransfer(work, params.id, person, body.accept))
    },
  )

  api.delete(
    '/v1/conversations/:id/transfer',
    'serve',
    { says: 'The holder keeps it after all.', params: ById, status: 204 },
    async ({ act, params, person }) => {
      await act((work) => withdrawTransfer(work, params.id, person))
    },
  )
}

async function viewDesk(db: Db, account: string, person: string): Promise<Desk> {
  const asked = await listTransfers(db, account, person)
  const wrapUp = await findWrapUp(db, account, person)
  return {
    wrapUpUntil: wrapUp?.toISOString() ?? null,
    incoming: asked.filter(({ to }) => to === person).map(view),
    outgoing: asked.filter(({ from }) => from === person).map(view),
  }
}

function view({ id, conversation, number, name, from, fromName, to, toName, note, answerBy }: TransferRow): TransferView {
  return {
    id,
    conversation,
    number,
    customer: name,
    from: { id: from, name: fromName },
    to: { id: to, name: toName },
    note,
    answerBy: answerBy.toISOString(),
  }
}
