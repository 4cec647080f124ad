/** Weights as whole numbers from −127 to 127; beyond 99.99 % of the magnitudes they are clipped. */
export function quantise(weights: Float32Array): { numbers: Int8Array; scale: number } {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort()
  const most = sizes[Math.floor(sizes.length * 0.9999)] ?? sizes.at(-1) ?? 1
  const scale = most / 127
  return { numbers: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))), scale }
}
