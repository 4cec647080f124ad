import { findHits, type Hit, type Hits } from '../phrases/lexicon.ts'
import { findPattern, pattern } from '../phrases/pattern.ts'
import { type Token, tokenise } from '../phrases/tokens.ts'
import { languages, vocabulary } from './vocabulary.ts'

/** What the rules found in a text. */
export interface Asked {
  /** Phrases that ask for a person; none where nobody is asked for. */
  asked: Hit[]
  /** Phrases for a person who is only spoken of, counted or refused. */
  denied: Hit[]
}

export function askedIn(tokens: readonly Token[], found: Hits): Asked {
  const hits = withoutParts(found)
  if (![...nouns, 'speak', 'department'].some((name) => hits.has(name))) return { asked: [], denied: [] }
  const denied = deniedTokens(hits, tokens)
  const asked = bareRequests(hits, tokens).filter(({ first }) => !denied[first])
  for (const [language, { wants }] of rules.entries()) {
    const own = ownHits(hits, language)
    if (own.size > 0)
      for (const want of wants)
        for (const met of findPattern(want, hits, tokens))
          if (met.some(({ first }) => own.has(first)) && !met.some(({ first, last }) => denied[first] || denied[last])) asked.push(...met)
  }
  return { asked, denied: [...named(hits), ...(hits.get('callme') ?? [])].filter(({ first }) => denied[first]) }
}

export function hitsIn(tokens: readonly Token[]): Hits {
  return findHits(vocabulary, tokens)
}

const rules = languages.map(({ wants, unless }) => ({ wants: wants.map(pattern), unless: unless.map(pattern) }))
const nouns = ['human', 'role', 'someone', 'bot', 'callme', 'handover']
const structure = [...new Set(languages.flatMap(({ words }) => Object.keys(words)))].filter(
  (name) => !nouns.includes(name) || name === 'callme' || name === 'someone',
)

/** The Chinese word for robot has the word for human in it: what is part of a machine's name is no human. */
function withoutParts(hits: Hits): Hits {
  const machine = new Set((hits.get('bot') ?? []).filter(({ first, last }) => last > first).flatMap(({ first, last }) => range(first, last)))
  if (machine.size === 0) return hits
  const outside = ({ first, last }: Hit) => !(machine.has(first) && machine.has(last))
  return new Map([...hits].map(([name, list]) => [name, name.startsWith('human') ? list.filter(outside) : list]))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Where the words stand that make the sentence this language's: "nak cakap dengan agent" is Malay, whatever the noun is. */
function ownHits(hits: Hits, language: number): Set<number> {
  return new Set(structure.flatMap((name) => (hits.get(`${name}@${language}`) ?? []).map(({ first }) => first)))
}

function deniedTokens(hits: Hits, tokens: readonly Token[]): boolean[] {
  const denied = new Array<boolean>(tokens.length).fill(false)
  const deny = ({ first, last }: Hit) => denied.fill(true, first, last + 1)
  const bots = (hits.get('bot') ?? []).map(({ first }) => first)
  for (const [language, { unless }] of rules.entries()) {
    const own = ownHits(hits, language)
    if (own.size > 0)
      for (const only of unless)
        for (const met of findPattern(only, hits, tokens)) if (met.some(({ first }) => own.has(first)) && !anyBetween(bots, met)) met.forEach(deny)
  }
  // "2 people", "18 staff": who is counted is not called.
  for (const hit of named(hits)) if (counted(hit, hits, tokens)) deny(hit)
  return denied
}

/** "2 people", but not "talk 2 people". */
function counted({ first }: Hit, hits: Hits, tokens: readonly Token[]): boolean {
  return /^\d+$/.test(tokens[first - 1]?.text ?? '') && !hits.get('talk')?.some(({ last }) => last === first - 2)
}

/** "I do not want a bot but a human": the refusal is the bot's, not the human's. */
function anyBetween(places: readonly number[], met: readonly Hit[]): boolean {
  const start = met[0]?.last ?? 0
  const end = met.at(-1)?.first ?? 0
  return met.length >= 2 && end - start <= 40 && places.some((place) => place > start && place < end)
}

/** Whether every word of a request belongs to the asking: then it names no matter. "I want to talk to a person, now". */
export function asksForPersonAlone(text: string, tokens: readonly Token[] = tokenise(text)): boolean {
  const found = hitsIn(tokens)
  const covered = tokens.map(({ stop, text }) => stop || fillers.test(text))
  for (const name of asking) for (const { first, last } of found.get(name) ?? []) covered.fill(true, first, last + 1)
  return covered.every(Boolean)
}

/** The classes of words by which a person is asked for, whatever it is about. */
const asking = [
  ...[
    'human',
    'role',
    'someone',
    'bot',
    'want',
    'please',
    'talk',
    'give',
    'with',
    'not',
    'stop',
    'handover',
    'has',
    'there',
    'filler',
    'help',
    'callme',
    'refuse',
  ],
  ...['me', 'you', 'now', 'alive', 'enough', 'voice', 'how', 'reach'].map((name) => `cue.${name}`),
]
const fillers =
  /^(?:an?|the|to|of|is|it|be|this|that|ok|um|er|ni|la|lah|dong|sih|ya|yg|yang|saja|je|kah|nya|see|et|siis|ka|küll|的|了|吧|啊|呢|一下|ค่ะ|ครับ|นะ|คะ|หน่อย|ด้วย)$/i

/** "agent", "hello, human please": a sentence that names a person and beside that has only words that carry nothing. */
function bareRequests(hits: Hits, tokens: readonly Token[]): Hit[] {
  const covered = new Array<boolean>(tokens.length).fill(false)
  const asked = [...named(hits), ...(hits.get('handover') ?? [])]
  for (const { first, last } of [...asked, ...(hits.get('filler') ?? [])]) covered.fill(true, first, last + 1)
  const bare = new Array<boolean>(tokens.length).fill(false)
  let start = 0
  for (let end = 0; end <= tokens.length; end++) {
    if (tokens[end]?.stop === false) continue
    if (covered.slice(start, end).every(Boolean)) bare.fill(true, start, end)
    start = end + 1
  }
  return asked.filter(({ first }) => bare[first])
}

function named(hits: Hits): Hit[] {
  return [...(hits.get('human') ?? []), ...(hits.get('role') ?? [])]
}
