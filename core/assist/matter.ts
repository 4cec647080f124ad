import { joinSentences, toSentences } from '../knowledge/sentences.ts'
import { toLanguage } from '../language.ts'
import { tokenise } from '../understanding/lexicon/tokens.ts'
import { asksForPersonAlone } from '../understanding/person/asked.ts'
import type { Reading } from '../understanding/reading.ts'

/** One message of the customer. `at` in epoch ms; `reply` says which question of ours it answers. */
export interface Said {
  text: string
  at: number
  reading: Reading | null
  reply: string | null
}

export interface Matter {
  quote: string | null
  quoteLanguage: string | null
  goal: string | null
}

/**
 * Row 12: what it is about, in the customer's own words: the message with the most feeling × information, and of it what
 * says most; without any feeling the first message of substance. Oldest message first.
 */
export function findMatter(said: readonly Said[]): Matter {
  const telling = tellingMessage(said)
  if (!telling) return { quote: null, quoteLanguage: null, goal: null }
  const quote = mostTelling(telling)
  const language = telling.reading?.language.is
  return {
    quote: shorten(quote, longestQuote, languageOf(telling)),
    quoteLanguage: language === undefined || language === 'unknown' ? null : language,
    goal: findGoal(said, quote),
  }
}

/** At most `limit` UTF-16 units, cut between words in every script. */
export function shorten(text: string, limit: number, language: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= limit) return plain
  let short = ''
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(plain.slice(0, limit))) {
    if (short.length + segment.length >= limit) break
    short += segment
  }
  return `${short.trimEnd()}…`
}

/** What fits two lines of the card. */
const longestQuote = 240
/** Up to this, what follows the telling sentence is quoted with it. */
const comfortableQuote = 160
/** Fewer words of content than this are a greeting or a thank-you. */
const substance = 3
/** An order number or a date says as much as some words. */
const worthOfFact = 4
const mostWords = 20

function tellingMessage(all: readonly Said[]): Said | undefined {
  let telling: Said | undefined
  let most = 0
  const said = all.filter(({ text, reading }) => !(reading?.wantsPerson.is && asksForPersonAlone(text)))
  const substantial = said.filter((one) => !one.reading?.aside && information(one.text, one) >= substance)
  for (const one of substantial) {
    const says = feeling(one) * information(one.text, one)
    if (says <= most) continue
    telling = one
    most = says
  }
  return telling ?? substantial[0] ?? [...said].sort((a, b) => b.text.length - a.text.length)[0]
}

/** Thanks come at the end and say little of the matter: what is liked tells half as much as what is not. */
function feeling({ reading }: Said): number {
  const score = reading?.mood.is.score ?? 0
  return score < 0 ? -score : score / 2
}

/** The sentence that says most, with those that follow it as far as both fit. */
function mostTelling(message: Said): string {
  const sentences = message.text.split('\n').flatMap(toSentences)
  let best = 0
  let most = 0
  for (const [index, sentence] of sentences.entries()) {
    const says = information(sentence, message)
    if (says <= most) continue
    best = index
    most = says
  }
  let quote = sentences[best] ?? message.text
  for (const next of sentences.slice(best + 1)) {
    const longer = joinSentences([quote, next])
    if (longer.length > comfortableQuote) break
    quote = longer
  }
  return quote
}

/** Different words of content, and the facts among them. */
function information(text: string, message: Said): number {
  const words = new Set<string>()
  for (const token of tokenise(text.slice(0, 2000), languageOf(message), 200)) if (!token.stop && words.size < mostWords) words.add(token.stem)
  return words.size + factsIn(text, message).length * worthOfFact
}

function factsIn(text: string, { reading }: Said) {
  return (reading?.facts ?? []).filter((fact) => text.includes(fact.span.text))
}

/** What they want of it: their answer when we asked, else their newest question or sentence with a day in it. */
function findGoal(said: readonly Said[], quote: string): string | null {
  const asked = said.findLast((one) => one.reply === 'ask-goal')
  if (asked) return shorten(asked.text, longestQuote, languageOf(asked))
  for (const one of said.toReversed()) {
    const sentence = one.text
      .split('\n')
      .flatMap(toSentences)
      .findLast((each) => !quote.includes(each) && isWish(each, one))
    if (sentence) return shorten(sentence, longestQuote, languageOf(one))
  }
  return null
}

function isWish(sentence: string, message: Said): boolean {
  if (information(sentence, message) < 2) return false
  return /[?？]/.test(sentence) || factsIn(sentence, message).some((fact) => fact.kind === 'date')
}

const languageOf = ({ reading }: Said) => toLanguage(reading?.language.is) ?? 'en'
