let sound: AudioContext | undefined

/** Two soft notes; a browser that allows no sound yet stays silent. */
export function playChime(): void {
  sound ??= new AudioContext()
  if (sound.state === 'suspended') return
  for (const [nth, pitch] of [660, 880].entries()) {
    const tone = sound.createOscillator()
    const loudness = sound.createGain()
    const from = sound.currentTime + nth * 0.14
    tone.frequency.value = pitch
    loudness.gain.setValueAtTime(0.0001, from)
    loudness.gain.exponentialRampToValueAtTime(0.08, from + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + 0.3)
    tone.connect(loudness).connect(sound.destination)
    tone.start(from)
    tone.stop(from + 0.32)
  }
}
