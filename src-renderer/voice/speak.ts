/** Says it aloud in a voice of that language where there is one, instead of what is being said. */
export function speak(text: string, language: string): void {
  const words = new SpeechSynthesisUtterance(text)
  words.lang = language
  speechSynthesis.cancel()
  speechSynthesis.speak(words)
}

const speaks = () => 'speechSynthesis' in window && (speechSynthesis.speaking || speechSynthesis.pending)

export function hush(): void {
  // a browser may have none, and one that has not spoken yet would wake it for this
  if (speaks()) speechSynthesis.cancel()
}
