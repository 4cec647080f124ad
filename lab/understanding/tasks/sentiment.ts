import { predict } from '../../../core/understanding/classifier/classifier.ts'
import { packClassifier } from '../../../core/understanding/classifier/packing.ts'
import { trainClassifier } from '../../../core/understanding/classifier/training.ts'
import { weights } from '../../../server/understanding/weights.ts'
import { accuracy, expectedCalibrationError, type Figures, macroF1, percentile, type TaskOptions } from '../figures.ts'
import { BadFile, countShared, readLabelled } from '../lines.ts'

/** Trains the product's one classifier on one file of texts with sentiments and reads another. */
export async function run({ train, test }: TaskOptions): Promise<Figures> {
  if (!train || !test) throw new BadFile('The task "sentiment" needs --train and --test.')
  const given = await readLabelled(train, { training: true })
  const asked = await readLabelled(test)
  const started = process.cpuUsage().user
  const classifier = trainClassifier(given, { seed: 1, meaning: weights.meaning, moods: true })
  const seconds = (process.cpuUsage().user - started) / 1e6
  const times: number[] = []
  const read = asked.map(({ text, label }) => {
    const before = performance.now()
    const { best, probabilities } = predict(classifier, text)
    times.push(performance.now() - before)
    return { truth: label, guess: classifier.labels[best] ?? '', confidence: probabilities[best] ?? 0 }
  })
  return {
    'accuracy %': accuracy(read),
    'macro-F1 %': macroF1(read),
    'ECE %': expectedCalibrationError(read.map(({ truth, guess, confidence }) => ({ confidence, right: truth === guess }))),
    'train CPU s': seconds,
    'ms a prediction p50': percentile(times, 0.5),
    'model bytes': packClassifier(classifier).length,
    'train texts': given.length,
    'test texts': asked.length,
    'test texts also in train': countShared(given, asked),
  }
}
