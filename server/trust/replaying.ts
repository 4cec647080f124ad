import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { ReplayResult } from '../../contract/trust.ts'
import type { Scenario } from '../../core/routing/laboratory/scenario.ts'
import { mostMinutes } from '../../core/trust/ended.ts'
import type { Bounds } from '../../core/trust/fairness.ts'
import type { Past } from '../../core/trust/past.ts'
import type { Setting } from '../../core/trust/setting.ts'

export type ReplayWork = { past: Past; before: Setting; after: Setting; bounds: Bounds; timeZone: string } | { scenario: Scenario }

export type ReplaySaid = { share: number } | { result: ReplayResult }

export interface Watch {
  onShare: (share: number) => void
  /** Looked at again and again: people may cancel on another node than the one that plays. */
  isCancelled: () => Promise<boolean>
  stopping: AbortSignal
}

/** A run that grows beyond this has gone wrong: it fails alone, and the server lives. */
const mostMegabytes = 2048
const lookMilliseconds = 500

/**
 * Plays beside the event loop: seconds of arithmetic must not make customers wait. Says why where it was ended before it was played;
 * throws what the play threw, and the signal's reason when the node stops.
 */
export async function playBeside(workerData: ReplayWork, watch: Watch): Promise<ReplayResult | 'cancelled' | 'too-long'> {
  watch.stopping.throwIfAborted()
  const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
  const over = new AbortController()
  try {
    return await Promise.race([
      played(worker, watch.onShare),
      cancelled(watch.isCancelled, over.signal),
      wait(mostMinutes * 60_000, 'too-long' as const, over),
      stopped(watch.stopping, over.signal),
    ])
  } finally {
    over.abort()
    await worker.terminate()
  }
}

function played(worker: Worker, onShare: Watch['onShare']): Promise<ReplayResult> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the replay ended without a result')))
    worker.on('message', (said: ReplaySaid) => ('result' in said ? resolve(said.result) : onShare(said.share)))
  })
}

async function cancelled(isCancelled: Watch['isCancelled'], over: AbortSignal): Promise<'cancelled'> {
  do await wait(lookMilliseconds, undefined, { signal: over })
  while (!(await isCancelled()))
  return 'cancelled'
}

function stopped(stopping: AbortSignal, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => stopping.addEventListener('abort', () => reject(stopping.reason), { once: true, signal: over }))
}
