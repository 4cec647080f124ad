import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '../../contract/shapes.ts'
import { audited, isAudited, type StateReader } from './audit.ts'
import { keyPermissions, type Permission, permissions, type SignedIn } from './auth.ts'
import { type Db, sql } from './db.ts'
import { levelOf, Refusal, refuse, statusOf, toRefusal } from './errors.ts'
import type { Work } from './events.ts'
import type { Platform } from './platform.ts'
import { readAccountToken } from './secrets.ts'

export interface Visitor {
  account: string
  visitor: string
  customer: string
}

type Schema = z.ZodType
type Out<S> = S extends z.ZodType ? z.output<S> : undefined

export interface Shape<P, Q, B, A> {
  says: string
  params?: P
  query?: Q
  body?: B
  answer?: A
  status?: number
  /** Bytes of the largest body; 256 kB unless told. */
  bodyLimit?: number
  /** Requests a minute of one visitor or address. */
  perMinute?: number
}

/** What a handler gets: the checked parts of the request, who asks, and the two ways to the database. */
export interface Call<P, Q, B> {
  params: Out<P>
  query: Out<Q>
  body: Out<B>
  account: string
  /** The person who is signed in; routes for `serve` and above have one. */
  person: string
  role: SignedIn['role'] | 'key' | 'visitor' | 'anyone'
  visitor: Visitor
  read: <T>(run: (db: Db) => Promise<T>) => Promise<T>
  act: <T>(run: (work: Work) => Promise<T>) => Promise<T>
  request: FastifyRequest
  reply: FastifyReply
}

export interface Api {
  platform: Platform
  server: FastifyInstance
  /** How the things stand that routes change, by route (`PUT /v1/hours`): the audit trail reads them before and after. */
  readers: Map<string, StateReader>
  get: Route
  post: Route
  put: Route
  patch: Route
  delete: Route
}

type Route = <
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  A extends Schema | undefined = undefined,
>(
  path: string,
  permission: Permission,
  shape: Shape<P, Q, B, A>,
  handle: (call: Call<P, Q, B>) => Promise<A extends Schema ? z.input<A> : unknown>,
) => void

/** The HTTP server with everything that holds for all routes: errors, limits, headers, OpenAPI. Slices add their routes. */
export async function makeHttp(platform: Platform): Promise<Api> {
  const server = Fastify({
    bodyLimit: 256 * 1024,
    // The proxies that the operator counted, and no more: what stands further left in X-Forwarded-For anybody may have written (C29).
    trustProxy: platform.config.publicUrl !== null && ((_address, hop) => hop < platform.config.proxies),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    // An address that cannot be read is refused before any route is found.
    frameworkErrors: (error, request, reply) => answerRefusal(platform, error, request, reply),
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  await server.register(cookie)
  await server.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: false, crossOriginEmbedderPolicy: false })
  const admitted = new WeakMap<FastifyRequest, Awaited<ReturnType<typeof admit>>>()
  // A visitor by who they are, everybody else by their address (C29): a header that anybody may write counts for nothing.
  const whoIsCounted = (request: FastifyRequest) => admitted.get(request)?.visitor.visitor || request.ip
  await server.register(rateLimit, { global: false, keyGenerator: whoIsCounted })
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Sambut',
        version: '1',
        description: 'The whole contact centre over HTTP. Times are ISO 8601, money is in the currency of the account.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
          key: { type: 'http', scheme: 'bearer' },
          visitor: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
  server.setErrorHandler((error, request, reply) => answerRefusal(platform, error, request, reply))
  server.setNotFoundHandler((request, reply) => answerRefusal(platform, new Refusal('not-found'), request, reply))
  openToAnyOrigin(server)
  // Files come as they are; a route that expects JSON refuses them by its schema.
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  const readers: Api['readers'] = new Map()
  return { platform, server, readers, get: adder('GET'), post: adder('POST'), put: adder('PUT'), patch: adder('PATCH'), delete: adder('DELETE') }

  function adder(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'): Route {
    return (path, permission, shape, handle) => {
      const { says, params, query, body, answer, status = 200, perMinute, bodyLimit } = shape
      server.route({
        method,
        url: path,
        ...(bodyLimit !== undefined && { bodyLimit }),
        config: perMinute === undefined ? {} : { rateLimit: { max: perMinute, timeWindow: 60_000 } },
        schema: {
          summary: says,
          tags: [path.split('/')[2] ?? 'sambut'],
          security: securityOf(permission),
          ...{ 'x-permission': permission },
          ...(params && { params }),
          ...(query && { querystring: query }),
          ...(body && { body }),
          response: { ...answers(status, answer), '4xx': Problem, '5xx': Problem },
        },
        // Before the body is read: a stranger learns nothing of what a route expects. And before the count, which asks who was admitted.
        onRequest: async (request) => {
          admitted.set(request, await admit(platform, permission, request))
        },
        handler: async (request, reply) => {
          const who = admitted.get(request) ?? refuse('not-signed-in')
          const call = {
            params: request.params,
            query: request.query,
            body: request.body,
            ...who,
            read: <T>(run: (db: Db) => Promise<T>) => platform.database.inAccount(who.account, run),
            act: <T>(run: (work: Work) => Promise<T>) =>
              platform.act(who.account, (work) =>
                isAudited(method, permission) ? audited(work, asked(request, who), readers.get(`${method} ${path}`), run) : run(work),
              ),
            request,
            reply,
          } as Parameters<typeof handle>[0]
          const result = await handle(call)
          if (reply.sent || reply.raw.headersSent) return reply
          return reply.code(reply.statusCode === 200 ? status : reply.statusCode).send(result ?? null)
        },
      })
    }
  }
}

