import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPersonModel } from '../person/model.ts'
import { personEvidence } from '../person/score.ts'
import { scoresOf, sharesOf, vectorOf } from './judge.ts'

const { judge } = readPersonModel(readFileSync('weights/person.bin'))

test('what the words are said to add is exactly what the score is made of', () => {
  for (const text of ['Get me a human, please!', 'ขอคุยกับเจ้าหน้าที่', '转人工', 'kus mu pakk on?']) {
    const evidence = personEvidence(text)
    const vector = vectorOf(evidence, judge)
    const added = sharesOf(judge, { evidence, vector }, { column: 0 }).reduce((sum, share) => sum + share, judge.bias[0] ?? 0)
    expect(added).toBeCloseTo(scoresOf(judge, vector)[0] ?? 0, 4)
  }
})
