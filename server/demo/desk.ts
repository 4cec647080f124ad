import type { Change, LabelColour } from '../../contract/conversations.ts'
import { saveLabel, saveMacro, saveReply } from '../conversations/saved.ts'
import type { Work } from '../platform/events.ts'
import { saveLabels } from './store.ts'

type Named = Exclude<Change, { kind: 'label' }> | { kind: 'label'; label: string; on: boolean }

/** What a team of this trade finds again by, each with the matters of the past that bear it. English is what all twelve of them speak. */
const labels: readonly { name: string; colour: LabelColour; intents: readonly string[] }[] = [
  { name: 'Late delivery', colour: 'amber', intents: ['delivery-status'] },
  { name: 'Damaged', colour: 'rust', intents: ['damaged-item', 'missing-parts'] },
  { name: 'Refund', colour: 'plum', intents: ['refund-status'] },
  { name: 'Wholesale', colour: 'slate', intents: ['business-order'] },
  { name: 'May leave us', colour: 'sand', intents: ['leaving'] },
]

const photo =
  'I am sorry that it arrived like this, {{customer.first-name|dear customer}}. Please send a photo of the damage and one of the label on the box; then I order the replacement at once.'
const goodbye = 'Thank you for writing to us, {{customer.first-name|dear customer}}. Should anything come up, just answer here. {{me.first-name}}'

const replies: readonly { shortcut: string; text: string }[] = [
  { shortcut: 'hello', text: 'Hello {{customer.first-name|there}}, this is {{me.first-name}}. I am looking into it now.' },
  {
    shortcut: 'order',
    text: 'Could you send me your order number, {{customer.first-name|please}}? It begins with RK and stands in the e-mail of your order.',
  },
  { shortcut: 'photo', text: photo },
  {
    shortcut: 'late',
    text: 'I am sorry that you are waiting, {{customer.first-name|dear customer}}. I am asking the carrier today and will write to you here as soon as I have a day. Your matter is #{{number}}.',
  },
  {
    shortcut: 'refund',
    text: 'Your refund is on its way, {{customer.first-name|dear customer}}. Banks take three to five working days. If it is not there by then, answer here and name #{{number}}.',
  },
  { shortcut: 'bye', text: goodbye },
]

const macros: readonly { name: string; changes: readonly Named[] }[] = [
  {
    name: 'Damaged: ask for a photo',
    changes: [
      { kind: 'label', label: 'Damaged', on: true },
      { kind: 'urgency', urgency: 'high' },
      { kind: 'reply', text: photo },
    ],
  },
  {
    name: 'Ask the carrier, look again tomorrow',
    changes: [
      { kind: 'label', label: 'Late delivery', on: true },
      { kind: 'note', text: '{{me.first-name}} has asked the carrier about #{{number}}.' },
      { kind: 'snooze-for', hours: 24 },
    ],
  },
  {
    name: 'Thank and resolve',
    changes: [
      { kind: 'reply', text: goodbye },
      { kind: 'resolve', resolved: true },
    ],
  },
]

/** What the people of the demo company have made for their own work: labels, saved replies and macros. */
export async function seedDesk({ db, account }: Work<never>, person: string | null): Promise<void> {
  const ids = new Map<string, string>()
  for (const { name, colour, intents } of labels) {
    const id = await saveLabel(db, account, { id: null, name, colour, person })
    if (!id) continue
    ids.set(name, id)
    await saveLabels(db, account, id, intents)
  }
  for (const { shortcut, text } of replies) await saveReply(db, account, { id: null, shortcut, text, own: false, person, isLead: true })
  for (const { name, changes } of macros) {
    const known = changes.map((one): Change => (one.kind === 'label' ? { ...one, label: ids.get(one.label) ?? '' } : one))
    await saveMacro(db, account, { id: null, name, changes: known, person })
  }
}
