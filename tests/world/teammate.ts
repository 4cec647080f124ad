import { randomUUID } from 'node:crypto'
import type { Conversation, ConversationPage, Timeline } from '../../contract/conversations.ts'
import type { Answer, Member, World } from './world.ts'

/** A person of the team at the console, speaking through its own API. */
export interface Teammate extends Member {
  ask: <Body = unknown>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<Answer<Body>>
  comeOn: () => Promise<void>
  list: (view: 'mine' | 'waiting' | 'assistant' | 'all' | 'snoozed' | 'following' | 'closed') => Promise<ConversationPage>
  open: (conversation: string) => Promise<Conversation>
  timeline: (conversation: string) => Promise<Timeline['entries']>
  reply: (conversation: string, text: string) => Promise<Answer>
  note: (conversation: string, text: string) => Promise<Answer>
  take: (conversation: string) => Promise<Answer>
  close: (conversation: string, resolved?: boolean) => Promise<Answer>
}

export async function teammate(
  world: World,
  person: Parameters<World['makePerson']>[1] & { role?: 'owner' | 'lead' | 'team' | 'analyst' } = {},
): Promise<Teammate> {
  const { role = 'team', ...rest } = person
  const member = await world.makePerson(role, rest)
  const ask: Teammate['ask'] = (method, path, body) => world.request(method, path, { cookie: member.cookie, ...(body !== undefined && { body }) })
  const say = (conversation: string, text: string, isPrivate: boolean) =>
    ask('POST', `/v1/conversations/${conversation}/messages`, { clientId: randomUUID(), text, private: isPrivate })
  return {
    ...member,
    ask,
    comeOn: async () => {
      await ask('PUT', '/v1/me/presence', { presence: 'on' })
      await world.settled()
    },
    list: async (view) => (await ask<ConversationPage>('GET', `/v1/conversations?view=${view}`)).body,
    open: async (conversation) => (await ask<Conversation>('GET', `/v1/conversations/${conversation}`)).body,
    timeline: async (conversation) => (await ask<Timeline>('GET', `/v1/conversations/${conversation}/timeline`)).body.entries,
    reply: (conversation, text) => say(conversation, text, false),
    note: (conversation, text) => say(conversation, text, true),
    take: (conversation) => ask('POST', `/v1/conversations/${conversation}/claim`),
    close: async (conversation, resolved = true) => {
      const answer = await ask('POST', `/v1/conversations/${conversation}/closure`, { resolved })
      await world.settled()
      return answer
    },
  }
}
