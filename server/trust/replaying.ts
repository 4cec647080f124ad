import { Worker } from 'node:worker_threads'
import type { ReplayResult } from '../../contract/trust.ts'
import type { Scenario } from '../../core/routing/laboratory/scenario.ts'
import type { Bounds } from '../../core/trust/fairness.ts'
import type { Past } from '../../core/trust/past.ts'
import type { Setting } from '../../core/trust/setting.ts'

export type ReplayWork = { past: Past; before: Setting; after: Setting; bounds: Bounds; timeZone: string } | { scenario: Scenario }

export type ReplaySaid = { share: number } | { result: ReplayResult }

/** Plays beside the event loop: seconds of arithmetic must not make customers wait. Throws what the play threw. */
export async function playBeside(workerData: ReplayWork, onShare: (share: number) => void): Promise<ReplayResult> {
  const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { workerData })
  try {
    return await new Promise<ReplayResult>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the replay ended without a result')))
      worker.on('message', (said: ReplaySaid) => ('result' in said ? resolve(said.result) : onShare(said.share)))
    })
  } finally {
    await worker.terminate()
  }
}
