import type { Catalogue } from '../words.ts'

export const safeMode: Catalogue = {
  'Safe mode': 'Abgesicherter Modus',
  'No schedule fires, nothing is taken up again by itself, no server is started, and the built-in planner is used.':
    'Kein Zeitplan löst aus, nichts wird von selbst fortgesetzt, kein Server wird gestartet, und der eingebaute Planer wird verwendet.',
  'config.json is left as it is and not used:': 'config.json bleibt, wie sie ist, und wird nicht verwendet:',
  'Start normally': 'Normal starten',
  'To start normally, end Adjutant and start it without --safe-mode.':
    'Für den normalen Start Adjutant beenden und ohne --safe-mode starten.',
  'Adjutant has ended unexpectedly several times in a row':
    'Adjutant ist mehrmals hintereinander unerwartet beendet worden',
  'Adjutant cannot go on': 'Adjutant kann nicht weitermachen',
  'Start in safe mode': 'Im abgesicherten Modus starten',
  'In safe mode no schedule fires, nothing is taken up again by itself, no server is started and the built-in planner is used. Your data and settings stay as they are.':
    'Im abgesicherten Modus löst kein Zeitplan aus, nichts wird von selbst fortgesetzt, kein Server wird gestartet, und der eingebaute Planer wird verwendet. Daten und Einstellungen bleiben, wie sie sind.',
}
