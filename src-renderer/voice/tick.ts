let context: AudioContext | undefined

/** Makes ready what takes a while the first time. Nothing is heard, and no device is opened. */
export function prepareTick(): void {
  if (context) return
  context = new AudioContext({ latencyHint: 'interactive' })
  void context.suspend()
}

/** A short tick: higher where listening begins, lower where it ends. */
export function tick(what: 'begin' | 'end'): void {
  context ??= new AudioContext({ latencyHint: 'interactive' })
  // a browser may hold sounds back until it was clicked
  void context.resume()
  const now = context.currentTime
  const gain = context.createGain()
  gain.gain.setValueAtTime(0.0001, now)
  gain.gain.exponentialRampToValueAtTime(0.08, now + 0.005)
  gain.gain.exponentialRampToValueAtTime(0.0001, now + 0.05)
  const tone = context.createOscillator()
  tone.frequency.value = what === 'begin' ? 1_320 : 880
  tone.connect(gain).connect(context.destination)
  tone.start(now)
  tone.stop(now + 0.06)
}
