/** The languages that the bundled model understands well enough to be chosen here; config.json takes any of its 99. */
export const LANGUAGES: readonly string[] =
  'ar bg ca cs da de el en es et fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sv th tr uk vi zh'.split(
    ' ',
  )

/** 'German', in the language of the page's reader. */
export const languageName = (code: string): string =>
  new Intl.DisplayNames([navigator.language, 'en'], { type: 'language' }).of(code) ?? code
