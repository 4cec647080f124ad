import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { toLanguage } from '../../core/language.ts'
import { say } from './words.ts'

const build = join(import.meta.dirname, '../../build')

/** No inline script, nothing from elsewhere, no string that becomes HTML; styles may be inline because the component library writes them (C01). */
const policy = (host: string, framedBy = "'none'") =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${sockets(host)}`,
    `frame-ancestors ${framedBy}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')

/** Older browsers do not count a web socket of the same host as 'self'. The host is what the request says: nothing else may come in by it. */
const sockets = (host: string) => (/^[\w.-]+(:\d+)?$/.test(host) ? `ws://${host} wss://${host}` : '')

/** Serves the two browser bundles and the demo shop. Files with a hash in their name are kept for ever, the others asked for anew. */
export async function servePages(server: FastifyInstance, findSite: () => Promise<string | undefined>): Promise<void> {
  const pages: [string, string][] = [
    ['/console/', 'console'],
    ['/widget/', 'widget'],
    ['/shop/', 'shop'],
  ]
  for (const [prefix, folder] of pages) {
    if (!existsSync(join(build, folder))) continue
    await server.register(files, {
      root: join(build, folder),
      prefix,
      decorateReply: false,
      wildcard: false,
      index: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) =>
        reply.header('cache-control', /-[\w-]{8}\.\w+(\.gz)?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
  }
  server.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console/'))
  server.get('/widget.js', { schema: { hide: true } }, (_request, reply) => sendPacked(reply, 'widget/widget.js', 'text/javascript; charset=utf-8'))
  server.get('/console/*', { schema: { hide: true } }, (request, reply) => {
    // A file of an older build is gone: say so, instead of sending a page that is no script.
    if (/\.\w+$/.test(request.url.split('?')[0] ?? '')) return reply.callNotFound()
    return sendText(reply, 'console/index.html', 'text/html; charset=utf-8', (html) => (hasSession(request) ? saysSession(html) : html))
  })
  server.get('/console', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console/'))
  server.get('/try', { schema: { hide: true } }, (request, reply) => reply.redirect(`/try/${request.url.slice('/try'.length)}`))
  server.get<{ Querystring: { site?: string; language?: string } }>('/try/', { schema: { hide: true } }, async ({ query }, reply) => {
    // What is asked for goes into the page only where it can be nothing but a key.
    const site = /^[\w-]{1,64}$/.exec(query.site ?? '')?.[0] ?? (await findSite()) ?? ''
    const language = toLanguage(query.language) ?? 'en'
    const words = { SITE: site, LANGUAGE: language, TITLE: say(language, 'first-run:try.title'), TEXT: say(language, 'first-run:try.text') }
    return sendText(
      reply,
      'widget/try.html',
      'text/html; charset=utf-8',
      (html) =>
        html
          .replace('<html lang="en">', `<html lang="${language}">`)
          .replace(/%(SITE|LANGUAGE|TITLE|TEXT)%/g, (_, name: keyof typeof words) => words[name]),
      "'self'",
    )
  })
  server.get('/shop', { schema: { hide: true } }, (request, reply) => reply.redirect(`/shop/${request.url.slice('/shop'.length)}`))
  server.get('/shop/', { schema: { hide: true } }, async (_request, reply) => {
    const site = await findSite()
    return sendText(reply, 'shop/shop.html', 'text/html; charset=utf-8', (html) => html.replaceAll('%SITE%', site ?? ''))
  })
}

/** Whether somebody seems to be signed in: a guess that opens nothing. By it the page asks for all it needs at once, instead of asking first who it is. */
const hasSession = (request: FastifyRequest) => /\bsession_token=/.test(request.headers.cookie ?? '')
const saysSession = (html: string) => html.replace('<html ', '<html data-session ')

/** The copy that was packed when it was built, to whoever reads one. */
async function sendPacked(reply: FastifyReply, path: string, type: string): Promise<FastifyReply> {
  const packed = join(build, `${path}.gz`)
  reply.header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(String(reply.request.headers['accept-encoding'] ?? '')) || !existsSync(packed)) return sendText(reply, path, type)
  return reply.header('content-encoding', 'gzip').header('cache-control', 'no-cache').type(type).send(readFileSync(packed))
}

async function sendText(
  reply: FastifyReply,
  path: string,
  type: string,
  change: (text: string) => string = (text) => text,
  framedBy?: string,
): Promise<FastifyReply> {
  const file = join(build, path)
  if (!existsSync(file)) return reply.code(404).type('text/plain').send(`${path} has not been built: run npm start.\n`)
  return reply
    .header('content-security-policy', policy(reply.request.host, framedBy))
    .header('cache-control', 'no-cache')
    .type(type)
    .send(change(readFileSync(file, 'utf8')))
}
