import { type Judge, judgeOf, packedJudge } from '../judge/judge.ts'
import { pack, unpack } from '../packed.ts'

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
  const { head, arrays } = unpack(bytes)
  const { judge, slope, offset, threshold } = head as unknown as Omit<PersonModel, 'judge'> & { judge: Parameters<typeof judgeOf>[0] }
  return { judge: judgeOf(judge, arrays), slope, offset, threshold }
}

export function packPersonModel({ judge, slope, offset, threshold }: PersonModel): Uint8Array {
  const { head, arrays } = packedJudge(judge)
  return pack({ judge: head, slope, offset, threshold }, arrays)
}
