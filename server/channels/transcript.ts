import { randomInt } from 'node:crypto'
import type { Language } from '../../core/language.ts'
import { findAccount, ownNameOf } from '../platform/accounts.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { saveLetter } from '../platform/letters.ts'
import { hashOf, isSame } from '../platform/secrets.ts'
import { say, sayZone } from '../platform/words.ts'
import { countAsked, findAsked, listSaid, noteTry, noteUsed, type Said, saveAsked } from './transcript-store.ts'

/** Mails that one customer, and one address, may cause in a day: nobody's mailbox is filled from here (C19). */
const mostADay = 5
/** Of a whole company: more than customers ask for, and too few to send codes to a list of strangers. */
const mostAnHour = 300
const mostTries = 5
const codeMinutes = 30

/**
 * The first mail carries a code and not one word that the asking party chose: whoever types a stranger's address sends them
 * nothing of their own (C17).
 */
export async function askForTranscript(
  { db, account, now }: Work<never>,
  wish: { customer: string; conversation: string; email: string; language: Language },
): Promise<void> {
  const { email, language } = wish
  const asked = await countAsked(db, account, wish)
  if (Math.max(asked.byCustomer, asked.byAddress) >= mostADay || asked.byCompany >= mostAnHour) refuse('too-many')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const id = newId()
  await saveAsked(db, account, { ...wish, id, codeHash: hashOf(`${id} ${code}`) })
  const { name: company } = await findAccount(db, account)
  await saveLetter(db, account, {
    once: `code ${id}`,
    recipient: email,
    subject: say(language, 'mail:code.subject', { company }),
    body: [say(language, 'mail:code.text', { company }), code, say(language, 'mail:code.after')].join('\n\n'),
    until: new Date(now.getTime() + codeMinutes * 60_000),
  })
}

/** False when the code is not that of the newest wish. Every try counts, so this must be committed either way. */
export async function sendTranscript(
  { db, account }: Work<never>,
  { customer, code, language }: { customer: string; code: string; language: Language },
): Promise<boolean> {
  const asked = await findAsked(db, account, { customer, minutes: codeMinutes })
  if (!asked || asked.tries >= mostTries) return false
  await noteTry(db, account, asked.id)
  if (!isSame(hashOf(`${asked.id} ${code}`), asked.codeHash)) return false
  const house = await findAccount(db, account)
  const assistant = ownNameOf(house) ?? say(language, 'mail:transcript.assistant', { company: house.name })
  const said = await listSaid(db, account, asked.conversation)
  const body = [
    say(language, 'mail:transcript.text', { company: house.name }),
    sayZone(language, house.timeZone),
    ...said.map((line) => sayLine(line, { language, timeZone: house.timeZone, assistant })),
  ].join('\n\n')
  const subject = say(language, 'mail:transcript.subject', { company: house.name })
  await saveLetter(db, account, { once: `transcript ${asked.id}`, recipient: asked.email, subject, body })
  await noteUsed(db, account, asked.id)
  return true
}

/** Put together from parts and never filled into a sentence of ours: braces and dollar signs in what people wrote stay what they are (C25). */
function sayLine({ author, name, text, at }: Said, { language, timeZone, assistant }: { language: Language; timeZone: string; assistant: string }) {
  const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-Hans' : language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
  if (author === 'system') return `${time}\n${text}`
  const who = author === 'customer' ? say(language, 'mail:transcript.you') : author === 'assistant' ? assistant : (name ?? '')
  return `${who} · ${time}\n${text}`
}
