import { type LanguageModel, readLanguages } from './language/latin-model.ts'
import { type Meaning, readMeaning } from './meaning.ts'
import { type MoodModel, readMoodModel } from './mood/model.ts'
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

/** What reads the file of each; throws on bytes that are no such model. */
export const readers: { readonly [Name in keyof Weights]: (bytes: Uint8Array) => Weights[Name] } = {
  segmenter: readSegmenter,
  language: readLanguages,
  person: readPersonModel,
  mood: readMoodModel,
  meaning: readMeaning,
}
