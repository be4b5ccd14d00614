import type { Catalogue } from '../words.ts'

/** Ways to everything: keys and their sheet, the palette of commands, the panes. */
export const palette: Catalogue = {
  'Enter sends · {modifier}+K finds everything · ? shows all shortcuts':
    'Enter sendet · {modifier}+K findet alles · ? zeigt alle Tasten',
  Commands: 'Befehle',
  commands: 'Befehle',
  'A command, a conversation, a run …': 'Ein Befehl, ein Gespräch, ein Lauf …',
  Found: 'Gefunden',
  'With these words': 'Mit diesen Worten',
  'Ask “{words}”': '„{words}“ fragen',
  'Search memory for “{words}”': '„{words}“ im Gedächtnis suchen',
  'Search settings for “{words}”': '„{words}“ in den Einstellungen suchen',
  'Open {pane}': '{pane} öffnen',
  'Stop this run': 'Diesen Lauf stoppen',
  'Go on with everything': 'Mit allem weitermachen',
  'Light theme': 'Helles Aussehen',
  'Dark theme': 'Dunkles Aussehen',
  'Theme of the system': 'Aussehen wie das System',
  More: 'Mehr',
  'More panes': 'Weitere Bereiche',
  'More panes; open: {pane}': 'Weitere Bereiche; offen: {pane}',
  Anywhere: 'Überall',
  'In the message box': 'Im Nachrichtenfeld',
  'In lists': 'In Listen',
  'Find a command, a conversation or a run': 'Befehl, Gespräch oder Lauf finden',
  Ctrl: 'Strg',
  Shift: 'Umschalt',
  Del: 'Entf',
  Space: 'Leertaste',
}
