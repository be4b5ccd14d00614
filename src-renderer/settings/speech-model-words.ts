/** What the models are like, for those who choose. That English alone is understood better is OpenAI's own finding. */
export const modelWords: Readonly<Record<string, { readonly label: string; readonly about: string }>> = {
  'whisper-tiny': { label: 'Tiny', about: 'The quickest; mishears more.' },
  'whisper-base': { label: 'Base', about: 'Quick, and good for what one asks for.' },
  'whisper-base.en': { label: 'Base, English only', about: 'As quick, and a little better at English.' },
  'whisper-small': { label: 'Small', about: 'Mishears less, and takes several times as long.' },
  'whisper-small.en': { label: 'Small, English only', about: 'The same for English alone.' },
  'whisper-large-v3-turbo': { label: 'Large, turbo', about: 'Mishears least; wants a fast computer.' },
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1e6)
