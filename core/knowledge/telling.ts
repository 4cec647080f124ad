import { generalConcepts } from '../understanding/lexicon/concepts.ts'
import type { Weights } from './weights.ts'

/**
 * What nearly every article or question may mention besides its subject: goods, and the words of any purchase. Rarity alone, measured in
 * a company's own articles, does not tell these apart as well: thirty articles are too few.
 */
const broad = new Set(
  `table chair sofa mattress wardrobe lamp rug desk shelf fabric wood colour order order-number delivery parcel large-furniture account email
  pay price free photo place driver erase validity how-many-people quality booking flight ticket train bus-ride hotel-room clothes electricity`.split(
    /\s+/,
  ),
)

/** How much a concept tells about the subject: 1, or less for what is mentioned, or asked, about everything. */
export function tellingOf(concept: string, weights: Weights): number {
  return broad.has(concept) || generalConcepts.has(concept) ? weights.broad : 1
}