/** A checked request as the audit trail keeps it. */
function asked(request: FastifyRequest, { person, key }: { person: string; key: string | null }) {
  return {
    method: request.method,
    path: request.routeOptions.url ?? '',
    params: Object(request.params) as Record<string, string>,
    body: request.body,
    person,
    key,
  }
}

/** What a route answers when all is well; 204 says nothing, and that is said too. */
function answers(status: number, answer: Schema | undefined): Record<number, Schema> {
  if (answer) return { [status]: answer }
  return status === 204 ? { 204: z.null().describe('Done.') } : {}
}

/** Widgets live on pages that are not ours: `/w/` and event collection answer any origin, without cookies. */
function openToAnyOrigin(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const open = path.startsWith('/w/') || path.startsWith('/widget') || /^\/v1\/(identify|track|page|batch)$/.test(path)
    if (!open) return
    reply.header('access-control-allow-origin', '*').header('access-control-max-age', '86400')
    if (request.method !== 'OPTIONS') return
    return reply
      .header('access-control-allow-methods', 'GET, POST, PUT, DELETE')
      .header('access-control-allow-headers', 'authorization, content-type')
      .code(204)
      .send()
  })
}

async function admit(platform: Platform, permission: Permission, request: FastifyRequest) {
  const nobody = { account: '', person: '', key: null, role: 'anyone' as const, visitor: { account: '', visitor: '', customer: '' } }
  if (permission === 'anyone') return nobody
  if (permission === 'visitor') return { ...nobody, ...(await admitVisitor(platform, request)) }
  const key = keyOf(request.headers.authorization)
  if (key) return { ...nobody, ...(await admitKey(platform, permission, key)) }
  const who = await platform.whoIsIt(request.headers.cookie)
  if (!who) return refuse('not-signed-in')
  if (!isFromOurPage(request)) return refuse('not-allowed')
  if (!permissions[who.role].includes(permission)) return refuse('not-allowed')
  return { ...nobody, account: who.account, person: who.person, role: who.role }
}

async function admitVisitor(platform: Platform, request: FastifyRequest) {
  const token = readAccountToken(/^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
  if (!token) return refuse('not-signed-in')
  const found = await platform.database.inAccount(
    token.account,
    async (db) =>
      (
        await sql<{
          id: string
          customer: string
        }>`select id, customer from visitors where account = ${token.account} and token_hash = ${token.hash}`.execute(db)
      ).rows[0],
  )
  if (!found) return refuse('not-signed-in')
  return { account: token.account, role: 'visitor' as const, visitor: { account: token.account, visitor: found.id, customer: found.customer } }
}

async function admitKey(platform: Platform, permission: Permission, key: string) {
  const token = readAccountToken(key)
  if (!token) return refuse('not-signed-in')
  const found = await platform.database.inAccount(
    token.account,
    async (db) =>
      (
        await sql<{ scope: 'events' | 'read' | 'full'; name: string }>`
        update api_keys set used_at = clock_timestamp() where account = ${token.account} and secret_hash = ${token.hash} returning scope, name`.execute(
          db,
        )
      ).rows[0],
  )
  if (!found) return refuse('not-signed-in')
  if (!keyPermissions[found.scope].includes(permission)) return refuse('not-allowed')
  return { account: token.account, role: 'key' as const, key: found.name }
}

/** `Authorization: Bearer KEY`, or as the field's event tools send it: Basic with the key as user name. */
function keyOf(header: string | undefined): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(header ?? '')?.[1]
  if (bearer) return bearer
  const basic = /^Basic (\S+)$/.exec(header ?? '')?.[1]
  return basic && Buffer.from(basic, 'base64').toString('utf8').split(':')[0]
}

/** Against forged requests from other pages (C27): a browser that changes something says where it comes from. */
function isFromOurPage(request: FastifyRequest): boolean {
  const origin = request.headers.origin
  if (request.method === 'GET' || origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}

function answerRefusal(platform: Platform, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = toRefusal(error)
  const level = levelOf(refusal.code)
  const noted = { code: refusal.code, method: request.method, path: request.routeOptions.url, ...(level === 'error' && { error }) }
  platform.log[level](noted, 'a request was refused')
  if (refusal.code === 'unavailable') reply.header('retry-after', '2')
  const { code, message, details } = refusal
  return reply
    .code(statusOf(code))
    .type('application/json')
    .serializer(JSON.stringify)
    .send({ error: { code, message, ...(details && { details }) } })
}

function securityOf(permission: Permission): { [name: string]: string[] }[] {
  if (permission === 'anyone') return []
  if (permission === 'visitor') return [{ visitor: [] }]
  if (permission === 'events') return [{ key: [] }]
  return [{ session: [] }, { key: [] }]
}
