import { type Language, toLanguage } from '../../language.ts'
import { hashOf, mix } from '../hash.ts'
import { detectLanguage } from '../language.ts'
import { conceptsIn } from '../lexicon/mentions.ts'
import { feltIn } from './moods.ts'
import { longest, type Token, tokensOf } from './tokens.ts'

/** The features of one text as 32-bit hashes, each with the token where it starts and its block. Parallel arrays of equal length. */
export interface Features {
  tokens: Token[]
  hashes: Uint32Array
  owners: Uint16Array
  blocks: Uint8Array
}

/** Raised whenever a text gets other features than before: what was learnt for the former ones is then refused instead of misread. */
export const classifierFeatures = 1

/**
 * Blocks are weighed apart: single words, sequences of words, letters within words, the manner of writing, concepts; and for moods words
 * of feeling by their class, and what a "not" turns.
 */
export const blocks = { word: 0, sequence: 1, letters: 2, manner: 3, concept: 4, felt: 5, denied: 6 } as const

export interface Looks {
  /** Whether words of feeling are looked for too: they tell moods apart, and of topics they say nothing. */
  moods: boolean
  /** The language it is known to be in; else it is found by its words. */
  language?: Language | undefined
}

/**
 * Words, pairs (also with one word between) and triples of words, and word-bounded letter sequences (as in fastText: Bojanowski
 * et al. 2017), hashed (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009).
 */
export function featuresOf(text: string, { moods, language }: Looks = { moods: false }): Features {
  const tokens = tokensOf(text)
  const bag = bagFor(Math.min(text.length, longest) * 8 + 64)
  const words = tokens.flatMap(({ kind }, index) => (kind === 'word' ? [index] : []))
  addManner(bag, tokens)
  addConcepts(bag, tokens, { text: text.slice(0, longest), language })
  addSequences(bag, tokens, words)
  addLetters(bag, tokens, words)
  if (moods) addMoods(bag, tokens, text.slice(0, longest))
  const { size, hashes, owners, blocks: kinds } = bag
  return { tokens, hashes: hashes.slice(0, size), owners: owners.slice(0, size), blocks: kinds.slice(0, size) }
}

/** Kinds of features: the salt that tells "a b" as a pair from "a _ b" with a word between. */
const salts = {
  word: 1,
  pair: 2,
  triple: 3,
  first: 4,
  last: 5,
  skip: 6,
  within: 7,
  letters: 10,
  mark: 21,
  drawnWord: 22,
  drawn: 23,
  loud: 24,
  concept: 31,
  concepts: 32,
}

interface Bag {
  size: number
  hashes: Uint32Array
  owners: Uint16Array
  blocks: Uint8Array
}

function bagFor(room: number): Bag {
  return { size: 0, hashes: new Uint32Array(room), owners: new Uint16Array(room), blocks: new Uint8Array(room) }
}

function add(bag: Bag, hash: number, owner: number, block: number): void {
  if (bag.size === bag.hashes.length) grow(bag)
  const at = bag.size++
  bag.hashes[at] = hash
  bag.owners[at] = owner
  bag.blocks[at] = block
}

function grow(bag: Bag): void {
  const larger = bagFor(bag.size * 2 + 64)
  larger.hashes.set(bag.hashes)
  larger.owners.set(bag.owners)
  larger.blocks.set(bag.blocks)
  Object.assign(bag, larger, { size: bag.size })
}

function addManner(bag: Bag, tokens: readonly Token[]): void {
  tokens.forEach(({ kind, text, drawn, loud }, index) => {
    if (kind === 'mark') add(bag, mix(hashOf(text), salts.mark), index, blocks.manner)
    if (drawn) add(bag, mix(hashOf(text), salts.drawnWord), index, blocks.manner)
    if (drawn) add(bag, mix(0, salts.drawn), index, blocks.manner)
    if (loud) add(bag, mix(0, salts.loud), index, blocks.manner)
  })
}

