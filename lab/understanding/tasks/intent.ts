import { basename } from 'node:path'
import { predict } from '../../../core/understanding/classifier/classifier.ts'
import { packClassifier, readClassifier } from '../../../core/understanding/classifier/packing.ts'
import { trainClassifier } from '../../../core/understanding/classifier/training.ts'
import { noMatter } from '../../../core/understanding/intent-limits.ts'
import { weights } from '../../../server/understanding/weights.ts'
import { accuracy, areaUnderCurve, expectedCalibrationError, type Figures, macroF1, percentile, share, type TaskOptions } from '../figures.ts'
import { BadFile, countContradictions, countShared, readLabelled } from '../lines.ts'

/** Trains on one file and reads another: how often right, how well it knows what is none of its intents, and at what cost. */
export async function run({ train, test }: TaskOptions): Promise<Figures> {
  if (!train || !test) throw new BadFile('The task "intent" needs --train and --test.')
  const given = await readLabelled(train, { training: true })
  const asked = await readLabelled(test)
  const taught = given.filter(({ label }) => label !== noMatter)
  if (new Set(taught.map(({ label }) => label)).size < 2)
    throw new BadFile(
      `${basename(train)}: beside "${noMatter}" all texts have the label "${taught[0]?.label}"; to learn a difference, two are needed.`,
    )
  const started = process.cpuUsage().user
  const trained = trainClassifier(taught, {
    seed: 1,
    meaning: weights.meaning,
    outside: given.filter(({ label }) => label === noMatter).map(({ text }) => text),
  })
  const seconds = (process.cpuUsage().user - started) / 1e6
  const bytes = packClassifier(trained)
  const classifier = readClassifier(bytes, weights.meaning)
  const times: number[] = []
  const read = asked.map(({ text, label }) => {
    const before = performance.now()
    const { best, probabilities, inScope, isInScope } = predict(classifier, text)
    times.push(performance.now() - before)
    return { truth: label, guess: classifier.labels[best] ?? '', confidence: probabilities[best] ?? 0, inScope, isInScope }
  })
  const inside = read.filter(({ truth }) => truth !== noMatter)
  const foreign = read.filter(({ truth }) => truth === noMatter)
  // Of a file with nothing but foreign texts, none of these says anything.
  const measured = (figure: (pairs: typeof inside) => number) => (inside.length === 0 ? null : figure(inside))
  return {
    'accuracy in scope %': measured(accuracy),
    'macro-F1 %': measured(macroF1),
    'accuracy in scope at default threshold %': share(inside, ({ truth, guess, isInScope }) => isInScope && truth === guess),
    ...(foreign.length > 0 && {
      'out-of-scope recall at default threshold %': share(foreign, ({ isInScope }) => !isInScope),
      'AUROC %': areaUnderCurve(read.map(({ truth, inScope }) => ({ score: inScope, positive: truth !== noMatter }))),
    }),
    'ECE %': measured((pairs) => expectedCalibrationError(pairs.map(({ truth, guess, confidence }) => ({ confidence, right: truth === guess })))),
    'train CPU s': seconds,
    'ms a prediction p50': percentile(times, 0.5),
    'ms a prediction p95': percentile(times, 0.95),
    'model bytes': bytes.length,
    'train texts': given.length,
    'test texts': asked.length,
    'test texts also in train': countShared(given, asked),
    'train texts with two labels': countContradictions(given),
    'test labels unknown to train': [...new Set(asked.map(({ label }) => label))].filter(
      (label) => label !== noMatter && !classifier.labels.includes(label),
    ).length,
  }
}
