import type { Catalogue } from '../words.ts'

/** How the desktop app is started, by login or by a link, and how it is renewed. */
export const arrival: Catalogue = {
  'Start when I log in': 'Beim Anmelden starten',
  'Without a window, so that reminders ring from the beginning. Holds for the desktop app.':
    'Ohne Fenster, damit Erinnerungen von Anfang an läuten. Gilt für die Desktop-App.',
  Updates: 'Aktualisierungen',
  'Version {version}. This build holds no key to check updates with: newer ones are installed by hand.':
    'Version {version}. Ohne Schlüssel, um Aktualisierungen zu prüfen: neuere werden von Hand installiert.',
  'Looked for once a day, and only where a feed is set. Nothing is ever installed by itself.':
    'Einmal am Tag gesucht, und nur wo ein Feed eingetragen ist. Nichts wird je von selbst installiert.',
  'Version {version} is there: Settings has it.': 'Version {version} ist da: siehe Einstellungen.',
  Feed: 'Feed',
  'An https address. Only what is signed with the key of this build counts.':
    'Eine https-Adresse. Nur was mit dem Schlüssel dieser Ausgabe signiert ist, gilt.',
  'Look for updates': 'Nach Aktualisierungen suchen',
  'Version {version}. No feed is set.': 'Version {version}. Kein Feed ist eingetragen.',
  'Version {version} runs here.': 'Version {version} läuft hier.',
  'Version {version} is the newest.': 'Version {version} ist die neueste.',
  'Version {version} is there ({size}).': 'Version {version} ist da ({size}).',
  'Version {version} is being downloaded.': 'Version {version} wird geladen.',
  'Version {version} was downloaded and checked. You install it.':
    'Version {version} ist geladen und geprüft. Die Installation bleibt von Hand.',
  Download: 'Herunterladen',
  'Copy the command': 'Befehl kopieren',
  'Open the installer': 'Installationsprogramm öffnen',
  'Show the file': 'Datei zeigen',
  'The link is too long.': 'Der Link ist zu lang.',
  'The link cannot be read.': 'Der Link ist nicht lesbar.',
  'The link is for another program.': 'Der Link gilt einem anderen Programm.',
  'The link holds more than a place.': 'Der Link enthält mehr als einen Ort.',
  'The link asks for more than a place to be shown.': 'Der Link verlangt mehr, als einen Ort zu zeigen.',
  'The link leads to no place here.': 'Der Link führt hier zu keinem Ort.',
  'The link asks for more than words in the message box.':
    'Der Link verlangt mehr als Worte im Nachrichtenfeld.',
  'The link holds characters that cannot be seen.': 'Der Link enthält unsichtbare Zeichen.',
}
