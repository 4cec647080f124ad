import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'

/** A company into which hostile words are carried by every door that takes words. */
export interface Company {
  address: string
  site: string
  /** A key for events: facts about customers come in by it, as from a shop. */
  key: string
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const text = (words: string, most: number) => words.slice(0, most)

/** Carries payloads in as messages, file names, customers, articles, labels, replies, macros and greetings; answers the conversation. */
export async function plant(owner: BrowserContext, { address, site, key }: Company, batch: string[]): Promise<string> {
  const send = async (path: string, data: unknown, headers: Record<string, string> = {}) => {
    const answer = await owner.request.post(`${address}${path}`, { data, headers: { origin: address, ...headers } })
    return answer.ok() ? ((await answer.json()) as Record<string, string>) : answer.status()
  }
  const visit = await send('/w/visits', { site })
  if (typeof visit === 'number') throw new Error(`no visit: ${visit}`)
  const token = visit['token'] ?? ''
  let conversation = ''
  for (const words of batch) {
    const sent = await send('/w/messages', { clientId: randomUUID(), text: text(words, 4000) }, bearer(token))
    // An empty text is refused, and should be; anything else that is refused would only seem to be harmless.
    if (typeof sent !== 'number') conversation = sent['conversation'] ?? conversation
    else if (sent !== 400) throw new Error(`a payload was not taken: ${sent}`)
  }
  const named = []
  for (const words of batch.filter((one) => one.trim() !== '').slice(0, namedOfEach)) {
    const traits = { name: text(words, 190), email: 'a@example.com', note: text(words, 900) }
    named.push(
      await sendFile(owner, address, token, words),
      await send('/v1/identify', { userId: `payload-${randomUUID()}`, traits }, bearer(key)),
      await send('/v1/labels', { name: text(words.trim(), 30), colour: 'plum' }),
      await send('/v1/replies', { shortcut: `x${randomUUID().slice(0, 8)}`, text: text(words, 900), own: false }),
      await send('/v1/macros', { name: text(words.trim(), 40), changes: [{ kind: 'note', text: text(words, 900) }] }),
    )
  }
  const first = batch.find((one) => one.trim() !== '') ?? 'x'
  named.push(
    await send('/v1/articles', { texts: [{ language: 'en', title: text(first, 200), body: text(batch.join('\n\n'), 50_000) }] }),
    await greet(owner, address, first),
  )
  // What is too odd for a name (400) or was named before (409) is refused, and may be.
  const refused = named.filter((answer) => answer !== 400 && answer !== 409 && typeof answer === 'number')
  if (refused.length > 0) throw new Error(`a name was not taken: ${refused.join(', ')}`)
  return conversation
}

/** So many of a batch become names of each kind: a list of thousands would test patience. */
const namedOfEach = 60

/** A text file whose name is the payload, sent with a message. */
async function sendFile(owner: BrowserContext, address: string, token: string, name: string): Promise<number | Record<string, string>> {
  const query = new URLSearchParams({ name: text(name, 200), clientId: randomUUID() })
  const headers = { ...bearer(token), origin: address, 'content-type': 'application/octet-stream' }
  const file = await owner.request.post(`${address}/w/files?${query}`, { data: Buffer.from('only words'), headers })
  if (!file.ok()) return file.status()
  const { id } = (await file.json()) as { id: string }
  const sent = await owner.request.post(`${address}/w/messages`, {
    data: { clientId: randomUUID(), text: '', files: [id] },
    headers: { ...bearer(token), origin: address },
  })
  return sent.status() < 300 ? {} : sent.status()
}

/** The widget greets with it. */
async function greet(owner: BrowserContext, address: string, words: string): Promise<number | Record<string, string>> {
  const { appearance } = (await (await owner.request.get(`${address}/v1/appearance`)).json()) as { appearance: Record<string, unknown> }
  const data = { ...appearance, greeting: { en: text(words, 200) }, launcher: { en: text(words, 40) }, notice: { en: text(words, 300) } }
  const answer = await owner.request.put(`${address}/v1/appearance`, { data, headers: { origin: address } })
  return answer.ok() ? {} : answer.status()
}

/** Dialogs, foreign requests, refused scripts: signs that something ran or wanted to. */
export function watch(page: Page): string[] {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`a dialog opened: ${dialog.message().slice(0, 80)}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (['http:', 'https:'].includes(url.protocol) && !['localhost', '127.0.0.1'].includes(url.hostname)) seen.push(`reached out to ${url.host}`)
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted(HTML|Script)/.test(message.text()))
      seen.push(`the policy had to stop something: ${message.text().slice(0, 160)}`)
  })
  return seen
}

/** Elements that only markup of a customer could have made. */
export async function traces(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean)]
    const foreign = roots.flatMap((root) => [...root.querySelectorAll('#main script, #main iframe, #main object, #main embed, #main form[action], #main base, #main meta, .log script, .log iframe, .log img[src^="http"], #main [onerror], #main [onload], #main [onclick], #main a[href^="javascript:" i], .log a[href^="javascript:" i]')])
    return [...foreign.map((element) => 'a foreign ' + element.outerHTML.slice(0, 120)), ...(window.xssed || window.pwned ? ['a script ran'] : [])]
  })()`)) as string[]
}
