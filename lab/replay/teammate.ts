import { randomUUID } from 'node:crypto'
import { ConversationPage, Timeline } from '../../contract/conversations.ts'
import type { LiveFrame } from '../../contract/events.ts'
import { type Chance, chance } from '../../core/chance.ts'
import type { Member } from './company.ts'
import { pause } from './customer.ts'
import type { Door } from './http.ts'
import { connect } from './live.ts'

/** A simulated team member who works through the console's own API. */
export interface Teammate {
  inHand: () => number
  closed: () => number
  stop: () => Promise<void>
}

const beatMilliseconds = 20_000

const replies: Record<string, string> = {
  en: 'Thank you for writing. I have looked into it and put it right; you will get a confirmation by e-mail.',
  ms: 'Terima kasih kerana menghubungi kami. Saya sudah semak dan selesaikan; pengesahan akan dihantar melalui e-mel.',
  id: 'Terima kasih sudah menghubungi kami. Sudah saya cek dan bereskan; konfirmasinya akan dikirim lewat email.',
  th: 'ขอบคุณที่ติดต่อเข้ามานะคะ ตรวจสอบและจัดการให้เรียบร้อยแล้วค่ะ จะมีอีเมลยืนยันส่งไปให้ค่ะ',
  zh: '感谢您的来信。我已经核实并为您处理好了，稍后会给您发确认邮件。',
  et: 'Aitäh kirjutamast! Vaatasin asja üle ja tegin korda; kinnitus tuleb e-postiga.',
}

/** On duty until stopped; answers whatever comes into their hands after a pause of `handle` seconds on average, and closes it. */
export async function startTeammate(door: Door, member: Member, options: { handle: number; seed: number }): Promise<Teammate> {
  const { cookie, person } = member
  const temper: Chance = chance(options.seed)
  const inHand = new Set<string>()
  let closed = 0
  const gone = new AbortController()

  async function serve(conversation: string): Promise<void> {
    if (gone.signal.aborted || inHand.has(conversation)) return
    inHand.add(conversation)
    try {
      const [timeline] = await Promise.all([
        door.insist('GET', `/v1/conversations/${conversation}/timeline`, { cookie }),
        door.insist('GET', `/v1/conversations/${conversation}`, { cookie }),
      ])
      await pause(temper.exponential(options.handle * 1000), gone.signal)
      if (gone.signal.aborted) return
      const body = { clientId: randomUUID(), text: replies[languageOf(timeline.body)] ?? replies['en'] }
      const replied = await door.insist('POST', `/v1/conversations/${conversation}/messages`, { cookie, body })
      // 409: it is in other hands by now, or closed; then it is not this one's to close.
      if (replied.status !== 201) return
      const done = await door.insist('POST', `/v1/conversations/${conversation}/closure`, { cookie, body: { resolved: true } })
      if (done.status === 204) closed += 1
    } finally {
      inHand.delete(conversation)
    }
  }

  /** What a fresh look at the inbox shows as one's own. */
  async function lookAround(): Promise<void> {
    const answer = await door.insist('GET', '/v1/conversations?view=mine', { cookie })
    const page = ConversationPage.safeParse(answer.body)
    if (page.success) for (const row of page.data.rows) void serve(row.id)
  }

  function hear(frame: LiveFrame): void {
    if (frame.name === 'resync') void lookAround()
    if (frame.name === 'claim.opened' && frame.person === person && frame.conversation) void serve(frame.conversation)
  }

  async function beat(): Promise<void> {
    await door.insist('PUT', '/v1/me/heartbeat', { cookie })
    // Presence may have lapsed while the server was away for long; saying it again changes nothing otherwise.
    await door.insist('PUT', '/v1/me/presence', { cookie, body: { presence: 'on' } })
    await lookAround()
  }

  const connection = connect(door.address, cookie, hear)
  await door.insist('PUT', '/v1/me/presence', { cookie, body: { presence: 'on' } })
  const pulse = setInterval(() => void beat(), beatMilliseconds)
  return {
    inHand: () => inHand.size,
    closed: () => closed,
    stop: async () => {
      gone.abort()
      clearInterval(pulse)
      connection.stop()
      await door.insist('PUT', '/v1/me/presence', { cookie, body: { presence: 'off' } })
    },
  }
}

function languageOf(body: unknown): string {
  const timeline = Timeline.safeParse(body)
  const words = timeline.success ? timeline.data.entries.findLast((entry) => entry.author === 'customer') : undefined
  return words?.reading?.language ?? words?.language ?? 'en'
}
