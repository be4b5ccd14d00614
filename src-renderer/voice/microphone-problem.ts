/** What keeps the microphone from being heard, and what to do about it. */
export interface MicrophoneProblem {
  readonly message: string
  readonly fix: string
}

/** Said where a failure of `getUserMedia` has one of these names (https://w3c.github.io/mediacapture-main/#methods-5). */
const BY_NAME: Readonly<Record<string, MicrophoneProblem>> = {
  NotFoundError: {
    message: 'There is no microphone.',
    fix: 'Connect one, and press again.',
  },
  NotAllowedError: {
    message: 'The microphone was refused.',
    fix: 'Allow it for Adjutant: in the browser at the left of the address, or in the privacy settings of the system.',
  },
  NotReadableError: {
    message: 'The microphone cannot be opened.',
    fix: 'Another program may have it for itself: close that one, or choose another microphone in Settings > Voice.',
  },
}

export const NOT_SECURE: MicrophoneProblem = {
  message: 'This page may not use the microphone, because it was not opened at a secure address.',
  fix: 'Open it at http://localhost or http://127.0.0.1 on the computer that Adjutant runs on.',
}

export const LOST: MicrophoneProblem = {
  message: 'The microphone was lost while you spoke. This is what was heard until then.',
  fix: 'Connect it again, or choose another one in Settings > Voice.',
}

export const MUTED: MicrophoneProblem = {
  message: 'The microphone gives nothing but silence.',
  fix: 'It may be muted: look for a switch on it, and at its level in the settings of the system.',
}

export const NOTHING_HEARD: MicrophoneProblem = {
  message: 'I heard nothing.',
  fix: 'Hold the button while you speak. Settings > Voice shows whether the microphone hears you.',
}

export const TOO_SHORT: MicrophoneProblem = {
  message: 'That was too short to hear anything.',
  fix: 'Hold the button, or its key, for as long as you speak.',
}

/** The problem that a failure to open the microphone comes to. */
export function problemOf(error: unknown): MicrophoneProblem {
  if (!(error instanceof Error)) return { message: `The microphone failed: ${String(error)}`, fix: '' }
  if (error.name === 'OverconstrainedError') return BY_NAME.NotFoundError as MicrophoneProblem
  if (error.name === 'SecurityError') return NOT_SECURE
  const fix = 'fix' in error && typeof error.fix === 'string' ? error.fix : 'Press again.'
  return BY_NAME[error.name] ?? { message: error.message, fix }
}
