import { createHash } from 'node:crypto'
import type { Api } from '../platform/http.ts'
import { plainHtml } from '../platform/plain-html.ts'
import { describe, type Schema } from './schema-words.ts'

/** Row 42: the whole API as OpenAPI, from the schemas that check the requests, and as a page that needs nothing else. */
export function docsRoutes(api: Api): void {
  let page: string | undefined
  api.get('/openapi.json', 'anyone', { says: 'This API as an OpenAPI 3.1 document.' }, async ({ reply }) => {
    reply.header('access-control-allow-origin', '*')
    return api.server.swagger()
  })
  api.get('/docs', 'anyone', { says: 'This API as a page to read.' }, async ({ reply }) => {
    page ??= render(api.server.swagger() as unknown as OpenApi)
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).header('cache-control', 'no-cache')
    return page
  })
}

interface Body {
  content?: { [type: string]: { schema?: Schema } }
}

interface Operation {
  summary?: string
  tags?: string[]
  security?: { [scheme: string]: string[] }[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  requestBody?: Body
  responses?: { [status: string]: Body }
  'x-permission'?: string
}

interface OpenApi {
  info: { title: string; description?: string }
  paths?: { [path: string]: { [method: string]: Operation } }
}

interface Route extends Operation {
  method: string
  path: string
}

function render(document: OpenApi): string {
  const routes = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Route => ({ ...operation, method: method.toUpperCase(), path })),
  )
  const groups = [...Map.groupBy(routes, groupOf)].sort(([a], [b]) => a.localeCompare(b))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainHtml(document.info.title)} API</title><style>${style}</style></head><body>
<nav aria-label="Parts of the API"><strong>${plainHtml(document.info.title)} API</strong><ul>
${groups.map(([tag, all]) => `<li><a href="#${plainHtml(tag)}">${plainHtml(tag)}<span>${all.length}</span></a></li>`).join('\n')}
</ul></nav>
<main><header><h1>${plainHtml(document.info.title)} API</h1><p>${plainHtml(document.info.description ?? '')}</p>
<p>Scripts send an API key as <code>Authorization: Bearer KEY</code>. For tools: <a href="openapi.json">openapi.json</a>.</p></header>
${groups.map(([tag, all]) => `<section aria-labelledby="${plainHtml(tag)}"><h2 id="${plainHtml(tag)}">${plainHtml(tag)}</h2>${all.map(renderRoute).join('\n')}</section>`).join('\n')}
</main></body></html>`
}

/** What belongs together for who reads, where the first word of the path alone would scatter it. */
function groupOf({ path, tags }: Route): string {
  if (path.startsWith('/w/')) return 'widget'
  if (/^\/v1\/(identify|track|page|batch)$/.test(path)) return 'events'
  return path.startsWith('/v1/') ? (tags?.[0] ?? 'server') : 'server'
}

function renderRoute(route: Route): string {
  const path = plainHtml(route.path).replace(/\{[^}]+\}/g, (part) => `<em>${part}</em>`)
  return `<article><h3><b class="${route.method.toLowerCase()}">${route.method}</b> <code>${path}</code></h3>
