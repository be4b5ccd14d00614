import type { Catalogue } from '../words.ts'

/** The frame of the window, and what belongs to no pane. */
export const shell: Catalogue = {
  Chat: 'Chat',
  Runs: 'Läufe',
  Approvals: 'Freigaben',
  Memory: 'Gedächtnis',
  Settings: 'Einstellungen',
  Panes: 'Bereiche',
  Language: 'Sprache',
  'As the system': 'Wie das System',
  ' pending': ' offen',
  'Everything is paused: what you ask for is kept and begins when you go on.':
    'Alles pausiert: Aufträge werden behalten und beginnen, sobald es weitergeht.',
  'Go on': 'Weiter',
  Messages: 'Nachrichten',
  'Show earlier ones': 'Frühere zeigen',
}
