import type { FastifyRequest } from 'fastify'
import { addressHeader } from './auth.ts'
import type { Api } from './http.ts'

/** Sign-in by password, link and TOTP is the library's own; it hears every request below /auth/. */
export function signInRoutes(api: Api): void {
  const { server, platform } = api
  server.route({
    method: ['GET', 'POST'],
    url: '/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const answer = await platform.auth.handler(toWebRequest(request))
      for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
      return reply.code(answer.status).send(answer.body ? Buffer.from(await answer.arrayBuffer()) : null)
    },
  })
}

function toWebRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value))
  headers.set(addressHeader, request.ip)
  const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : null
  return new Request(new URL(request.url, `${request.protocol}://${request.host}`), { method: request.method, headers, body })
}
