import { hash, mix } from './hash.ts'

/** Tells text as it is chatted from text as it is printed, for the two are not cut alike. */
export interface Register {
  weights: Int8Array
  scale: number
}

export function readRegister(weights: Int8Array, scale: number): Register {
  return { weights, scale }
}

/** From −1 (printed) to 1 (chatted): a logistic model over pairs of characters, centred. */
export function registerOf({ weights, scale }: Register, text: string): number {
  const features = registerFeatures(text, weights.length)
  let sum = 0
  for (const feature of features) sum += weights[feature] ?? 0
  return Math.tanh((sum * scale) / Math.sqrt(features.length) / 2)
}

/** Each pair of neighbouring characters, hashed into `size` (a power of two) places. */
export function registerFeatures(text: string, size: number): Uint32Array {
  const features = new Uint32Array(text.length + 1)
  for (let at = 0; at <= text.length; at++) features[at] = hash(mix(mix(20, text.charCodeAt(at - 1) || 0), text.charCodeAt(at) || 0)) & (size - 1)
  return features
}
