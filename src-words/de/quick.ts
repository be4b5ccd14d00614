import type { Catalogue } from '../words.ts'

/** The quick window. */
export const quick: Catalogue = {
  'Quick window': 'Schnellfenster',
  'Enter sends; in the empty box it opens the window · Esc hides':
    'Enter sendet, im leeren Feld öffnet es das Fenster · Esc blendet aus',
  Notices: 'Hinweise',
  Dismiss: 'Schließen',
  New: 'Neu',
  'Open the window': 'Fenster öffnen',
  '{count} question waits': '{count} Frage wartet',
  '{count} questions wait': '{count} Fragen warten',
}