/** Concepts of customer service, the same in every language, alone and two by two: "money" with "back", "order" with "twice". */
function addConcepts(bag: Bag, tokens: readonly Token[], { text, language }: { text: string; language: Language | undefined }): void {
  const places = new Map<string, number>()
  const spoken = language ?? toLanguage(detectLanguage(text).is) ?? 'en'
  for (const { concept, from } of conceptsIn(text, spoken)) if (!places.has(concept)) places.set(concept, from)
  const found = [...places.keys()].sort()
  const hashes = found.map((concept) => mix(hashOf(concept), salts.concept))
  const owners = found.map((concept) => ownerAt(tokens, places.get(concept) ?? 0))
  hashes.forEach((one, index) => {
    const owner = owners[index] ?? 0
    add(bag, one, owner, blocks.concept)
    if (found.length > mostPaired) return
    for (const other of hashes.slice(index + 1)) add(bag, mix(one ^ Math.imul(other, prime), salts.concepts), owner, blocks.concept)
  })
}

function addMoods(bag: Bag, tokens: readonly Token[], text: string): void {
  const { classes, denied } = feltIn(text, tokens)
  for (const { hash, from } of classes) add(bag, hash, ownerAt(tokens, from), blocks.felt)
  for (const { hash, from } of denied) add(bag, hash, ownerAt(tokens, from), blocks.denied)
}

/** Beyond this a text speaks of so much that pairs say nothing. */
const mostPaired = 8

function ownerAt(tokens: readonly Token[], from: number): number {
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.to ?? 0) > from) high = middle
    else low = middle + 1
  }
  return low
}

function addSequences(bag: Bag, tokens: readonly Token[], words: readonly number[]): void {
  const hashes = words.map((index) => hashOf(tokens[index]?.text ?? ''))
  words.forEach((owner, place) => {
    const one = hashes[place] ?? 0
    add(bag, mix(one, salts.word), owner, blocks.word)
    if (place === 0) add(bag, mix(one, salts.first), owner, blocks.sequence)
    if (place === words.length - 1) add(bag, mix(one, salts.last), owner, blocks.sequence)
    const two = hashes[place + 1]
    const three = hashes[place + 2]
    if (two === undefined) return
    add(bag, mix(mix(one, salts.pair) ^ two, salts.within), owner, blocks.sequence)
    if (three === undefined) return
    add(bag, mix(mix(one, salts.skip) ^ three, salts.within), owner, blocks.sequence)
    add(bag, mix(mix(mix(one, salts.triple) ^ two, salts.within) ^ three, salts.within), owner, blocks.sequence)
  })
}

/** The border counts as a letter; words that stand without a space between them are one run. */
function addLetters(bag: Bag, tokens: readonly Token[], words: readonly number[]): void {
  let run: number[] = []
  let owners: number[] = []
  for (const index of words) {
    const { text, joined } = tokens[index] ?? { text: '', joined: false }
    if (run.length === 0) run.push(border)
    if (owners.length === 0) owners.push(index)
    for (let unit = 0; unit < text.length; unit++) {
      run.push(text.charCodeAt(unit))
      owners.push(index)
    }
    if (joined) continue
    run.push(border)
    owners.push(index)
    addRun(bag, run, owners)
    run = []
    owners = []
  }
}

/** Letters in twos to fives; Chinese characters alone and up to threes, for each is a syllable with a meaning. */
function addRun(bag: Bag, run: readonly number[], owners: readonly number[]): void {
  for (let start = 0; start < run.length; start++) {
    const isHan = (run[start] ?? 0) >= 0x3040
    const most = Math.min(isHan ? 3 : 5, run.length - start)
    let hash = offset
    for (let size = 1; size <= most; size++) {
      hash = Math.imul(hash ^ (run[start + size - 1] ?? 0), prime)
      if (size >= (isHan ? 1 : 2)) add(bag, mix(hash, salts.letters + size), owners[start] ?? 0, blocks.letters)
    }
  }
}

const border = 32
const offset = 0x811c9dc5
const prime = 0x01000193
