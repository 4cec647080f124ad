import type { Words } from '../phrases/lexicon.ts'

/**
 * Words of feeling in classes that all languages share: `bad1` to `bad3` and `good1` to `good3` by strength · `very` makes the
 * next stronger · `not` turns it · `again` repetition, which frustrates · `lost` does not understand · `mask` hides its words.
 */
export type MoodWords = Words
