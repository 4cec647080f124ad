import { Worker } from 'node:worker_threads'
import type { Measured } from '../../contract/understanding.ts'
import { decodeModel } from '../../core/understanding/intent.ts'
import type { Example } from '../../core/understanding/intent-training.ts'
import { weights } from './weights.ts'

/** How far a training is: share done, 0–1. */
export interface TrainingStep {
  share: number
  step: 'learning' | 'measuring'
}

export interface TrainedModel {
  /** As `encodeModel` writes it. */
  bytes: Uint8Array
  byIntent: Record<string, Measured>
}

/** Trains beside the event loop: a second of arithmetic must not make customers wait. Throws what the training threw. */
export async function trainBeside(examples: readonly Example[], onStep: (step: TrainingStep) => void): Promise<TrainedModel> {
  const workerData = examples.map(({ text, intent, language }) => ({ text, intent, language }))
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { workerData })
  try {
    const trained = await new Promise<TrainedModel>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the training ended without a model')))
      worker.on('message', (said: TrainingStep | TrainedModel) => ('bytes' in said ? resolve(said) : onStep(said)))
    })
    // What cannot be read must not come into force.
    decodeModel(trained.bytes, weights.meaning)
    return trained
  } finally {
    await worker.terminate()
  }
}
