import type { Catalogue } from '../words.ts'

/** What to do about it. */
export const agentRemedies: Catalogue = {
  'Close the other Adjutant of this data directory, or set ADJUTANT_HOME to another folder.':
    'Den anderen Adjutant dieses Datenordners schließen oder ADJUTANT_HOME auf einen anderen Ordner setzen.',
  'Use a number from 1 to 65535, or leave it out to take a free one.':
    'Eine Zahl von 1 bis 65535 nehmen oder sie weglassen, dann wird ein freier genommen.',
  'Name {0}.': '{0} nennen.',
  'Begin it with / or ~.': 'Mit / oder ~ beginnen.',
  'Create it, or remove it in Settings > Folders.':
    'Ihn anlegen oder unter Einstellungen > Ordner entfernen.',
  'Choose a file with "mcpServers" (or "servers") in it.':
    'Eine Datei mit „mcpServers“ (oder „servers“) wählen.',
  'Correct that line.': 'Diese Zeile berichtigen.',
  'Enter it in Settings > Connections.': 'Unter Einstellungen > Verbindungen eingeben.',
  'Make it a file that you may read.': 'Daraus eine Datei machen, die gelesen werden darf.',
  'Correct that line. Comments and trailing commas are not allowed.':
    'Diese Zeile berichtigen. Kommentare und Kommas am Ende sind nicht erlaubt.',
  'Correct {0}.': '{0} berichtigen.',
  'Check the permissions of its folder and the space on its disk.':
    'Die Rechte des Ordners und den Platz auf dem Datenträger prüfen.',
  'Remove it and enter the secrets again in Settings.':
    'Sie entfernen und die Geheimnisse in den Einstellungen neu eingeben.',
  'Enter it again in Settings, or start the host that kept it.':
    'Es in den Einstellungen neu eingeben oder den Rechner starten, der es behielt.',
  'Choose one of the files that the run wrote.': 'Eine der Dateien wählen, die der Lauf geschrieben hat.',
  'Show it in its folder and open it there.': 'Sie in ihrem Ordner zeigen und dort öffnen.',
  'Do it another way, or say that it would be needed: it is switched on again in the Tools pane.':
    'Anders vorgehen oder sagen, dass es gebraucht würde: im Bereich Werkzeuge wird es wieder eingeschaltet.',
  'Call it again: the operator is asked anew.': 'Noch einmal aufrufen: dann wird neu gefragt.',
  'Take a new snapshot.': 'Die Seite neu ansehen.',
  'Make room and try again; what was there before is whole.':
    'Platz schaffen und noch einmal versuchen; was vorher da war, ist heil.',
  'Delete {0}: another one is used or downloaded. Or install Adjutant again.':
    '{0} löschen: ein anderes wird genommen oder geladen. Oder Adjutant neu installieren.',
  'Check the connection; what has arrived is kept, and the rest is asked for again.':
    'Die Verbindung prüfen; was ankam, bleibt, der Rest wird noch einmal geholt.',
  'The model is downloaded to there: check the disk and who may write to it.':
    'Dorthin wird das Modell geladen: Datenträger und Schreibrechte prüfen.',
  'Correct ADJUTANT_MODEL_HUB, or leave it out.': 'ADJUTANT_MODEL_HUB berichtigen oder weglassen.',
  'Open it with its own program.': 'Es mit seinem eigenen Programm öffnen.',
  'Choose another name.': 'Einen anderen Namen wählen.',
  'Choose another file.': 'Eine andere Datei wählen.',
  'Send the lines again: those that are there already are not doubled.':
    'Die Zeilen noch einmal schicken: vorhandene werden nicht verdoppelt.',
  'It is tried again at the next start; the log says why it failed.':
    'Beim nächsten Start wird es noch einmal versucht; das Protokoll sagt, warum es nicht ging.',
  'Choose one of {0}.': 'Eines von {0} wählen.',
  'Choose another one first, such as {0}.': 'Zuerst ein anderes wählen, etwa {0}.',
  'Choose the answer on the card.': 'Die Antwort auf der Karte wählen.',
  'What other tools do is fixed.': 'Was andere Werkzeuge tun, steht fest.',
  'Take one out under Settings, Voice.': 'Eines unter Einstellungen, Spracheingabe herausnehmen.',
  'Begin a new one; it may have been ended, or left alone for too long.':
    'Eine neue beginnen; sie wurde vielleicht beendet oder zu lange liegen gelassen.',
  'Start it again.': 'Neu starten.',
  'Close all running Adjutants of this data directory and start again.':
    'Alle laufenden Adjutants dieses Datenordners schließen und neu starten.',
  'Set ADJUTANT_PORT to another port, or leave it out to take a free one.':
    'ADJUTANT_PORT auf einen anderen Port setzen oder weglassen, dann wird ein freier genommen.',
  'Check that the folder can be written to. Copies made before each upgrade are in {0}.':
    'Prüfen, ob der Ordner beschreibbar ist. Kopien von vor jeder Aktualisierung liegen in {0}.',
  'Start the newer version, or use another ADJUTANT_HOME.':
    'Die neuere Version starten oder ein anderes ADJUTANT_HOME nehmen.',
  'Check that you may write there, or set ADJUTANT_HOME to another folder.':
    'Die Schreibrechte dort prüfen oder ADJUTANT_HOME auf einen anderen Ordner setzen.',
  'Look for updates and download it again.': 'Nach Aktualisierungen suchen und neu laden.',
  'Only a feed on this computer itself may be without encryption.':
    'Nur eine Quelle auf diesem Computer selbst darf unverschlüsselt sein.',
  'Check the connection and the address of the feed.': 'Die Verbindung und die Adresse der Quelle prüfen.',
  'Check the connection and try again.': 'Die Verbindung prüfen und noch einmal versuchen.',
  'The feed names a package that is not there. Try again later.':
    'Die Quelle nennt ein Paket, das es nicht gibt. Später noch einmal versuchen.',
  'Ask whoever makes the feed.': 'Bei den Betreibern der Quelle nachfragen.',
  'It was tampered with or damaged on its way. Try again; if it goes on, do not install it by other means.':
    'Es wurde verfälscht oder unterwegs beschädigt. Noch einmal versuchen; bleibt es so, nicht auf anderem Weg installieren.',
  'It was tampered with, or belongs to another app. Check its address.':
    'Sie wurde verfälscht oder gehört zu einer anderen App. Die Adresse prüfen.',
  'It is for another version of this app. Install the new one by hand.':
    'Sie ist für eine andere Version dieser App. Die neue von Hand installieren.',
  "Somebody may hold back a newer one. Check its address, and this computer's clock.":
    'Vielleicht hält jemand eine neuere zurück. Die Adresse und die Uhr dieses Computers prüfen.',
  'Going back is never done by an update. Check the address of the feed.':
    'Zurück geht eine Aktualisierung nie. Die Adresse der Quelle prüfen.',
  'Ask whoever makes the packages for one.': 'Bei den Herstellern der Pakete danach fragen.',
  'Open one first.': 'Zuerst eine öffnen.',
  'Install Chrome, Chromium or Edge, or set ADJUTANT_BROWSER to the path of one.':
    'Chrome, Chromium oder Edge installieren oder ADJUTANT_BROWSER auf den Pfad eines davon setzen.',
  'Set ADJUTANT_BROWSER to the path of Chrome, Chromium or Edge, or leave it out to have one searched.':
    'ADJUTANT_BROWSER auf den Pfad von Chrome, Chromium oder Edge setzen oder weglassen, dann wird einer gesucht.',
  'Try again in {0} seconds.': 'In {0} Sekunden noch einmal versuchen.',
  'See Settings > Connections.': 'Siehe Einstellungen > Verbindungen.',
  'Enter its token as the header "Authorization", with "Bearer " before it.':
    'Sein Token als Kopfzeile „Authorization“ eingeben, mit „Bearer “ davor.',
  'Check that it is an MCP server, and look at what it writes.':
    'Prüfen, ob es ein MCP-Server ist, und ansehen, was er schreibt.',
  'Try its command line in a terminal.': 'Seine Befehlszeile in einem Terminal versuchen.',
  'Check its address, and whether it runs.': 'Seine Adresse prüfen und ob er läuft.',
  'Recall it first to learn its id.': 'Erst danach suchen, um die Kennung zu erfahren.',
  'Open it as a question of the run.': 'Als Frage des Laufs öffnen.',
  'Use a handle as it stands with a result, or make the call again.':
    'Ein Kürzel nehmen, wie es beim Ergebnis steht, oder noch einmal aufrufen.',
  'Begin before {0}.': 'Vor {0} beginnen.',
  'Answer instead: that ends it.': 'Stattdessen antworten: das beendet ihn.',
  'Download it as a file instead.': 'Stattdessen als Datei herunterladen.',
  'The server has trouble; try again later.': 'Der Server hat Schwierigkeiten; später noch einmal versuchen.',
  'Check the address.': 'Die Adresse prüfen.',
  'Put it off to a later time, or delete it.': 'Auf später verschieben oder löschen.',
  'Make a new schedule with the same words.': 'Einen neuen Zeitplan mit denselben Worten anlegen.',
  'Pause it instead.': 'Stattdessen pausieren.',
  'Use five fields: minute, hour, day of the month, month, day of the week, such as "0 9 * * 1-5".':
    'Fünf Felder angeben: Minute, Stunde, Tag des Monats, Monat, Wochentag, etwa „0 9 * * 1-5“.',
  'Give a date and time that exist, such as 2026-05-04T09:00:00+02:00.':
    'Datum und Zeit angeben, die es gibt, etwa 2026-05-04T09:00:00+02:00.',
  'Check the day of the month against the month.': 'Prüfen, ob der Monat diesen Tag hat.',
  'List them to learn their ids.': 'Sie auflisten lassen, um ihre Kennungen zu erfahren.',
  'Give a time that is still to come.': 'Eine Zeit angeben, die noch kommt.',
  'Known here: {0}.': 'Hier bekannt: {0}.',
  'No scope is open to it.': 'Kein Bereich steht dafür offen.',
  'Use up to 100 letters, digits, spaces and . _ : / @ + -, beginning with a letter or digit.':
    'Bis zu 100 Buchstaben, Ziffern, Leerzeichen und . _ : / @ + - nehmen, vorn ein Buchstabe oder eine Ziffer.',
  'If you want it, add it as a rule in your own words.':
    'Wenn sie gewünscht ist, sie in eigenen Worten als Regel eingeben.',
  'The store in use stays the one before. Move again; what is there already is not copied twice.':
    'Der Speicher bleibt der bisherige. Noch einmal umziehen; Vorhandenes wird nicht doppelt kopiert.',
  'Make the index anew instead: Settings > Memory > Reindex.':
    'Stattdessen den Index neu anlegen: Einstellungen > Gedächtnis > Neu aufbauen.',
  'Try again.': 'Noch einmal versuchen.',
  'Make room on the disk; the next one is made by itself.':
    'Platz auf dem Datenträger schaffen; die nächste entsteht von selbst.',
  'Its options are: {0}.': 'Möglich sind: {0}.',
  'Take a new snapshot and use a reference from it.':
    'Die Seite neu ansehen und einen Verweis von dort nehmen.',
  'Take a new snapshot: the element may be covered, disabled or of another kind.':
    'Die Seite neu ansehen: das Element ist vielleicht verdeckt, gesperrt oder von anderer Art.',
  'Give the value as the field wants it, e.g. a date as 2026-05-31.':
    'Den Wert angeben, wie das Feld ihn will, ein Datum etwa als 2026-05-31.',
  'Open that address itself, or allow {0} in Settings > Hosts.':
    'Diese Adresse selbst öffnen oder {0} unter Einstellungen > Server erlauben.',
  'Close other programs that use its profile, or install Chrome or Chromium anew.':
    'Andere Programme mit demselben Profil schließen oder Chrome oder Chromium neu installieren.',
  'Download it instead.': 'Es stattdessen herunterladen.',
  'Try again later.': 'Später noch einmal versuchen.',
  'Check the address, and whether the server is up.': 'Die Adresse prüfen und ob der Server läuft.',
  'Try again: it is started anew.': 'Noch einmal versuchen: er wird neu gestartet.',
  'Something it needs may have been blocked: {0}': 'Etwas Nötiges wurde vielleicht gesperrt: {0}',
  'Take a snapshot: the page may say what it misses.': 'Die Seite ansehen: vielleicht sagt sie, was fehlt.',
  'Give values for these fields as well.': 'Auch für diese Felder Werte angeben.',
  'Its fields are: {0}.': 'Seine Felder sind: {0}.',
  'Name a folder.': 'Einen Ordner nennen.',
  'Use the tools for memory, reminders and settings.':
    'Die Werkzeuge für Gedächtnis, Erinnerungen und Einstellungen nehmen.',
  'Name the place it leads to: {0}': 'Den Ort nennen, zu dem es führt: {0}',
  'Allow the folder {0} in Settings > Folders (files.roots in config.json).':
    'Den Ordner {0} unter Einstellungen > Ordner erlauben (files.roots in config.json).',
  'Name something in it instead.': 'Stattdessen etwas darin nennen.',
  'Choose another place.': 'Einen anderen Ort wählen.',
  'Choose another name, or trash that first.':
    'Einen anderen Namen wählen oder jenes zuerst in den Papierkorb legen.',
  'Check the path, or list its folder.': 'Den Pfad prüfen oder seinen Ordner auflisten lassen.',
  'Name what it leads to: {0}': 'Das nennen, zu dem es führt: {0}',
  'List it instead.': 'Ihn stattdessen auflisten lassen.',
  'Look at the folder, then try again.': 'Den Ordner ansehen und noch einmal versuchen.',
  'Name a text file.': 'Eine Textdatei nennen.',
  'What is kept stays in the trash. Remove the link at {0}, then restore.':
    'Was behalten wurde, bleibt im Papierkorb. Den Verweis unter {0} entfernen, dann wiederherstellen.',
  'Move that away first; what is in the trash stays there.':
    'Jenes zuerst wegräumen; was im Papierkorb ist, bleibt dort.',
  'Move the present file away first; the earlier version stays kept.':
    'Die jetzige Datei zuerst wegräumen; die frühere Fassung bleibt erhalten.',
  'List what is in the trash.': 'Den Papierkorb auflisten lassen.',
  'Write it in parts.': 'In Teilen schreiben.',
  'Name a file.': 'Eine Datei nennen.',
  'Give the address of that server in Settings > Connections, if it is the right one.':
    'Die Adresse jenes Servers unter Einstellungen > Verbindungen eingeben, wenn er der richtige ist.',
  'Send it as "Authorization: Bearer".': 'Als „Authorization: Bearer“ senden.',
  'Send "Content-Type: application/json".': '„Content-Type: application/json“ senden.',
  'Free some space and try again; nothing was changed.':
    'Etwas Platz schaffen und erneut versuchen; nichts wurde verändert.',
  'Try again in a moment.': 'Gleich noch einmal versuchen.',
  'Install it, or give its full path.': 'Es installieren oder seinen vollständigen Pfad angeben.',
  'A script cannot be started by itself on Windows: use the program "cmd" with the arguments "/c" and the script.':
    'Ein Skript startet unter Windows nicht von selbst: das Programm „cmd“ mit „/c“ und dem Skript nehmen.',
  'Check that it is a program that may be run.':
    'Prüfen, ob es ein Programm ist, das ausgeführt werden darf.',
  'Allow {0} in Settings > Hosts, or ask for that address itself.':
    '{0} unter Einstellungen > Server erlauben oder nach jener Adresse selbst fragen.',
  'Give a full address, e.g. https://example.com/page.':
    'Eine vollständige Adresse angeben, etwa https://example.com/page.',
  'Give the address without them.': 'Die Adresse ohne sie angeben.',
  'Allow {0} in Settings > Hosts.': '{0} unter Einstellungen > Server erlauben.',
  'Check its spelling, and whether this computer is online.':
    'Die Schreibweise prüfen und ob dieser Computer online ist.',
  'Ask for a smaller page, or for a part of it.':
    'Nach einer kleineren Seite oder nach einem Teil davon fragen.',
  'Record it again; the recording may have been stopped before it began.':
    'Noch einmal aufnehmen; die Aufnahme wurde vielleicht beendet, ehe sie begann.',
  'Send WAV; other recordings can be changed by "ffmpeg -i IN -ac 1 -ar 16000 OUT.wav".':
    'WAV senden; andere Aufnahmen wandelt „ffmpeg -i IN -ac 1 -ar 16000 OUT.wav“ um.',
  'Save it as PCM of 8, 16, 24 or 32 bit, or as float, in any sample rate: "ffmpeg -i IN -ac 1 -ar 16000 OUT.wav".':
    'Als PCM mit 8, 16, 24 oder 32 Bit oder als float speichern, mit beliebiger Abtastrate: „ffmpeg -i IN -ac 1 -ar 16000 OUT.wav“.',
  'Check in the settings (voice.transcriber) that "{0}" is a transcription model there.':
    'In den Einstellungen prüfen (voice.transcriber), ob „{0}“ dort ein Modell für Sprache ist.',
  'Say it again in a moment, or choose the bundled model in the settings (voice.transcriber).':
    'Gleich noch einmal sagen oder in den Einstellungen das mitgelieferte Modell wählen (voice.transcriber).',
  'Check address, model name and key in the settings (voice.transcriber).':
    'Adresse, Modellname und Schlüssel in den Einstellungen prüfen (voice.transcriber).',
  'Download it under Settings, Voice, or choose another one there.':
    'Unter Einstellungen, Spracheingabe laden oder dort ein anderes wählen.',
  'Wait until one of them is done.': 'Warten, bis eine fertig ist.',
  'Install Adjutant again.': 'Adjutant neu installieren.',
  'It is started again by itself. Say it again; if it goes on, install Adjutant again.':
    'Es startet von selbst neu. Noch einmal sagen; bleibt es so, Adjutant neu installieren.',
  'Install Adjutant again, or name a folder with the model (voice.models).':
    'Adjutant neu installieren oder einen Ordner mit dem Modell nennen (voice.models).',
  'It is started again by itself; memory is searched by words until then. If it goes on, install Adjutant again.':
    'Es startet von selbst neu; so lange wird das Gedächtnis nach Wörtern durchsucht. Bleibt es so, Adjutant neu installieren.',
  'Install Adjutant again; memory is searched by words until then.':
    'Adjutant neu installieren; so lange wird das Gedächtnis nach Wörtern durchsucht.',
  'Check in Settings > Memory that "{0}" is an embedding model of that endpoint.':
    'Unter Einstellungen > Gedächtnis prüfen, ob „{0}“ ein Einbettungsmodell dieses Dienstes ist.',
  'It is asked again by itself; memory is searched by words until then.':
    'Es wird von selbst noch einmal gefragt; so lange wird das Gedächtnis nach Wörtern durchsucht.',
  'Check address, model name and key in Settings > Memory.':
    'Adresse, Modellname und Schlüssel unter Einstellungen > Gedächtnis prüfen.',
  'Check that Milvus runs and that this computer reaches it. It is tried again by itself.':
    'Prüfen, ob Milvus läuft und erreichbar ist. Es wird von selbst wieder versucht.',
  'Check the token (user:password, or an API key) in Settings > Memory.':
    'Das Token (benutzer:passwort oder API-Schlüssel) unter Einstellungen > Gedächtnis prüfen.',
  'Make the index anew: Settings > Memory > Reindex.':
    'Den Index neu anlegen: Einstellungen > Gedächtnis > Neu aufbauen.',
  'Drop the collection {0}, or choose another Milvus.':
    'Die Sammlung {0} löschen oder ein anderes Milvus wählen.',
  'It is tried again by itself.': 'Es wird von selbst wieder versucht.',
  'Write it as postgres://user@host:5432/database in Settings > Memory; encode special characters.':
    'Als postgres://user@host:5432/database unter Einstellungen > Gedächtnis eingeben; Sonderzeichen kodieren.',
  'Check user, password and database in Settings > Memory.':
    'Benutzer, Passwort und Datenbank unter Einstellungen > Gedächtnis prüfen.',
  'Check that the database runs and that this computer reaches it. It is tried again by itself.':
    'Prüfen, ob die Datenbank läuft und erreichbar ist. Es wird von selbst wieder versucht.',
  'Have an administrator run: CREATE EXTENSION vector':
    'Von der Verwaltung ausführen lassen: CREATE EXTENSION vector',
  'Install pgvector on the database server (https://github.com/pgvector/pgvector), then try again.':
    'pgvector auf dem Datenbankserver installieren (https://github.com/pgvector/pgvector), dann noch einmal versuchen.',
  'Drop the table {0}, or choose another database.':
    'Die Tabelle {0} löschen oder eine andere Datenbank wählen.',
  'Check that this computer reaches it. It is tried again by itself.':
    'Prüfen, ob dieser Computer es erreicht. Es wird von selbst wieder versucht.',
  'Check the API key in Settings > Memory: it must be of the project that has the index.':
    'Den API-Schlüssel unter Einstellungen > Gedächtnis prüfen: er muss zum Projekt mit dem Index gehören.',
  'Check index and API key in Settings > Memory.':
    'Index und API-Schlüssel unter Einstellungen > Gedächtnis prüfen.',
  'Check the API key in Settings > Memory.': 'Den API-Schlüssel unter Einstellungen > Gedächtnis prüfen.',
  'Install Adjutant again, or choose another vector store in the settings.':
    'Adjutant neu installieren oder in den Einstellungen einen anderen Vektorspeicher wählen.',
  'Check the connection; the call is made again by itself.':
    'Die Verbindung prüfen; der Aufruf wird von selbst wiederholt.',
  'Check the key in Settings > Model.': 'Den Schlüssel unter Einstellungen > Modell prüfen.',
  'Check the model name and the address in Settings > Model.':
    'Modellname und Adresse unter Einstellungen > Modell prüfen.',
  'Check plan and billing of the account, or choose another model in Settings > Model.':
    'Tarif und Abrechnung des Kontos prüfen oder unter Einstellungen > Modell ein anderes wählen.',
  'Split the goal, or choose a model with a larger context in Settings > Model.':
    'Den Auftrag teilen oder unter Einstellungen > Modell eines mit größerem Kontext wählen.',
  'Check that the model supports tools, and the model name, in Settings > Model.':
    'Unter Einstellungen > Modell den Namen prüfen und ob das Modell Werkzeuge kennt.',
  'Tried {0}: check that the server runs there and that the address in Settings > Model is right.':
    '{0} versucht: prüfen, ob der Server dort läuft und die Adresse unter Einstellungen > Modell stimmt.',
  'Check that the server is not overloaded; the call is made again by itself.':
    'Prüfen, ob der Server überlastet ist; der Aufruf wird von selbst wiederholt.',
  'Word the goal differently, or choose another model in Settings > Model.':
    'Den Auftrag anders fassen oder unter Einstellungen > Modell ein anderes wählen.',
  'Choose a place that can be written to.': 'Einen Ort wählen, der beschreibbar ist.',
  'Choose a shorter name.': 'Einen kürzeren Namen wählen.',
}