<p>${plainHtml(route.summary ?? '')}</p><p class="who">${plainHtml(whoMay(route))}</p>${renderParameters(route)}${renderBody('Request', route.requestBody)}${Object.entries(
    route.responses ?? {},
  )
    .filter(([status]) => status.startsWith('2'))
    .map(([status, body]) => renderBody(`Answer ${status}`, body))
    .join('')}</article>`
}

const words: Record<string, string> = {
  anyone: 'open to anyone',
  visitor: "a widget's token",
  events: 'an API key for events',
  read: 'everybody of the team, or an API key that reads',
  serve: 'people who serve',
  lead: 'leads and owners',
  own: 'owners',
}

function whoMay(route: Route): string {
  const told = words[route['x-permission'] ?? '']
  if (told) return told
  const schemes = (route.security ?? []).flatMap((scheme) => Object.keys(scheme))
  if (schemes.length === 0) return 'open to anyone'
  if (schemes.includes('visitor')) return "a widget's token"
  return schemes.includes('session') ? 'people who are signed in, or an API key, as far as their role allows' : 'an API key for events'
}

function renderParameters({ parameters = [] }: Route): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    ({ name, in: place, required, schema }) => `${name}${required ? '' : '?'}: ${describe(schema)}${place === 'path' ? '' : `   in the ${place}`}`,
  )
  return renderDetails('Parameters', rows.join('\n'))
}

function renderBody(title: string, body: Body | undefined): string {
  const schema = body?.content?.['application/json']?.schema
  return schema ? renderDetails(title, describe(schema)) : ''
}

const renderDetails = (title: string, text: string) =>
  `<details><summary>${plainHtml(title)}</summary><pre tabindex="0">${plainHtml(text)}</pre></details>`

const style = `
:root{color-scheme:light dark;--canvas:light-dark(#f3f1ee,#151213);--surface:light-dark(#fffefd,#1f1b1d);--sunken:light-dark(#f8f6f3,#1a1718);--line:light-dark(#e6e1dc,#352f32);
--ink:light-dark(#231d1f,#f1ebeb);--ink-2:light-dark(#544a4d,#c8bdc0);--ink-3:light-dark(#6b6063,#a5999c);--person:light-dark(#71234f,#e5a9cb);--focus:light-dark(#1d5fd1,#8ab8ff);
--get:light-dark(#3a5469,#aac6db);--make:light-dark(#27633f,#8fd0aa);--change:light-dark(#814c00,#edbb6c);--end:light-dark(#9c3519,#f3a78f)}
*{box-sizing:border-box}html{scroll-padding-top:16px}
body{margin:0;background:var(--canvas);color:var(--ink);font:400 15px/1.55 Inter,system-ui,sans-serif;display:grid;grid-template-columns:220px minmax(0,1fr)}
a{color:var(--person);text-underline-offset:3px}:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
code,pre,h3 b{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace}code{font-size:.92em}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:28px 16px}nav strong{padding:0 10px;color:var(--person)}nav ul{list-style:none;margin:14px 0 0;padding:0}
nav a{display:flex;justify-content:space-between;padding:5px 10px;border-radius:8px;text-decoration:none;color:var(--ink-2);font-size:14px}nav a:hover{background:var(--line);color:var(--ink)}
nav span{color:var(--ink-3);font-size:12px;font-variant-numeric:tabular-nums}main{max-width:900px;padding:28px 32px 80px}
h1{font-size:30px;line-height:1.2;letter-spacing:-.02em;margin:0 0 8px}header p{color:var(--ink-2);max-width:62ch;margin:6px 0}
h2{font-size:20px;letter-spacing:-.01em;margin:40px 0 12px}article{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:14px 18px;margin:0 0 10px}
h3{font-size:15px;font-weight:500;margin:0;overflow-wrap:anywhere}h3 b{display:inline-block;min-width:56px;font-size:12px;letter-spacing:.04em}h3 em{font-style:normal;color:var(--ink-3)}
.get{color:var(--get)}.post{color:var(--make)}.put,.patch{color:var(--change)}.delete{color:var(--end)}article p{margin:4px 0 0}.who{font-size:13px;color:var(--ink-3)}
details{margin-top:8px}summary{cursor:pointer;font-size:13px;color:var(--ink-2);width:fit-content}pre{margin:8px 0 2px;padding:12px 14px;background:var(--sunken);border:1px solid var(--line);border-radius:8px;overflow:auto;font-size:12.5px;line-height:1.6}
@media(max-width:760px){body{display:block}nav{position:static;height:auto;padding:16px 16px 0}nav ul{display:flex;flex-wrap:wrap;gap:2px}nav span{display:none}main{padding:16px 16px 60px}}
@media print{nav{display:none}body{display:block}}`

/** Nothing may run or be loaded on this page but its own style. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
