import { judgeFeatures } from '../judge/evidence.ts'
import { type Judge, judgeOf, packedJudge } from '../judge/judge.ts'
import { pack, unpack } from '../packed.ts'
import { fieldsOf } from '../packed-fields.ts'

/** What was learnt about requests for a person, with what makes its score a probability and from which on it decides. */
export interface PersonModel {
  judge: Judge
  /** Probability = logistic(slope · score + offset), fitted on held-back texts (Platt 1999). */
  slope: number
  offset: number
  /** From this probability on a person is asked for. */
  threshold: number
}

export function readPersonModel(bytes: Uint8Array): PersonModel {
  const packed = unpack(bytes)
  const fields = fieldsOf(packed)
  return { judge: judgeOf(packed, 1), slope: fields.number('slope'), offset: fields.number('offset'), threshold: fields.number('threshold') }
}

export function packPersonModel({ judge, slope, offset, threshold }: PersonModel): Uint8Array {
  const { head, arrays } = packedJudge(judge)
  return pack({ features: judgeFeatures, judge: head, slope, offset, threshold }, arrays)
}
