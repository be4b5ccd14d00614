import type { Catalogue } from '../words.ts'

/** How the agent is: the Diagnostics pane. */
export const diagnostics: Catalogue = {
  Diagnostics: 'Diagnose',
  diagnostics: 'Diagnose',
  'How each part is, what happened lately, and what to send with a report of a fault.':
    'Wie es um jeden Teil steht, was zuletzt geschah und was einer Fehlermeldung beiliegen kann.',
  'It was checked whole at the start. It takes {bytes}.':
    'Beim Start vollständig geprüft. Sie belegt {bytes}.',
  'Rows: {rows}, all of them searchable.': 'Einträge: {rows}, alle durchsuchbar.',
  '{pending} of {rows} rows wait for their vector; until then they are found by their words.':
    '{pending} von {rows} Einträgen warten auf ihren Vektor; bis dahin werden sie über ihre Wörter gefunden.',
  'Memory does not answer.': 'Das Gedächtnis antwortet nicht.',
  'Start Adjutant again. If that does not help, go back to a backup.':
    'Adjutant neu starten. Hilft das nicht, auf eine Sicherung zurückgehen.',
  'Meaning is searched by {embedder}, with vectors in {store}.':
    'Nach Bedeutung sucht {embedder}, mit Vektoren in {store}.',
  'It is loaded when memory is first searched or written.':
    'Wird geladen, sobald das Gedächtnis zum ersten Mal durchsucht oder beschrieben wird.',
  'Meaning is not searched: memory goes on by words.':
    'Nach Bedeutung wird nicht gesucht: das Gedächtnis hilft sich mit Wörtern.',
  'Settings > Memory says why.': 'Einstellungen > Gedächtnis sagt, warum.',
  '{model} understands speech on this computer.': '{model} versteht Sprache auf diesem Rechner.',
  'Speech is sent to an endpoint that you chose.': 'Gesprochenes geht an einen selbst gewählten Endpunkt.',
  '{model} is not on this computer.': '{model} ist nicht auf diesem Rechner.',
  'Download it, or choose another one, in Settings > Voice.':
    'Unter Einstellungen > Sprache laden oder ein anderes wählen.',
  'The built-in planner is used. It needs no key and no network.':
    'Der eingebaute Planer wird verwendet. Er braucht weder Schlüssel noch Netz.',
  '{provider} is connected and was not asked since the start.':
    '{provider} ist verbunden und wurde seit dem Start nicht gefragt.',
  '{provider} answered at the last call.': '{provider} hat beim letzten Aufruf geantwortet.',
  'The last call failed: {code}.': 'Der letzte Aufruf ist fehlgeschlagen: {code}.',
  'Test the connection in Settings > Model.': 'Die Verbindung unter Einstellungen > Modell testen.',
  'Active schedules and reminders: {count}. The next one comes {at}.':
    'Aktive Zeitpläne und Erinnerungen: {count}. Die nächste Zeit: {at}.',
  'No tool server is connected.': 'Kein Werkzeugserver ist verbunden.',
  'Servers that answer: {count}.': 'Server, die antworten: {count}.',
  'Servers that do not answer: {failing}.': 'Server, die nicht antworten: {failing}.',
  'The Tools pane says why, and connects anew.': 'Die Ansicht Werkzeuge sagt, warum, und verbindet neu.',
  'No server is started in safe mode.': 'Im abgesicherten Modus wird kein Server gestartet.',
  'Tool servers': 'Werkzeugserver',
  'No schedule or reminder is active.': 'Kein Zeitplan und keine Erinnerung ist aktiv.',
  'One was due {at} and has not fired.': 'Einer war fällig ({at}) und hat nicht ausgelöst.',
  'Look into the log below for why.': 'Den Grund nennt das Protokoll unten.',
  'Nothing fires in safe mode.': 'Im abgesicherten Modus löst nichts aus.',
  'Start normally.': 'Normal starten.',
  'Process {process} owns the data directory; other ones become its clients.':
    'Prozess {process} besitzt das Datenverzeichnis; weitere werden seine Clients.',
  "Secrets are encrypted under the system's keychain.":
    'Geheimnisse sind mit dem Schlüsselbund des Systems verschlüsselt.',
  'Secrets are in a file that only your user may read, without encryption.':
    'Geheimnisse liegen unverschlüsselt in einer Datei, die nur das eigene Benutzerkonto lesen darf.',
  'A keychain such as GNOME Keyring or KWallet would encrypt them.':
    'Ein Schlüsselbund wie GNOME Keyring oder KWallet würde sie verschlüsseln.',
  '{free} are free.': '{free} sind frei.',
  'Only {free} are free: no backup is made.': 'Nur {free} sind frei: es wird keine Sicherung gemacht.',
  'Make room on the disk.': 'Platz auf der Platte schaffen.',
  'Only {free} are free: soon nothing can be written any more.':
    'Nur {free} sind frei: bald kann nichts mehr geschrieben werden.',
  'Make room on the disk now.': 'Jetzt Platz auf der Platte schaffen.',
  'The last one is from {at} and takes {bytes}. Days kept: {count}.':
    'Die letzte: {at}, {bytes}. Aufgehobene Tage: {count}.',
  'There is none yet. One is made by itself within minutes.':
    'Es gibt noch keine. In wenigen Minuten entsteht von selbst eine.',
  'The last one is from {at}.': 'Die letzte: {at}.',
  'Make one now, and look into the log below if that fails.':
    'Jetzt eine machen; misslingt das, hilft das Protokoll unten.',
  'There was no room for one at {at}.': 'Für eine Sicherung war kein Platz ({at}).',
  'Make room on the disk; it is tried again every hour.':
    'Platz auf der Platte schaffen; jede Stunde wird es wieder versucht.',
  'It failed at {at}.': 'Sie ist fehlgeschlagen ({at}).',
  'Look into the log below for why; it is tried again every hour.':
    'Den Grund nennt das Protokoll unten; jede Stunde wird es wieder versucht.',
  'Nothing is above its limit.': 'Nichts liegt über seiner Grenze.',
  'Limits exceeded: {count}.': 'Überschrittene Grenzen: {count}.',
  'The charts under Activity show since when.': 'Die Diagramme unter Aktivität zeigen, seit wann.',
  Database: 'Datenbank',
  'Search by meaning': 'Suche nach Bedeutung',
  'Data directory': 'Datenverzeichnis',
  Secrets: 'Geheimnisse',
  Disk: 'Platte',
  Backup: 'Sicherung',
  Load: 'Last',
  Tray: 'Infobereich',
  'Key to speak': 'Taste zum Sprechen',
  Well: 'In Ordnung',
  'Needs a look': 'Bitte ansehen',
  'Not working': 'Funktioniert nicht',
  Off: 'Aus',
  'It shows what the agent is at; closing the window keeps it running.':
    'Er zeigt, woran der Agent ist; ein geschlossenes Fenster lässt ihn weiterlaufen.',
  'This desktop shows no tray icons: closing the window ends Adjutant.':
    'Dieser Desktop zeigt keinen Infobereich: mit dem Fenster endet Adjutant.',
  'They are shown, with buttons.': 'Sie werden gezeigt, mit Knöpfen.',
  'They are shown, without buttons: a click opens the card.':
    'Sie werden gezeigt, ohne Knöpfe: ein Klick öffnet die Karte.',
  'This system shows none.': 'Dieses System zeigt keine.',
  'What waits is in the window and in the tray.': 'Was wartet, steht im Fenster und im Infobereich.',
  'No key is chosen.': 'Keine Taste gewählt.',
  '{chord} is not heard. {why}': '{chord} wird nicht gehört. {why}',
  '{chord} is heard everywhere. {why}': '{chord} wird überall gehört. {why}',
  Health: 'Zustand',
  Log: 'Protokoll',
  'Search the log': 'Protokoll durchsuchen',
  'Words, an id, a code': 'Wörter, eine Kennung, ein Code',
  Level: 'Stufe',
  Everything: 'Alles',
  'Information and above': 'Ab Information',
  'Warnings and above': 'Ab Warnung',
  Errors: 'Fehler',
  Part: 'Teil',
  'Every part': 'Jeder Teil',
  Follow: 'Mitlesen',
  'No line fits.': 'Keine Zeile passt.',
  'Lines of the log': 'Zeilen des Protokolls',
  'Make a bundle': 'Bündel machen',
  'Bundle for a report': 'Bündel für eine Fehlermeldung',
  'This is all of it: versions, health, settings, numbers and the last lines of the log. It holds no goals, contents, names, paths or secrets. Nothing is sent; you decide who gets it.':
    'Das ist alles: Versionen, Zustand, Einstellungen, Zahlen und die letzten Zeilen des Protokolls. Aufträge, Inhalte, Namen, Pfade und Geheimnisse sind nicht dabei. Nichts wird gesendet; wer es bekommt, liegt in eigener Hand.',
  'Content of the bundle': 'Inhalt des Bündels',
  Copy: 'Kopieren',
  'Save …': 'Speichern …',
  'Versions and places': 'Versionen und Orte',
  'Copy all': 'Alles kopieren',
  'Restart in safe mode': 'Im abgesicherten Modus neu starten',
  'Restart in safe mode?': 'Im abgesicherten Modus neu starten?',
  Restart: 'Neu starten',
  'What is under way stops, and stays as it is until the next normal start.':
    'Was läuft, hält an und bleibt bis zum nächsten normalen Start, wie es ist.',
  Adjutant: 'Adjutant',
  Electron: 'Electron',
  Chromium: 'Chromium',
  'Node.js': 'Node.js',
  SQLite: 'SQLite',
  System: 'System',
  Data: 'Daten',
  'Settings file': 'Datei der Einstellungen',
  'Log file': 'Datei des Protokolls',
  Backups: 'Sicherungen',
  'A backup was made and checked.': 'Eine Sicherung wurde gemacht und geprüft.',
  'Back up now': 'Jetzt sichern',
  'Log and alerts': 'Protokoll und Warnungen',
  'The log tells what happened in names and numbers, never what was said or worked on.':
    'Das Protokoll nennt, was geschah, in Namen und Zahlen, nie was gesagt oder bearbeitet wurde.',
  'What is logged': 'Was ins Protokoll kommt',
  'Everything, each step too': 'Alles, auch jeder Schritt',
  'What happens': 'Was geschieht',
  'What goes wrong or may': 'Was misslingt oder misslingen kann',
  'Only what goes wrong': 'Nur was misslingt',
  'An alert is raised when one of these stays above its limit, and is over when it has stayed well below it for a minute. Times are those that 95 of 100 keep; 0 turns an alert off.':
    'Eine Warnung erscheint, wenn ein Wert über seiner Grenze bleibt, und endet, wenn er eine Minute lang deutlich darunter blieb. Zeiten sind solche, die 95 von 100 einhalten; 0 schaltet eine Warnung aus.',
  'Time of a step, in ms': 'Dauer eines Schritts, in ms',
  'Time of the model, in ms': 'Dauer des Modells, in ms',
  'Time of a tool, in ms': 'Dauer eines Werkzeugs, in ms',
  'Time that the agent was held up, in ms': 'Zeit, die der Agent aufgehalten war, in ms',
  'A number from 0 on; 0 turns it off.': 'Eine Zahl ab 0; 0 schaltet sie aus.',
  'Open the diagnostics': 'Diagnose öffnen',
}
