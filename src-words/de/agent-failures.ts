import type { Catalogue } from '../words.ts'

/** Why something did not work: running, calling, remembering, asking, updating, connecting. */
export const agentFailures: Catalogue = {
  'Another process has {0} open but does not answer':
    'Ein anderer Prozess hat {0} offen, antwortet aber nicht',
  'ADJUTANT_PORT: "{0}" is not a port number': 'ADJUTANT_PORT: „{0}“ ist keine Portnummer',
  '{0} cannot be read: {1}': '{0} lässt sich nicht lesen: {1}',
  'runs: list, show ID or verify [ID]': 'runs: list, show ID oder verify [ID]',
  '{0} is not an absolute path': '{0} ist kein vollständiger Pfad',
  '{0} is not a folder': '{0} ist kein Ordner',
  '{0} holds no servers.': '{0} enthält keine Server.',
  '{0}:{1}:{2}: not JSON: {3} was expected here': '{0}:{1}:{2}: kein JSON: hier wird {3} erwartet',
  'The value of {0} for the server "{1}" is not kept here.':
    'Der Wert von {0} für den Server „{1}“ ist hier nicht hinterlegt.',
  '{0} cannot be written: {1}': '{0} lässt sich nicht schreiben: {1}',
  '{0} cannot be read or is damaged': '{0} lässt sich nicht lesen oder ist beschädigt',
  'The secret "{0}" in {1} cannot be opened here: {2}':
    'Das Geheimnis „{0}“ in {1} lässt sich hier nicht öffnen: {2}',
  '"{0}" is no recorded evidence of run {1}.': '„{0}“ ist kein festgehaltener Beleg des Laufs {1}.',
  'There is nothing at {0} any more.': 'Unter {0} liegt nichts mehr.',
  '{0} is of a kind that may be run, so it is not opened from here.':
    '{0} ist von einer Art, die ausgeführt werden kann, und wird von hier nicht geöffnet.',
  '{0} could not be opened: {1}': '{0} ließ sich nicht öffnen: {1}',
  'The arguments of this call were forgotten.': 'Die Angaben dieses Aufrufs wurden vergessen.',
  'The arguments are not valid JSON: {0}': 'Die Angaben sind kein gültiges JSON: {0}',
  'The arguments do not fit {0}: {1}': 'Die Angaben passen nicht zu {0}: {1}',
  'There is no tool "{0}".': 'Es gibt kein Werkzeug „{0}“.',
  'The operator has switched off "{0}" ({1}).': '„{0}“ ist ausgeschaltet ({1}).',
  "{0} now leads into the agent's own data.": '{0} führt jetzt in die eigenen Daten des Agenten.',
  '{0} leads elsewhere now ({1}) than when it was approved.':
    '{0} führt jetzt woandershin ({1}) als bei der Freigabe.',
  '{0} leads elsewhere now ({1}): a link was put in.':
    '{0} führt jetzt woandershin ({1}): ein Verweis wurde eingesetzt.',
  'The server "{0}" has changed the tool {1} since the call was allowed.':
    'Der Server „{0}“ hat das Werkzeug {1} seit der Freigabe geändert.',
  'What was approved was an act on {0}; open now is {1}.':
    'Freigegeben war eine Handlung auf {0}; offen ist jetzt {1}.',
  'The page has changed: in the place of {0} is {1} now.':
    'Die Seite hat sich geändert: statt {0} steht dort jetzt {1}.',
  'This request is refused: {0}.': 'Diese Anfrage wird abgelehnt: {0}.',
  'The desktop has no such method.': 'So etwas kann der Desktop nicht.',
  '{0}: its input is not of the known shape.': '{0}: die Eingabe hat nicht die bekannte Form.',
  'Memory could not be written: the disk is full':
    'Das Gedächtnis ließ sich nicht schreiben: der Datenträger ist voll',
  'Nothing was remembered: {0}.': 'Nichts wurde gemerkt: {0}.',
  'Memory searches by words only': 'Das Gedächtnis sucht nur nach Wörtern',
  'The model file {0} {1}': 'Die Modelldatei {0} {1}',
  '{0} cannot be made: {1}': '{0} lässt sich nicht anlegen: {1}',
  '{0} from {1} is not the file it should be: its checksum differs':
    '{0} von {1} ist nicht die richtige Datei: die Prüfsumme weicht ab',
  '{0} answered {1}': '{0} antwortete {1}',
  '"{0}" is no address of a hub': '„{0}“ ist keine Adresse einer Modellquelle',
  "The hub's answer about {0} is not as expected":
    'Die Antwort der Modellquelle zu {0} ist nicht wie erwartet',
  '{0} has no file {1}': '{0} hat keine Datei {1}',
  'There is no approval or question {0}.': 'Es gibt keine Freigabe oder Frage {0}.',
  '"{0}" is no answer here: {1}.': '„{0}“ ist hier keine Antwort: {1}.',
  'This was answered or withdrawn already.': 'Das wurde schon beantwortet oder zurückgezogen.',
  'There is no file at {0} any more.': 'Unter {0} liegt keine Datei mehr.',
  '{0} is no text.': '{0} ist kein Text.',
  'There is no attachment {0} in this conversation; it may have been forgotten.':
    'In diesem Gespräch gibt es keinen Anhang {0}; vielleicht wurde er vergessen.',
  'There is no attachment {0}; it may have been forgotten.':
    'Es gibt keinen Anhang {0}; vielleicht wurde er vergessen.',
  'There is no server "{0}".': 'Es gibt keinen Server „{0}“.',
  'There is a server "{0}" already.': 'Es gibt schon einen Server „{0}“.',
  'There is no conversation {0}.': 'Es gibt kein Gespräch {0}.',
  'There is no import {0} in this process': 'In diesem Prozess gibt es keinen Import {0}',
  'What the model drew from {0} cannot be used: {1}':
    'Was das Modell {0} entnahm, ist nicht zu gebrauchen: {1}',
  'There is no memory {0}.': 'Es gibt keine Erinnerung {0}.',
  'There is no method "{0}".': 'Es gibt keine Methode „{0}“.',
  'Run {0} has {1} steps: there is no step {2}.':
    'Lauf {0} hat {1} Schritte: einen Schritt {2} gibt es nicht.',
  'There is no run {0}.': 'Es gibt keinen Lauf {0}.',
  'The goal of run {0} was forgotten.': 'Der Auftrag des Laufs {0} wurde vergessen.',
  'The schedule could not be run.': 'Der Zeitplan ließ sich nicht ausführen.',
  'There is no speech model "{0}"': 'Es gibt kein Sprachmodell „{0}“',
  'Speech is understood by {0} now': 'Sprache wird gerade von {0} verstanden',
  'Only a permission is answered by word of mouth.': 'Nur eine Erlaubnis wird mündlich beantwortet.',
  '"{0}" is no tool of a connected server.': '„{0}“ ist kein Werkzeug eines verbundenen Servers.',
  'There are {0} words of your own already': 'Es gibt schon {0} eigene Wörter',
  'There is no recording {0}': 'Es gibt keine Aufnahme {0}',
  'There is no task {0}': 'Es gibt keine Aufgabe {0}',
  'The plan cannot be used: {0}': 'Der Plan ist nicht zu gebrauchen: {0}',
  'The Adjutant at {0} does not answer: {1}': 'Der Adjutant unter {0} antwortet nicht: {1}',
  'There is no reminder or schedule {0}.': 'Es gibt keine Erinnerung und keinen Zeitplan {0}.',
  'The body must be a JSON object.': 'Der Inhalt muss ein JSON-Objekt sein.',
  'Port {0} is taken by another program': 'Port {0} ist von einem anderen Programm belegt',
  'Cannot listen at 127.0.0.1:{0}: {1}': '127.0.0.1:{0} lässt sich nicht öffnen: {1}',
  'The database {0} cannot be used: {1}': 'Die Datenbank {0} ist nicht zu gebrauchen: {1}',
  'The database {0} was made by a newer Adjutant (schema {1}, this one knows {2})':
    'Die Datenbank {0} stammt von einem neueren Adjutant (Schema {1}, dieser kennt {2})',
  'The data directory {0} cannot be used: {1}': 'Der Datenordner {0} ist nicht zu gebrauchen: {1}',
  'The clipboard is read for the quick window alone, while it has the focus.':
    'Die Zwischenablage wird nur für das Schnellfenster gelesen, solange es den Fokus hat.',
  '{0} was changed since it was checked: it is not opened.':
    '{0} wurde seit der Prüfung geändert und wird nicht geöffnet.',
  'updates.feed: "{0}" is not an https address.': 'updates.feed: „{0}“ ist keine https-Adresse.',
  '{0} broke off: {1}.': '{0} brach ab: {1}.',
  '{0} answers {1}.': '{0} antwortet {1}.',
  'The feed names "{0}" for its package, which is no https address.':
    'Die Quelle nennt „{0}“ für ihr Paket; das ist keine https-Adresse.',
  '{0} is not the package that the feed was signed for: nothing of it was kept.':
    '{0} ist nicht das Paket, für das die Quelle unterschrieben wurde: nichts davon wurde behalten.',
  'The feed is not signed with the key that came with this app: it is refused.':
    'Die Quelle ist nicht mit dem Schlüssel dieser App unterschrieben und wird abgelehnt.',
  'The feed is signed but cannot be read: {0}':
    'Die Quelle ist unterschrieben, lässt sich aber nicht lesen: {0}',
  'The feed counts until {0} only: it is refused.': 'Die Quelle gilt nur bis {0} und wird abgelehnt.',
  'The feed offers {0}, which is older than {1} that runs here: it is refused.':
    'Die Quelle bietet {0} an, älter als {1}, das hier läuft: abgelehnt.',
  'The feed offers {0}, but no {1} for {2}.': 'Die Quelle bietet {0} an, aber kein {1} für {2}.',
  '"{0}" did not appear within {1} s.': '„{0}“ erschien nicht innerhalb von {1} s.',
  'No page is open in this conversation.': 'In diesem Gespräch ist keine Seite offen.',
  'Acting on a web page needs a browser, and none was found.':
    'Handeln auf einer Webseite braucht einen Browser; es wurde keiner gefunden.',
  'Acting on a web page needs a browser, and there is none at {0}.':
    'Handeln auf einer Webseite braucht einen Browser; unter {0} ist keiner.',
  'The server "{0}" was called {1} times within {2} seconds.':
    'Der Server „{0}“ wurde {1} mal in {2} Sekunden aufgerufen.',
  'It was stopped before its turn came.': 'Es wurde gestoppt, bevor es an der Reihe war.',
  'The server "{0}" was disconnected.': 'Die Verbindung zum Server „{0}“ wurde getrennt.',
  'The server "{0}" cannot be used: {1}': 'Der Server „{0}“ ist nicht zu gebrauchen: {1}',
  '{0} does not let us in (HTTP {1}).': '{0} lässt uns nicht hinein (HTTP {1}).',
  '{0} was reached but did not answer in time.': '{0} wurde erreicht, antwortete aber nicht rechtzeitig.',
  '{0} did not come up: {1}': '{0} kam nicht hoch: {1}',
  '{0} could not be reached: {1}': '{0} war nicht zu erreichen: {1}',
  'The server "{0}" refused the call: {1}': 'Der Server „{0}“ lehnte den Aufruf ab: {1}',
  'The connection to the server "{0}" failed during the call: {1}':
    'Die Verbindung zum Server „{0}“ riss während des Aufrufs: {1}',
  'The server "{0}" is no longer connected.': 'Der Server „{0}“ ist nicht mehr verbunden.',
  'The server "{0}" says that it failed: {1}': 'Der Server „{0}“ meldet einen Fehler: {1}',
  'Nothing is remembered under {0}': 'Unter {0} ist nichts gemerkt',
  'A question is answered by the operator, not by a handler':
    'Eine Frage wird von Menschen beantwortet, nicht von einem Programm',
  'There is no result "{0}" in this conversation.': 'In diesem Gespräch gibt es kein Ergebnis „{0}“.',
  'The result "{0}" has {1} characters; {2} is past its end.':
    'Das Ergebnis „{0}“ hat {1} Zeichen; {2} liegt hinter dem Ende.',
  'A run cannot cancel itself': 'Ein Lauf kann sich nicht selbst abbrechen',
  'headers: "{0}" is set by the connection itself.': 'headers: „{0}“ setzt die Verbindung selbst.',
  '{0} is not a page but {1}.': '{0} ist keine Seite, sondern {1}.',
  '{0} answered {1}.': '{0} antwortete {1}.',
  '"{0}" cannot be attached: {1}.': '„{0}“ lässt sich nicht anhängen: {1}.',
  '"{0}" is a reminder: it comes once.': '„{0}“ ist eine Erinnerung: sie kommt einmal.',
  'The schedule "{0}" is over.': 'Der Zeitplan „{0}“ ist vorbei.',
  '"{0}" is a schedule: it comes again anyway.': '„{0}“ ist ein Zeitplan: er kommt ohnehin wieder.',
  '"{0}" is no cron pattern: {1}': '„{0}“ ist kein cron-Muster: {1}',
  '"{0}" is no time to be reminded at: {1}': '„{0}“ ist keine Zeit für eine Erinnerung: {1}',
  '"{0}" names no time that will ever come': '„{0}“ nennt keine Zeit, die je kommt',
  'There is no reminder or schedule {0}': 'Es gibt keine Erinnerung und keinen Zeitplan {0}',
  '{0} is in the past: it is {1} now ({2})': '{0} liegt in der Vergangenheit: jetzt ist {1} ({2})',
  'There is no memory scope "{0}" for {1}': 'Es gibt keinen Gedächtnisbereich „{0}“ für {1}',
  '"{0}" cannot be the name of a memory scope': '„{0}“ kann kein Name eines Gedächtnisbereichs sein',
  'Only a rule can be activated; "{0}" is a {1}.': 'Nur eine Regel lässt sich einschalten; „{0}“ ist {1}.',
  'This rule comes from content that anyone may have written, so it cannot be activated.':
    'Diese Regel stammt aus Inhalten, die irgendwer geschrieben haben kann, und lässt sich nicht einschalten.',
  '{0} has {1} dimensions and does not fit a space of {2} ({3})':
    '{0} hat {1} Dimensionen und passt nicht in einen Raum von {2} ({3})',
  '{0} holds a value that is not a number ({1})': '{0} enthält einen Wert, der keine Zahl ist ({1})',
  'Memory {0} has a name that no store can keep exactly: {1}':
    'Erinnerung {0} hat einen Namen, den kein Speicher genau behalten kann: {1}',
}
