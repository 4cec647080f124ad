import { hashOf, mix } from '../hash.ts'
import { type Token, wordWidth } from '../phrases/tokens.ts'

/** Features by their hash, their group and the places (of tokens or marks) they lean on: parallel arrays, of which `size` are filled. */
export interface Bag {
  size: number
  hashes: Uint32Array
  groups: Uint8Array
  first: Uint32Array
  second: Uint32Array
}

export function bagFor(room: number): Bag {
  return { size: 0, hashes: new Uint32Array(room), groups: new Uint8Array(room), first: new Uint32Array(room), second: new Uint32Array(room) }
}

/** Groups are scaled apart, so that many letters do not outweigh few words. */
export const groups = { word: 0, sequence: 1, letters: 2, manner: 3, classes: 4, order: 5 } as const

/** A sign or the manner of writing, with its place in the text (UTF-16 units). */
export interface Mark {
  text: string
  from: number
  to: number
}

export function add(bag: Bag, hash: number, group: number, first: number, second: number): void {
  if (bag.size === bag.hashes.length) grow(bag)
  const at = bag.size++
  bag.hashes[at] = hash
  bag.groups[at] = group
  bag.first[at] = first
  bag.second[at] = second
}

function grow(bag: Bag): void {
  const larger = bagFor(bag.size * 2 + 64)
  larger.hashes.set(bag.hashes)
  larger.groups.set(bag.groups)
  larger.first.set(bag.first)
  larger.second.set(bag.second)
  Object.assign(bag, larger, { size: bag.size })
}

/**
 * Words, pairs (also with one word between) and triples, word-bounded letter sequences (Bojanowski et al. 2017), and for scripts
 * without spaces sequences of letters, all hashed (Weinberger et al. 2009). Linear in the number of tokens.
 */
export function addWords(bag: Bag, tokens: readonly Token[]): void {
  let previous: [number, number] | undefined
  let beforeThat: [number, number] | undefined
  for (let index = 0; index < tokens.length; index++) {
    const { text, stop, width } = tokens[index] as Token
    if (stop) previous = beforeThat = undefined
    else if (width < wordWidth) addDense(bag, tokens, index)
    else {
      const own = hashOf(number.test(text) ? '0000'.slice(0, text.length) : text)
      add(bag, mix(own, salts.word), groups.word, index, index)
      if (previous) add(bag, mix(mix(previous[1], salts.pair) ^ own, salts.pair), groups.sequence, previous[0], index)
      if (previous && beforeThat) {
        add(bag, mix(mix(beforeThat[1], salts.skip) ^ own, salts.skip), groups.sequence, beforeThat[0], index)
        add(bag, mix(mix(mix(beforeThat[1], salts.triple) ^ previous[1], salts.triple) ^ own, salts.triple), groups.sequence, beforeThat[0], index)
      }
      addLetters(bag, text, index)
      beforeThat = previous
      previous = [index, own]
    }
  }
}

/** Emoji, exclamation, quotation; words drawn out and words in capitals. */
export function addMarks(bag: Bag, marks: readonly Mark[], from: number): void {
  marks.forEach(({ text }, index) => {
    add(bag, mix(hashOf(text), salts.mark), groups.manner, from + index, from + index)
  })
}

export function marksOf(text: string): Mark[] {
  const marks: Mark[] = []
  sign.lastIndex = 0
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    const [raw] = match
    const kind = /^\p{Lu}/u.test(raw) ? 'CAPITALS' : /^\p{L}/u.test(raw) ? 'drawn' : raw.length > 3 ? raw.slice(0, 3) : raw
    marks.push({ text: kind, from: match.index, to: match.index + raw.length })
  }
  return marks
}

const sign = /\p{Lu}{3,}|(\p{L})\1{2,}|\p{Extended_Pictographic}|([!！?？.。…,，~"“”'‘’()（）:;])\2{0,3}|[:;]-?[)(DPp/]|\^_*\^|T_T/gu

const salts = { word: 1, pair: 2, triple: 3, skip: 4, mark: 5, letters: 10, dense: 20 }

function addLetters(bag: Bag, text: string, at: number): void {
  const bordered = ` ${text.slice(0, longestWord)} `
  for (let start = 0; start < bordered.length; start++) {
    let hash = 0x811c9dc5
    for (let size = 1; size <= 5 && start + size <= bordered.length; size++) {
      hash = Math.imul(hash ^ bordered.charCodeAt(start + size - 1), 0x01000193)
      if (size >= 2) add(bag, mix(hash, salts.letters + size), groups.letters, at, at)
    }
  }
}

const number = /^\p{N}/u

/** Longer "words" are keys or noise. */
const longestWord = 32

/** Sequences that start here: a Chinese character is a syllable with a meaning, a Thai letter is not. */
function addDense(bag: Bag, tokens: readonly Token[], start: number): void {
  const isThai = (tokens[start]?.width ?? 0) < 6
  const [least, most] = isThai ? [2, 7] : [1, 4]
  let hash = 0x811c9dc5
  for (let size = 1; size <= most; size++) {
    const token = tokens[start + size - 1]
    const before = tokens[start + size - 2]
    if (!token || token.stop || token.width >= wordWidth || (size > 1 && before && token.from > before.to)) return
    hash = Math.imul(hash ^ token.text.charCodeAt(0), 0x01000193)
    if (size < least) continue
    const group = !isThai && size === 1 ? groups.letters : isThai && size < 4 ? groups.letters : groups.sequence
    add(bag, mix(hash, salts.dense + size), group, start, start + size - 1)
  }
}
