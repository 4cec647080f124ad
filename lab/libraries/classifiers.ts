import type { Labelled } from '../understanding/lines.ts'
import { load } from './load.ts'

/** A library that learns labels from examples. */
export interface ComparedClassifier {
  name: string
  /** Learns, and gives what then guesses the label of a text. */
  train(examples: readonly Labelled[]): Promise<(text: string) => Promise<string>>
}

export const classifiers: readonly ComparedClassifier[] = [
  { name: 'node-nlp', train: trainNodeNlp },
  { name: 'natural', train: trainNatural },
  { name: 'wink-naive-bayes-text-classifier', train: trainWink },
]

interface NodeNlp {
  NlpManager: new (
    options: object,
  ) => {
    addDocument(language: string, text: string, label: string): void
    train(): Promise<void>
    process(language: string, text: string): Promise<{ classifications: { intent: string }[] }>
  }
}

async function trainNodeNlp(examples: readonly Labelled[]): Promise<(text: string) => Promise<string>> {
  const { NlpManager } = (await load<{ default: NodeNlp }>('node-nlp')).default
  const manager = new NlpManager({ languages: ['en'], autoSave: false, nlu: { log: false, useNoneFeature: false }, ner: { builtins: [] } })
  for (const { text, label } of examples) manager.addDocument('en', text, label)
  await manager.train()
  return async (text) => (await manager.process('en', text)).classifications[0]?.intent ?? ''
}

interface Natural {
  BayesClassifier: new () => { addDocument(text: string, label: string): void; train(): void; classify(text: string): string }
}

async function trainNatural(examples: readonly Labelled[]): Promise<(text: string) => Promise<string>> {
  const { BayesClassifier } = (await load<{ default: Natural }>('natural')).default
  const classifier = new BayesClassifier()
  for (const { text, label } of examples) classifier.addDocument(text, label)
  classifier.train()
  return async (text) => classifier.classify(text)
}

interface Wink {
  defineConfig(options: object): void
  definePrepTasks(tasks: unknown[]): void
  learn(text: string, label: string): void
  consolidate(): void
  predict(text: string): string
}

interface WinkUtils {
  string: { tokenize0(text: string): string[] }
  tokens: { propagateNegations: unknown; stem: unknown }
}

async function trainWink(examples: readonly Labelled[]): Promise<(text: string) => Promise<string>> {
  const make = (await load<{ default: () => Wink }>('wink-naive-bayes-text-classifier')).default
  const { string, tokens } = (await load<{ default: WinkUtils }>('wink-nlp-utils')).default
  const classifier = make()
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 })
  classifier.definePrepTasks([string.tokenize0, tokens.propagateNegations, tokens.stem])
  for (const { text, label } of examples) classifier.learn(text, label)
  classifier.consolidate()
  return async (text) => classifier.predict(text)
}
