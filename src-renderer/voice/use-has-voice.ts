import { useSyncExternalStore } from 'react'

const listen = (changed: () => void) => {
  if (!('speechSynthesis' in window)) return () => {}
  speechSynthesis.addEventListener('voiceschanged', changed)
  return () => speechSynthesis.removeEventListener('voiceschanged', changed)
}

/** Whether this computer has a voice to speak with. Some tell of theirs only a while after they were asked. */
export const useHasVoice = (): boolean =>
  useSyncExternalStore(listen, () => 'speechSynthesis' in window && speechSynthesis.getVoices().length > 0)
