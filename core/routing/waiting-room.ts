import { Heap } from './heap.ts'

/** What a person can: the proficiency for each skill (0: lacks it), and which languages. */
export interface Reach {
  skills: Float64Array
  languages: readonly number[]
}

/**
 * Row 8: those who wait, so arranged that a freed person finds the dearest they may serve at once, however many wait: one heap
 * for each skill and language, one for each language where the skill is given up, one where the language is too. Whoever
 * relaxes stands in a wider heap as well; an entry that no longer holds is thrown away when it comes to the top.
 * The index of a place does not change while it waits (see `worthOf`), so nothing needs sorting anew.
 */
export class WaitingRoom {
  size = 0
  private readonly heaps: Heap[]
  private readonly index: Float64Array
  private readonly stage: Int8Array
  private readonly skill: Int16Array
  private readonly language: Int16Array
  private readonly skills: number
  private readonly languages: number
  private readonly factor: number
  private readonly counts: Int32Array

  /** `factor`: what a person without the skill makes of a minute, compared with one who has it. 0: places only, nothing is weighed. */
  constructor(of: { places: number; skills: number; languages: number; factor: number }) {
    this.skills = of.skills
    this.languages = of.languages
    this.factor = of.factor
    this.heaps = Array.from({ length: (of.skills + 1) * of.languages + of.languages + 1 }, () => new Heap(16))
    this.counts = new Int32Array((of.skills + 1) * of.languages)
    this.index = new Float64Array(of.places)
    this.stage = new Int8Array(of.places).fill(gone)
    this.skill = new Int16Array(of.places)
    this.language = new Int16Array(of.places)
  }

  /** Smaller numbers came earlier and go first among equals. Skill −1: anybody's. */
  join(place: number, of: { index: number; skill: number; language: number; stage: number }): void {
    this.count(of.skill, of.language, 1)
    this.index[place] = of.index
    this.skill[place] = of.skill
    this.language[place] = of.language
    this.stage[place] = of.stage
    for (let stage = 0; stage <= of.stage; stage++) this.stand(place, stage)
  }

  leave(place: number): void {
    if (this.stage[place] === gone) return
    this.stage[place] = gone
    this.count(this.skill[place] as number, this.language[place] as number, -1)
  }

  /** How many wait with just this demand. */
  waitingFor(skill: number, language: number): number {
    return this.counts[(skill + 1) * this.languages + language] as number
  }

  waits(place: number): boolean {
    return this.stage[place] !== gone
  }

  /** The demands on a person relax: 1 the skill, 2 the language too. */
  relax(place: number, to: number): void {
    const from = this.stage[place] as number
    if (from === gone) return
    for (let stage = from + 1; stage <= to; stage++) this.stand(place, stage)
    if (to > from) this.stage[place] = to
  }

  /** The dearest that this person may serve; −1 when there is none. */
  first(reach: Reach): number {
    this.best = -1
    this.bestIndex = Number.NEGATIVE_INFINITY
    for (const language of reach.languages) {
      this.look(language, 1)
      for (let skill = 0; skill < this.skills; skill++) {
        const proficiency = reach.skills[skill] as number
        if (proficiency > 0) this.look((skill + 1) * this.languages + language, proficiency)
      }
      this.look((this.skills + 1) * this.languages + language, this.factor)
    }
    this.look(this.heaps.length - 1, this.factor)
    return this.best
  }

  /** The lines of which the room is made: one a skill and language, one a language, one for everybody. */
  get lines(): number {
    return this.heaps.length
  }

  /** So many of them, the first, ask for a skill or for none. */
  get linesOfSkill(): number {
    return (this.skills + 1) * this.languages
  }

  /** The dearest of a line; −1 when it is empty. */
  head(line: number): number {
    return this.top(this.heaps[line] as Heap)
  }

  /** What a minute of the ablest is worth at the head of this line. */
  headIndex(line: number): number {
    const index = -(this.heaps[line] as Heap).key
    return line < this.linesOfSkill ? index : index * this.factor * this.factor
  }

  /** What this person makes of a minute in this line; 0: may not serve there. */
  ability(reach: Reach, line: number): number {
    if (line === this.heaps.length - 1) return this.factor
    const row = Math.floor(line / this.languages)
    if (!reach.languages.includes(line % this.languages)) return 0
    if (row === 0) return 1
    return row === this.skills + 1 ? this.factor : (reach.skills[row - 1] as number)
  }

  private count(skill: number, language: number, by: number): void {
    this.size += by
    const at = (skill + 1) * this.languages + language
    this.counts[at] = (this.counts[at] as number) + by
  }

  private best = -1
  private bestIndex = 0

  private look(heap: number, proficiency: number): void {
    const place = this.top(this.heaps[heap] as Heap)
    if (place < 0) return
    const { factor } = this
    // Proficiency speeds and resolves, so it counts twice in what a minute earns.
    const index = factor === 0 ? (this.index[place] as number) : (this.index[place] as number) * proficiency * proficiency
    if (index < this.bestIndex || (index === this.bestIndex && place > this.best)) return
    this.best = place
    this.bestIndex = index
  }

  private top(heap: Heap): number {
    while (heap.size > 0) {
      const place = heap.value
      if (this.stage[place] !== gone && this.index[place] === -heap.key) return place
      heap.pop()
    }
    return -1
  }

  private stand(place: number, stage: number): void {
    const language = this.language[place] as number
    const row = stage === 0 ? (this.skill[place] as number) + 1 : this.skills + 1
    const heap = stage === 2 ? this.heaps.length - 1 : row * this.languages + language
    // A place that anybody may serve stands in its language already.
    if (stage === 1 && this.skill[place] === -1) return
    ;(this.heaps[heap] as Heap).push(-(this.index[place] as number), place)
  }
}

const gone = -1
