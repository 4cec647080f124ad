import { closeness, type Meaning, meaningOf } from '../understanding/meaning.ts'
import type { Article, Passage } from './passage.ts'
import { toSentences } from './sentences.ts'

/** Where an article lies in the space of meaning: as a whole, its title, and its sentences, one after the other. */
export interface Places {
  whole: Float32Array
  title: Float32Array
  sentences: Float32Array
}

/** What an article is about is said by then; each sentence costs as much as a message to read. */
const mostSentences = 60

export function placesOf(meaning: Meaning, { title, body }: Article, passages: readonly Passage[]): Places {
  const said = passages.flatMap(({ text }) => toSentences(text)).slice(0, mostSentences)
  const sentences = new Float32Array(said.length * meaning.size)
  said.forEach((sentence, index) => {
    sentences.set(meaningOf(meaning, sentence), index * meaning.size)
  })
  return { whole: meaningOf(meaning, `${title}\n${body}`), title: meaningOf(meaning, title), sentences }
}

/** How near a question is to an article, −1 to 1: the mean of the cosines with the whole, with the title and with the nearest sentence, 0 for none. */
export function nearness(question: Float32Array, { whole, title, sentences }: Places): number {
  return (closeness(question, whole) + closeness(question, title) + nearest(question, sentences)) / 3
}

function nearest(question: Float32Array, sentences: Float32Array): number {
  const size = question.length
  let most = sentences.length === 0 ? 0 : -1
  for (let start = 0; start < sentences.length; start += size) {
    let sum = 0
    for (let column = 0; column < size; column++) sum += (question[column] as number) * (sentences[start + column] as number)
    if (sum > most) most = sum
  }
  return most
}
