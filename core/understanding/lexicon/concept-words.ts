import type { Language } from '../../language.ts'

/**
 * The everyday words for one thing that customers mean, by language. `|` parts phrases; `*` ends a word that may go on (Latin scripts);
 * `~` leaves room for a few characters (Thai, Chinese). Words of a phrase may stand in any order, close together.
 */
export type ConceptWords = Record<Language, string>

/** Concepts by name; the name is what texts of all languages share. */
export type ConceptList = Record<string, ConceptWords>
