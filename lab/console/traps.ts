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

/** A visitor may send so many files; whoever has more to say comes as the next one. */
const ofOneVisitor = 20

/**
 * Carries payloads in, each as message, file name, customer, label, reply, macro and article, the first as greeting and all of
 * them in one article's text; answers the conversations in which they stand.
 */
export async function plant(owner: BrowserContext, company: Company, batch: string[]): Promise<string[]> {
  const conversations: string[] = []
  for (let at = 0; at < batch.length; at += ofOneVisitor) {
    const part = batch.slice(at, at + ofOneVisitor)
    const token = await visit(owner, company)
    conversations.push(await write(owner, company, token, part))
    for (const words of part.filter((one) => one.trim() !== '')) await name(owner, company, token, words)
  }
  const first = batch.find((one) => one.trim() !== '') ?? 'x'
  taken([
    await post(owner, company, '/v1/articles', { texts: [{ language: 'en', title: text(first, 200), body: text(batch.join('\n\n'), 50_000) }] }),
    await greet(owner, company.address, first),
  ])
  return conversations
}

type Answer = Record<string, string> | number

async function post(owner: BrowserContext, { address }: Company, path: string, data: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await owner.request.post(`${address}${path}`, { data, headers: { origin: address, ...headers } })
  return answer.ok() ? ((await answer.json()) as Record<string, string>) : answer.status()
}

async function visit(owner: BrowserContext, company: Company): Promise<string> {
  const begun = await post(owner, company, '/w/visits', { site: company.site })
  if (typeof begun === 'number') throw new Error(`no visit: ${begun}`)
  return begun['token'] ?? ''
}

/** One visitor writes all of it; answers the conversation. */
async function write(owner: BrowserContext, company: Company, token: string, part: string[]): Promise<string> {
  let conversation = ''
  for (const words of part) {
    const sent = await post(owner, company, '/w/messages', { clientId: randomUUID(), text: text(words, 4000) }, bearer(token))
    // An empty text is refused, and should be; anything else that is refused would only seem to be harmless.
    if (typeof sent !== 'number') conversation = sent['conversation'] ?? conversation
    else if (sent !== 400) throw new Error(`a payload was not taken: ${sent}`)
  }
  return conversation
}

/** The words as name of everything that has one. */
async function name(owner: BrowserContext, company: Company, token: string, words: string): Promise<void> {
  const traits = { name: text(words, 190), email: 'a@example.com', note: text(words, 900) }
  taken([
    await sendFile(owner, company.address, token, words),
    await post(owner, company, '/v1/identify', { userId: `payload-${randomUUID()}`, traits }, bearer(company.key)),
    await post(owner, company, '/v1/labels', { name: text(words.trim(), 30), colour: 'plum' }),
    await post(owner, company, '/v1/replies', { shortcut: `x${randomUUID().slice(0, 8)}`, text: text(words, 900), own: false }),
    await post(owner, company, '/v1/macros', { name: text(words.trim(), 40), changes: [{ kind: 'note', text: text(words, 900) }] }),
    await post(owner, company, '/v1/articles', { texts: [{ language: 'en', title: text(words, 200), body: text(words, 50_000) }] }),
  ])
}

/** What is too odd for a name (400) or was named before (409) is refused, and may be. */
function taken(answers: Answer[]): void {
  const refused = answers.filter((answer) => answer !== 400 && answer !== 409 && typeof answer === 'number')
  if (refused.length > 0) throw new Error(`a name was not taken: ${refused.join(', ')}`)
}

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
async function greet(owner: BrowserContext, address: string, words: string): Promise<Answer> {
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
