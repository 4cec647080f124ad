import { parentPort, workerData } from 'node:worker_threads'
import { encodeModel } from '../../core/understanding/intent.ts'
import { type Example, trainIntents } from '../../core/understanding/intent-training.ts'
import { holdBack, measureByIntent } from './measuring.ts'
import type { TrainingStep } from './training.ts'
import { weights } from './weights.ts'

const examples = workerData as Example[]

/** The same examples give the same model. */
const train = (some: readonly Example[], onProgress: (share: number) => void) => trainIntents(some, { seed: 1, meaning: weights.meaning, onProgress })

/** The model of all examples comes first; how good it is, is measured on a sister that has not seen what is held back. */
const parts = holdBack(examples, 1)
const learning = examples.length / (examples.length + parts.shown.length)
const say = (share: number, step: TrainingStep['step']) => parentPort?.postMessage({ share, step } satisfies TrainingStep)

say(0, 'learning')
const bytes = encodeModel(train(examples, (share) => say(share * learning, 'learning')))
const byIntent = measureByIntent(
  train(parts.shown, (share) => say(learning + share * (1 - learning), 'measuring')),
  parts,
)
parentPort?.postMessage({ bytes, byIntent })
