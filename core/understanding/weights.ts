import { type LanguageModel, readLanguages } from './language/latin-model.ts'
import { type Meaning, readMeaning } from './meaning.ts'
import { type MoodModel, readMoodModel } from './mood/model.ts'
import { UnreadableModel } from './packed.ts'
import { type PersonModel, readPersonModel } from './person/model.ts'
import { readSegmenter, type Segmenter } from './segmenter/segmenter.ts'

/** All that was learnt beforehand and ships with the product; see docs/models.md. */
export interface Weights {
  segmenter: Segmenter
  language: LanguageModel
  person: PersonModel
  mood: MoodModel
  meaning: Meaning
}

/** The file of each, without its ending. What learnt from share-alike data is under CC BY-SA 4.0 and says so in its name. */
export const weightFiles: Readonly<Record<keyof Weights, string>> = {
  segmenter: 'segmenter-share-alike',
  language: 'language-share-alike',
  person: 'person',
  mood: 'mood',
  meaning: 'meaning-share-alike',
}

/** What reads the file of each; throws on bytes that are no such model, and names the file and the field. */
export const readers: { readonly [Name in keyof Weights]: (bytes: Uint8Array) => Weights[Name] } = {
  segmenter: named('segmenter', readSegmenter),
  language: named('language', readLanguages),
  person: named('person', readPersonModel),
  mood: named('mood', readMoodModel),
  meaning: named('meaning', readMeaning),
}

function named<T>(name: keyof Weights, read: (bytes: Uint8Array) => T): (bytes: Uint8Array) => T {
  return (bytes) => {
    try {
      return read(bytes)
    } catch (error) {
      if (error instanceof UnreadableModel) throw new UnreadableModel(error.code, `weights/${weightFiles[name]}.bin: ${error.field}`, error.says)
      throw error
    }
  }
}
