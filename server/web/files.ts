import { z } from 'zod'
import { FileQuery } from '../../contract/channels.ts'
import { Attachment, Id } from '../../contract/shapes.ts'
import { largestFile } from '../../core/conversations/file-kind.ts'
import { findFileOf, findSentFile, removeLoose } from '../conversations/file-store.ts'
import { headersOf, takeFile } from '../conversations/files.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'

const ById = z.strictObject({ id: Id })

/** What customers attach, and how they and the team get it back. Every byte is asked for by somebody who may: there are no open addresses. */
export function fileRoutes(api: Api): void {
  api.post(
    '/w/files',
    'visitor',
    {
      says: 'Takes a file in (application/octet-stream, at most 10 MB) for a message to come.',
      query: FileQuery,
      answer: Attachment,
      status: 201,
      bodyLimit: largestFile,
      perMinute: 40,
    },
    ({ visitor, act, query, request }) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : refuse('wrong-type')
      return act((work) => takeFile(work, { customer: visitor.customer, clientId: query.clientId, name: query.name, bytes }))
    },
  )

  api.get('/w/files/:id', 'visitor', { says: 'A file that this customer sent.', params: ById }, async ({ visitor, read, params, reply }) => {
    const file = (await read((db) => findFileOf(db, visitor.account, visitor.customer, params.id))) ?? refuse('not-found')
    reply.headers(headersOf(file))
    return file.bytes
  })

  api.delete(
    '/w/files/:id',
    'visitor',
    { says: 'Takes back a file that was not sent yet.', params: ById, status: 204 },
    async ({ visitor, act, params }) => {
      const gone = await act(({ db }) => removeLoose(db, visitor.account, visitor.customer, params.id))
      if (!gone) refuse('not-found')
    },
  )

  api.get('/v1/files/:id', 'read', { says: 'A file that a customer sent.', params: ById }, async ({ account, read, params, reply }) => {
    const file = (await read((db) => findSentFile(db, account, params.id))) ?? refuse('not-found')
    reply.headers(headersOf(file))
    return file.bytes
  })
}
