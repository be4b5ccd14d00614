/** Says it aloud in a voice of that language where there is one, instead of what is being said. */
export function speak(text: string, language: string): void {
  const words = new SpeechSynthesisUtterance(text)
  words.lang = language
  speechSynthesis.cancel()
  speechSynthesis.speak(words)
}

export function hush(): void {
  // a browser may have none
  if ('speechSynthesis' in window) speechSynthesis.cancel()
}
