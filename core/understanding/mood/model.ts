import { judgeFeatures } from '../judge/evidence.ts'
import { type Judge, judgeOf, packedJudge } from '../judge/judge.ts'
import { pack, unpack } from '../packed.ts'
import { fieldsOf } from '../packed-fields.ts'

/** What was learnt about moods: columns 0–2 are negative, neutral, positive; 3 is frustrated, 4 confused. */
export interface MoodModel {
  judge: Judge
  /** Divides the scores of the polarities, so that of all "70 %" seven in ten are right (Guo et al. 2017). */
  temperature: number
  /** From this score on a customer counts as frustrated, as confused. */
  frustratedFrom: number
  confusedFrom: number
}

export const polarities = ['negative', 'neutral', 'positive'] as const
export const columns = { negative: 0, neutral: 1, positive: 2, frustrated: 3, confused: 4 } as const

export function readMoodModel(bytes: Uint8Array): MoodModel {
  const packed = unpack(bytes)
  const fields = fieldsOf(packed)
  return {
    judge: judgeOf(packed, Object.keys(columns).length),
    temperature: fields.number('temperature'),
    frustratedFrom: fields.number('frustratedFrom'),
    confusedFrom: fields.number('confusedFrom'),
  }
}

export function packMoodModel({ judge, ...rest }: MoodModel): Uint8Array {
  const { head, arrays } = packedJudge(judge)
  return pack({ features: judgeFeatures, judge: head, ...rest }, arrays)
}
