let context: AudioContext | undefined

/** Two soft notes when an answer arrives out of sight. Silent until the customer has touched the page: browsers insist, and so do we. */
export function chime() {
  if (!navigator.userActivation?.hasBeenActive) return
  context ??= new AudioContext()
  const start = context.currentTime
  for (const [at, pitch] of [
    [0, 587],
    [0.12, 880],
  ] as const) {
    const note = context.createOscillator()
    const loudness = context.createGain()
    note.frequency.value = pitch
    loudness.gain.setValueAtTime(0, start + at)
    loudness.gain.linearRampToValueAtTime(0.05, start + at + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + at + 0.5)
    note.connect(loudness).connect(context.destination)
    note.start(start + at)
    note.stop(start + at + 0.55)
  }
}
