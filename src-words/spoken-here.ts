import { approvals } from './de/approvals.ts'
import { arrival } from './de/arrival.ts'
import { automations } from './de/automations.ts'
import { desktop } from './de/desktop.ts'
import { quick } from './de/quick.ts'
import { runs } from './de/runs.ts'
import { settings } from './de/settings.ts'
import { shell } from './de/shell.ts'
import { welcome } from './de/welcome.ts'
import { type Catalogue, createWords, type Language, type Words } from './words.ts'

/** All German texts, one file for each part of the interface. */
export const GERMAN: Catalogue = {
  ...approvals,
  ...arrival,
  ...automations,
  ...desktop,
  ...quick,
  ...runs,
  ...settings,
  ...shell,
  ...welcome,
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: {}, de: GERMAN }

export const wordsOf = (language: Language): Words => createWords(language, CATALOGUES[language])
