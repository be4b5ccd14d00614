import type { Catalogue } from '../words.ts'

/** Fields and choices whose texts stand in tables, and what fails around them. */
export const fields: Catalogue = {
  Copied: 'Kopiert',
  'Could not copy: {why}': 'Kopieren ging nicht: {why}',
  'Select the text and copy it by hand.': 'Den Text markieren und von Hand kopieren.',
  '{count} bytes': '{count} Bytes',
  // the filter of memory
  'All kinds': 'Alle Arten',
  'Any source': 'Jede Herkunft',
  Anyone: 'Alle Personen',
  'Any scope': 'Alle Bereiche',
  'From … to …': 'Von … bis …',
  'This week': 'Diese Woche',
  'This month': 'Diesen Monat',
  'This year': 'Dieses Jahr',
  'All of memory is in {name}.': 'Das ganze Gedächtnis liegt in {name}.',
  'It is where your downloads go.': 'Die Datei liegt bei den Downloads.',
  'The indexes are made anew, of {rows} rows.': 'Die Indexe werden neu gebaut, aus {rows} Zeilen.',
  'Memory could not be read.': 'Das Gedächtnis ließ sich nicht lesen.',
  'Check that it is still there and has not changed, and try again.':
    'Prüfen, ob sie noch da und unverändert ist, und noch einmal versuchen.',
  // where vectors are kept
  'In one file, with nothing to set up.': 'In einer Datei, ohne Einrichtung.',
  PostgreSQL: 'PostgreSQL',
  'With the extension pgvector.': 'Mit der Erweiterung pgvector.',
  Address: 'Adresse',
  'Without the password: postgres://adjutant@localhost:5432/adjutant':
    'Ohne das Passwort: postgres://adjutant@localhost:5432/adjutant',
  Table: 'Tabelle',
  'Made if it is not there.': 'Wird angelegt, falls sie fehlt.',
  Password: 'Passwort',
  Pinecone: 'Pinecone',
  'A service on the net.': 'Ein Dienst im Netz.',
  "Address of the index's host": 'Adresse des Index-Servers',
  'As its console shows it. Leave it empty to have it looked up.':
    'Wie die Konsole sie zeigt. Leer wird sie nachgesehen.',
  Index: 'Index',
  Milvus: 'Milvus',
  'A server of your own, or Zilliz Cloud.': 'Ein eigener Server oder Zilliz Cloud.',
  Collection: 'Sammlung',
  Token: 'Token',
  'Or user:password. A server without accounts needs none.':
    'Oder benutzer:passwort. Ein Server ohne Konten braucht keines.',
  'Base URL of the embedder': 'Basisadresse des Einbettungsdienstes',
  'Name of the embedding model': 'Name des Einbettungsmodells',
  'Another model means that all rows are read anew.':
    'Ein anderes Modell bedeutet, dass alle Zeilen neu gelesen werden.',
  'Folder of models': 'Ordner mit Modellen',
  'Looked into before the bundled ones. Leave it empty for none.':
    'Wird vor den mitgelieferten angesehen. Leer für keinen.',
  'Not an address. It begins with {begins}.': 'Keine Adresse. Sie beginnt mit {begins}.',
  'Put the password into its own field: there it is kept as a secret.':
    'Das Passwort in sein eigenes Feld eintragen: dort bleibt es geheim.',
  'example.org or localhost:8080': 'example.org oder localhost:8080',
  'The settings could not be read.': 'Die Einstellungen ließen sich nicht lesen.',
  // speech
  'English only': 'nur Englisch',
  '99 languages': '99 Sprachen',
  'comes along': 'mitgeliefert',
  '{count} of 100 words wrong in published tests of English':
    '{count} von 100 Wörtern falsch in veröffentlichten Tests für Englisch',
  'Waits for another download': 'Wartet auf einen anderen Download',
  'Asking the hub …': 'Frage die Modellquelle …',
  'about {size}': 'etwa {size}',
  'Paused at {done} of {of}': 'Angehalten bei {done} von {of}',
  '{done} of {of}': '{done} von {of}',
  'The speech models could not be read.': 'Die Sprachmodelle ließen sich nicht lesen.',
  'Nothing you say is understood until it is downloaded, or another one is used.':
    'Gesprochenes wird erst verstanden, wenn es geladen ist oder ein anderes genommen wird.',
  'Use one of many languages, or choose English above.':
    'Eines für viele Sprachen nehmen oder oben Englisch wählen.',
  'At once': 'Sofort',
  'After 1 second': 'Nach 1 Sekunde',
  'After 2 seconds': 'Nach 2 Sekunden',
  'After 3 seconds': 'Nach 3 Sekunden',
  'After 5 seconds': 'Nach 5 Sekunden',
  'Never by itself': 'Nie von selbst',
  'The agent does not keep up with what you say.': 'Der Agent kommt mit dem Gesprochenen nicht mit.',
  'Say it in shorter parts.': 'In kürzeren Stücken sprechen.',
  // the page and the agent
  'The desktop window needs no token.': 'Das Desktop-Fenster braucht kein Token.',
  'The agent does not answer.': 'Der Agent antwortet nicht.',
  'Check that it is still running; this page reconnects by itself.':
    'Prüfen, ob er noch läuft; diese Seite verbindet sich von selbst wieder.',
  'This token is not the right one.': 'Dieses Token ist nicht das richtige.',
  'Use the address that the agent printed when it started; each start may print another.':
    'Die Adresse nehmen, die der Agent beim Start nannte; jeder Start kann eine andere nennen.',
  'Load the page again. What the agent does goes on meanwhile.':
    'Die Seite neu laden. Was der Agent tut, geht währenddessen weiter.',
  // where secrets are kept
  'In a file that only your user may read, without encryption: this host has no keychain.':
    'In einer Datei, die nur das eigene Konto lesen darf, unverschlüsselt: dieser Rechner hat keinen Schlüsselbund.',
  'In a file that only your user may read, without encryption: this desktop has no keychain (Chromium would use a fixed password, its weak fallback "basic_text"). GNOME Keyring or KWallet would give it one.':
    'In einer Datei, die nur das eigene Konto lesen darf, unverschlüsselt: dieser Desktop hat keinen Schlüsselbund (Chromium nähme ein festes Passwort, seine schwache Notlösung „basic_text“). GNOME Keyring oder KWallet gäben ihm einen.',
  'Encrypted under {keychain}.': 'Verschlüsselt mit {keychain}.',
  "the system's keychain": 'dem Schlüsselbund des Systems',
  'the GNOME keyring': 'dem GNOME-Schlüsselbund',
  // names of what is shown in two columns
  Page: 'Seite',
  Request: 'Anfrage',
  Element: 'Element',
  Body: 'Inhalt',
  Title: 'Titel',
  Key: 'Taste',
  Option: 'Auswahl',
  Reference: 'Verweis',
  Id: 'Kennung',
  'Said by': 'Gesagt von',
  'Held until': 'Gilt bis',
  'Made from': 'Gemacht aus',
  'Name there': 'Name dort',
  Learned: 'Gelernt',
  Edited: 'Geändert',
  Host: 'Rechner',
  'Running since': 'Läuft seit',
  'Fixed here': 'Hier festgelegt',
  'Desktop window': 'Desktop-Fenster',
  'Headless, in a browser': 'Ohne Fenster, im Browser',
  Terminal: 'Terminal',
  '{host}, version {version}': '{host}, Version {version}',
  '{path} by {variable}': '{path} durch {variable}',
  'None found: pages are read without one.': 'Keiner gefunden: Seiten werden ohne ihn gelesen.',
  'Nothing: no variable of the environment is set.': 'Nichts: keine Variable der Umgebung ist gesetzt.',
}
