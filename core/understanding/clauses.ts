/** The clauses of a message that may each want something; empty when it is one clause or too short to hold two wishes. */
export function clausesOf(text: string): string[] {
  const clauses = text
    .slice(0, longest)
    .split(border)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length >= (hasSpaces.test(clause) ? shortest : shortestDense))
  return clauses.length < 2 ? [] : clauses.slice(0, most)
}

const longest = 2000
const most = 4
const shortest = 12
const shortestDense = 4
const hasSpaces = /\p{Script=Latin}/u

// Ends of sentences, and the words that add a second wish to a first, in the six languages.
const border =
  /[.!?。！？;；\n…]+|,?\s+(?:and(?: also)?|also|plus|besides|dan(?: juga)?|juga|serta|selain itu|lagipun|ja(?: ka)?|ning|lisaks|samuti)\s+|แล้วก็|และ|อีกเรื่อง|อีกอย่าง|另外|还有|還有|而且|顺便/iu
