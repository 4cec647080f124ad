import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { IntentModel } from '../../core/understanding/intent.ts'
import type { LabelledExample } from './store.ts'

/** Trains beside the event loop: a second of arithmetic must not make customers wait. Throws what the training threw. */
export async function trainBeside(examples: LabelledExample[]): Promise<IntentModel> {
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { workerData: examples })
  try {
    const [model] = (await once(worker, 'message')) as [IntentModel]
    return model
  } finally {
    await worker.terminate()
  }
}
