import { parentPort, workerData } from 'node:worker_threads'
import { trainIntents } from '../../core/understanding/intent-training.ts'
import type { LabelledExample } from './store.ts'

/** The same examples give the same model. */
parentPort?.postMessage(trainIntents(workerData as LabelledExample[], { seed: 1 }))
