import type { Catalogue } from '../words.ts'

/** The settings. */
export const settings: Catalogue = {
  'Search settings': 'Einstellungen durchsuchen',
  'Search: a word, or a key such as voice.globalKey':
    'Suche: ein Wort oder ein Schlüssel wie voice.globalKey',
  'No setting has these words.': 'In keiner Einstellung gefunden.',
  'Found at {count} place.': 'An {count} Stelle gefunden.',
  'Found at {count} places.': 'An {count} Stellen gefunden.',
  'Sections of the settings': 'Abschnitte der Einstellungen',
  'Start over': 'Von vorn',
  'Every setting as it is by default.': 'Jede Einstellung wie zu Beginn.',
  'Copy the key {path}': 'Schlüssel {path} kopieren',
  Reset: 'Zurücksetzen',
  'Reset {path}': '{path} zurücksetzen',
  'Reset {path}?': '{path} zurücksetzen?',
  'Reset all settings': 'Alle Einstellungen zurücksetzen',
  'Reset all settings?': 'Alle Einstellungen zurücksetzen?',
  Cancel: 'Abbrechen',
  'All settings are removed from config.json and hold as at the beginning. Secrets and memory stay.':
    'Alle Einstellungen werden aus config.json entfernt und gelten wie zu Beginn. Geheimnisse und Gedächtnis bleiben.',
  'It is removed from config.json, and its default holds.':
    'Sie wird aus config.json entfernt, und die Vorgabe gilt.',
  'Quiet hours': 'Ruhezeit',
  'No notification makes itself seen in this time; what waits is shown afterwards.':
    'In dieser Zeit meldet sich keine Benachrichtigung; was wartet, erscheint danach.',
  'Quiet from': 'Ruhe von',
  'Quiet until': 'Ruhe bis',
  'Window and clock': 'Fenster und Uhr',
  Theme: 'Farben',
  Light: 'Hell',
  Dark: 'Dunkel',
  English: 'English',
  Deutsch: 'Deutsch',
  'Keep running when the window is closed': 'Nach dem Schließen des Fensters weiterlaufen',
  'Holds for the desktop window. Here the agent runs on without one.':
    'Gilt für das Desktop-Fenster. Hier läuft der Agent auch ohne eines weiter.',
  'The agent stays in the tray, so that reminders and schedules come when they are due.':
    'Der Agent bleibt in der Leiste, damit Erinnerungen und Zeitpläne rechtzeitig kommen.',
  'Time zone': 'Zeitzone',
  'How times you write are understood, and when schedules come.':
    'Wie geschriebene Zeiten verstanden werden und wann Zeitpläne kommen.',
}
