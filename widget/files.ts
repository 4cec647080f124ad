import type { WidgetMessage } from '../contract/channels.ts'
import { newId } from './new-id.ts'
import type { Attached, Store } from './state.ts'
import type { Wire } from './wire.ts'

type Attachment = WidgetMessage['files'][number]

export const mostFiles = 10
const largest = 10 * 1024 * 1024

/** Files go ahead of their message, each on its own, so that a lost connection costs one file and never the words. */
export class Files {
  readonly #store: Store
  readonly #wire: Wire
  readonly #visit: () => Promise<boolean>
  readonly #shown = new Map<string, Promise<string | null>>()

  constructor(store: Store, wire: Wire, visit: () => Promise<boolean>) {
    this.#store = store
    this.#wire = wire
    this.#visit = visit
  }

  /** Takes in what was chosen, pasted or dropped; false when some of it was too many. */
  take(list: Iterable<File>): boolean {
    const come = [...list]
    const fits = come.slice(0, mostFiles - this.#store.now().attached.length)
    const fresh = fits.map((file): Attached => ({ clientId: newId(), file, stored: null, share: 0, wrong: file.size > largest ? 'too-large' : null }))
    this.#store.change({ attached: [...this.#store.now().attached, ...fresh] })
    for (const one of fresh) if (one.wrong === null) void this.#bring(one)
    return fits.length === come.length
  }

  retry(attached: Attached) {
    this.#note(attached.clientId, { wrong: null, share: 0 })
    void this.#bring(attached)
  }

  remove({ clientId, stored }: Attached) {
    this.#store.change({ attached: this.#store.now().attached.filter((one) => one.clientId !== clientId) })
    // Should it fail, the server forgets the file by itself after a day.
    if (stored) void this.#wire.ask('DELETE', `/w/files/${stored.id}`)
  }

  /** What goes with the message that is sent now. What was refused goes for good; what the connection lost may still be tried for the next. */
  handOver(): Attachment[] {
    const { attached } = this.#store.now()
    this.#store.change({ attached: attached.filter(mayRetry) })
    return attached.flatMap(({ stored }) => stored ?? [])
  }

  /** An address of this page under which the file can be drawn or saved; asked for once. Null when it cannot be had. */
  address({ id, kind }: Attachment): Promise<string | null> {
    const known = this.#shown.get(id)
    if (known) return known
    const asked = this.#wire.bytes(`/w/files/${id}`).then((bytes) => {
      if (bytes === null) this.#shown.delete(id)
      // Only proven pictures keep their type: an address of the page must never open as a page (C04).
      return bytes && URL.createObjectURL(new Blob([bytes], { type: isPicture(kind) ? kind : 'application/octet-stream' }))
    })
    this.#shown.set(id, asked)
    return asked
  }

  async #bring({ clientId, file }: Attached) {
    if (!(await this.#visit())) return this.#note(clientId, { wrong: 'failed' })
    const path = `/w/files?${new URLSearchParams({ clientId, name: file.name.slice(0, 400).toWellFormed() })}`
    const answer = await this.#wire.upload(path, file, (share) => this.#note(clientId, { share }))
    if (answer.ok) this.#note(clientId, { stored: answer.body as Attachment, share: 1 })
    else this.#note(clientId, { wrong: answer.code })
  }

  #note(clientId: string, news: Partial<Attached>) {
    this.#store.change({ attached: this.#store.now().attached.map((one) => (one.clientId === clientId ? { ...one, ...news } : one)) })
  }
}

/** Whether another try may bring it; a kind or a size that is not taken stays refused. */
export const mayRetry = ({ wrong }: Attached) => wrong !== null && wrong !== 'too-large' && wrong !== 'wrong-file'

export const isPicture = (kind: string) => /^image\/(png|jpeg|gif|webp)$/.test(kind)

/** Whether these words are only what the server wrote for a message of files alone. */
export const namesOnly = ({ text, files }: { text: string; files: readonly { name: string }[] }) =>
  files.length > 0 && text === files.map((file) => file.name).join(', ')
