import { closeness, type Meaning, meaningOf } from '../understanding/meaning.ts'
import type { Article, Passage } from './passage.ts'
import { toSentences } from './sentences.ts'

/** Where an article lies in the space of meaning: as a whole, its title, and each of its sentences. */
export interface Places {
  whole: Float32Array
  title: Float32Array
  sentences: Float32Array[]
}

export function placesOf(meaning: Meaning, { title, body }: Article, passages: readonly Passage[]): Places {
  return {
    whole: meaningOf(meaning, `${title}\n${body}`),
    title: meaningOf(meaning, title),
    sentences: passages.flatMap(({ text }) => toSentences(text)).map((sentence) => meaningOf(meaning, sentence)),
  }
}

/** How near a question is to an article, −1 to 1: the mean of the cosines with the whole, with the title and with the nearest sentence. */
export function nearness(question: Float32Array, { whole, title, sentences }: Places): number {
  const nearest = sentences.reduce((most, sentence) => Math.max(most, closeness(question, sentence)), -1)
  return (closeness(question, whole) + closeness(question, title) + (sentences.length > 0 ? nearest : 0)) / 3
}
