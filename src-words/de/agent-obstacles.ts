import type { Catalogue } from '../words.ts'

/** Why something did not work: pages, files, addresses, speech, vectors, models. */
export const agentObstacles: Catalogue = {
  'The vectors were copied, but {0}': 'Die Vektoren wurden kopiert, aber {0}',
  'Vectors of {0} ({1} dimensions) cannot go into a space of {2} ({3})':
    'Vektoren von {0} ({1} Dimensionen) passen nicht in einen Raum von {2} ({3})',
  'Memory stopped while it was at work': 'Das Gedächtnis hielt mitten in der Arbeit an',
  'There is no room for a backup in {0}': 'In {0} ist kein Platz für eine Sicherung',
  '{0} has no option "{1}".': '{0} hat keine Möglichkeit „{1}“.',
  'There is no element {0} on the page as it is now.':
    'Auf der Seite, wie sie jetzt ist, gibt es kein Element {0}.',
  'The page did not let itself {0}: {1}': 'Die Seite ließ sich nicht {0}: {1}',
  'The field "{0}" does not take its value: {1}': 'Das Feld „{0}“ nimmt seinen Wert nicht an: {1}',
  'The form has no field a person could fill in.':
    'Das Formular hat kein Feld, das ein Mensch ausfüllen könnte.',
  'The field "{0}" takes a file, and files are not sent by filling a form.':
    'Das Feld „{0}“ will eine Datei; Dateien werden nicht mit einem Formular geschickt.',
  'The field "{0}" has no option "{1}".': 'Das Feld „{0}“ hat keine Möglichkeit „{1}“.',
  'The page changed while its form was being filled in.':
    'Die Seite änderte sich, während ihr Formular ausgefüllt wurde.',
  'The page leads to {0}, on a host that was not allowed.':
    'Die Seite führt zu {0}, auf einem Server, der nicht erlaubt ist.',
  'The page asks for something from {0}, a host that was not allowed.':
    'Die Seite verlangt etwas von {0}, einem Server, der nicht erlaubt ist.',
  'The browser {0} does not start: {1}': 'Der Browser {0} startet nicht: {1}',
  '{0} is a file, not a page.': '{0} ist eine Datei, keine Seite.',
  '{0} took longer than {1} s.': '{0} brauchte länger als {1} s.',
  '{0} redirects without an end.': '{0} leitet ohne Ende weiter.',
  '{0} redirects to what is no web address.': '{0} leitet auf etwas weiter, das keine Webadresse ist.',
  'No connection to {0}: {1}.': 'Keine Verbindung zu {0}: {1}.',
  'The browser is being closed.': 'Der Browser wird gerade geschlossen.',
  'The call was stopped before it began.': 'Der Aufruf wurde gestoppt, bevor er begann.',
  'The call was stopped.': 'Der Aufruf wurde gestoppt.',
  'The browser ended while it was at work.': 'Der Browser endete mitten in der Arbeit.',
  'The browser could not do that: {0}': 'Der Browser konnte das nicht tun: {0}',
  'The form was submitted, but the page sent nothing.':
    'Das Formular wurde abgeschickt, aber die Seite sandte nichts.',
  'The form was sent, and {0} answered {1}.': 'Das Formular wurde gesandt, und {0} antwortete {1}.',
  'The form is not complete. {0}': 'Das Formular ist nicht vollständig. {0}',
  'The form was sent, and {0} has not answered for {1} s.':
    'Das Formular wurde gesandt, und {0} hat {1} s lang nicht geantwortet.',
  'The form was sent, and the connection to {0} was lost before an answer came.':
    'Das Formular wurde gesandt, und die Verbindung zu {0} riss, bevor eine Antwort kam.',
  'The page has no form.': 'Die Seite hat kein Formular.',
  'The form has no field "{0}".': 'Das Formular hat kein Feld „{0}“.',
  'Cannot search {0}: it is not a folder': '{0} lässt sich nicht durchsuchen: es ist kein Ordner',
  'Cannot {0} {1}: {2}': '{0} {1} geht nicht: {2}',
  '{0} belongs to Adjutant itself, which never touches its own data as a file':
    '{0} gehört Adjutant selbst, der seine eigenen Daten nie als Datei anfasst',
  '{0} leads to {1} instead of {2}: a link was followed':
    '{0} führt zu {1} statt {2}: einem Verweis wurde gefolgt',
  '"{0}" is outside the folders that Adjutant may touch':
    '„{0}“ liegt außerhalb der Ordner, die Adjutant anfassen darf',
  "{0} holds Adjutant's own data ({1}) and stays where it is":
    '{0} enthält Adjutants eigene Daten ({1}) und bleibt, wo es ist',
  'Cannot move {0} to {1}: that is the same place or in it':
    '{0} lässt sich nicht nach {1} verschieben: das ist derselbe Ort oder liegt darin',
  'Cannot move {0} to {1}: something is there already':
    '{0} lässt sich nicht nach {1} verschieben: dort liegt schon etwas',
  'There is nothing at {0}': 'Unter {0} liegt nichts',
  '{0} is a link to {1}': '{0} ist ein Verweis auf {1}',
  '{0} is a folder': '{0} ist ein Ordner',
  '{0} is a device, a pipe or a socket, not a file':
    '{0} ist ein Gerät, eine Leitung oder ein Socket, keine Datei',
  '{0} has {1}, more than the {2} read at once':
    '{0} hat {1}, mehr als die {2}, die auf einmal gelesen werden',
  '{0} led to {1}: a folder on the way was replaced':
    '{0} führte zu {1}: ein Ordner auf dem Weg wurde ersetzt',
  '{0} is not text ({1} of binary data)': '{0} ist kein Text ({1} an Binärdaten)',
  '{0}: links lead in a circle': '{0}: Verweise führen im Kreis',
  '{0} leads to another place than when this was there': '{0} führt woandershin als damals',
  'Cannot restore {0}: something is there again':
    '{0} lässt sich nicht wiederherstellen: dort liegt wieder etwas',
  'Cannot restore {0}: it was changed since':
    '{0} lässt sich nicht wiederherstellen: es wurde seither geändert',
  'There is nothing to restore under "{0}"': 'Unter „{0}“ gibt es nichts wiederherzustellen',
  'Cannot write {0} to {1}: the limit is {2}': '{0} lässt sich nicht nach {1} schreiben: die Grenze ist {2}',
  'Cannot write {0}: it is a folder': '{0} lässt sich nicht schreiben: es ist ein Ordner',
  'Cannot write {0}: it is not a regular file':
    '{0} lässt sich nicht schreiben: es ist keine gewöhnliche Datei',
  'Cannot append text to {0}: it is not UTF-8 text':
    'An {0} lässt sich kein Text anfügen: es ist kein UTF-8-Text',
  '{0} leads to {1}, another server.': '{0} führt zu {1}, einem anderen Server.',
  'The program "{0}" was not found.': 'Das Programm „{0}“ wurde nicht gefunden.',
  'The program "{0}" or the folder {1} was not found.':
    'Das Programm „{0}“ oder der Ordner {1} wurde nicht gefunden.',
  'The program "{0}" could not be started: {1}.': 'Das Programm „{0}“ ließ sich nicht starten: {1}.',
  '{0} redirects to {1}, {2} that was not allowed.': '{0} leitet weiter auf {1}, {2}, das nicht erlaubt ist.',
  '"{0}" is not a web address.': '„{0}“ ist keine Webadresse.',
  '{0} is not reached: only http and https addresses are.':
    '{0} wird nicht erreicht: nur http- und https-Adressen werden es.',
  'The address of {0} holds a user name or password.':
    'Die Adresse von {0} enthält einen Benutzernamen oder ein Passwort.',
  "{0} is this agent's own interface, which it never calls.":
    '{0} ist die eigene Oberfläche dieses Agenten, die er nie aufruft.',
  '{0} is a private address ({1}) that was not allowed.':
    '{0} ist eine private Adresse ({1}), die nicht erlaubt ist.',
  '{0} leads to {1}, a private address ({2}) that was not allowed.':
    '{0} führt zu {1}, einer privaten Adresse ({2}), die nicht erlaubt ist.',
  'The host {0} cannot be found.': 'Der Server {0} ist nicht zu finden.',
  '{0} redirects more than {1} times.': '{0} leitet mehr als {1} mal weiter.',
  '{0} redirects to "{1}", which is no address.': '{0} leitet auf „{1}“ weiter, das keine Adresse ist.',
  '{0} is sent in the coding "{1}", which was not asked for.':
    '{0} kommt in der Kodierung „{1}“, nach der nicht gefragt wurde.',
  '{0} is larger than {1}{2}; reading stopped there.': '{0} ist größer als {1}{2}; das Lesen endete dort.',
  'The request to {0} was stopped.': 'Die Anfrage an {0} wurde gestoppt.',
  '{0} ended the connection early: {1}.': '{0} beendete die Verbindung zu früh: {1}.',
  '{0} has too many elements, or nests them too deep, to be read.':
    '{0} hat zu viele Elemente oder verschachtelt sie zu tief, um gelesen zu werden.',
  'This WAV holds no samples': 'Dieses WAV enthält keinen Ton',
  'This is not a WAV file: {0}': 'Das ist keine WAV-Datei: {0}',
  'This WAV cannot be read: {0}': 'Dieses WAV lässt sich nicht lesen: {0}',
  '{0} answered without a text': '{0} antwortete ohne Text',
  '{0} cannot be used: {1}': '{0} ist nicht zu gebrauchen: {1}',
  'The speech model {0} is not on this computer': 'Das Sprachmodell {0} ist nicht auf diesem Computer',
  'There is no speech model, and it cannot be fetched: {0}':
    'Es gibt kein Sprachmodell, und es lässt sich nicht holen: {0}',
  'The recording was cancelled': 'Die Aufnahme wurde abgebrochen',
  '{0} recordings are being understood already': 'Es werden schon {0} Aufnahmen verstanden',
  'The speech detector {0} is damaged: {1}': 'Die Spracherkennung {0} ist beschädigt: {1}',
  'Speech recognition is closed': 'Die Spracherkennung ist geschlossen',
  'The thread that understands speech died twice over the same words{0}':
    'Der Teil, der Sprache versteht, brach zweimal an denselben Worten ab{0}',
  'The speech model cannot be loaded: {0}': 'Das Sprachmodell lässt sich nicht laden: {0}',
  'It was cancelled': 'Es wurde abgebrochen',
  'The embedder is closed': 'Der Vektorbauer ist geschlossen',
  'The thread that makes vectors died twice over the same texts{0}':
    'Der Teil, der Vektoren baut, brach zweimal an denselben Texten ab{0}',
  'The model in {0} cannot be loaded: {1}': 'Das Modell in {0} lässt sich nicht laden: {1}',
  'The embeddings endpoint {0} answered with {1}': 'Der Einbettungsdienst {0} antwortete mit {1}',
  'The embeddings endpoint {0} cannot be used: {1}': 'Der Einbettungsdienst {0} ist nicht zu gebrauchen: {1}',
  '{0} cannot be reached: {1}': '{0} ist nicht zu erreichen: {1}',
  '{0} refuses: {1}': '{0} lehnt ab: {1}',
  'The Milvus collection {0} holds vectors of {1} dimensions, not of {2}':
    'Die Milvus-Sammlung {0} enthält Vektoren von {1} Dimensionen, nicht von {2}',
  'Milvus has not loaded the collection {0} after {1} seconds':
    'Milvus hat die Sammlung {0} nach {1} Sekunden nicht geladen',
  'The address of the Postgres database cannot be read':
    'Die Adresse der Postgres-Datenbank lässt sich nicht lesen',
  '{0} has no vector extension, and this user may not create it':
    '{0} hat keine vector-Erweiterung, und dieser Benutzer darf sie nicht anlegen',
  '{0} has no vector extension': '{0} hat keine vector-Erweiterung',
  'The table {0} in {1} holds vectors of {2} dimensions, not of {3}':
    'Die Tabelle {0} in {1} enthält Vektoren von {2} Dimensionen, nicht von {3}',
  '{0} still does not show {1} after {2} seconds': '{0} zeigt {1} nach {2} Sekunden noch nicht',
  'The Pinecone index {0} is not ready: {1}': 'Der Pinecone-Index {0} ist nicht bereit: {1}',
  'The Pinecone index {0} holds vectors of {1} dimensions, not of {2}':
    'Der Pinecone-Index {0} enthält Vektoren von {1} Dimensionen, nicht von {2}',
  'The Pinecone index {0} compares vectors by {1}, not by cosine':
    'Der Pinecone-Index {0} vergleicht Vektoren nach {1}, nicht nach dem Kosinus',
  '{0} has no usable API key: {1}': '{0} hat keinen brauchbaren API-Schlüssel: {1}',
  'Pinecone keeps ids of 1 to {0} characters; one is {1} long: {2}':
    'Pinecone behält Namen von 1 bis {0} Zeichen; einer hat {1}: {2}',
  'Vectors of {0} dimensions cannot be kept': 'Vektoren von {0} Dimensionen lassen sich nicht behalten',
  'sqlite-vec is not loaded for memory.sqlite': 'sqlite-vec ist für memory.sqlite nicht geladen',
  'The vectors in memory.sqlite cannot be used: {0}':
    'Die Vektoren in memory.sqlite sind nicht zu gebrauchen: {0}',
  'sqlite-vec, which compares vectors, cannot be loaded: {0}':
    'sqlite-vec, das Vektoren vergleicht, lässt sich nicht laden: {0}',
  'The model endpoint at {0} broke off in the middle of its answer: {1}':
    'Der Modelldienst {0} brach mitten in der Antwort ab: {1}',
  'The model endpoint at {0} does not accept the key: {1}':
    'Der Modelldienst {0} nimmt den Schlüssel nicht an: {1}',
  'There is no model "{0}" at {1}: {2}': 'Es gibt kein Modell „{0}“ unter {1}: {2}',
  'The account at {0} has no quota left: {1}': 'Das Konto bei {0} hat kein Guthaben mehr: {1}',
  'The model endpoint at {0} asks to wait: {1}': 'Der Modelldienst {0} bittet zu warten: {1}',
  'The goal and what was read for it are too long for {0}: {1}':
    'Der Auftrag und das dafür Gelesene sind zu lang für {0}: {1}',
  'The model endpoint at {0} refused the request ({1}): {2}':
    'Der Modelldienst {0} lehnte die Anfrage ab ({1}): {2}',
  'The model endpoint at {0} {1}': 'Der Modelldienst {0} {1}',
  'The model endpoint at {0} cannot be reached: {1}': 'Der Modelldienst {0} ist nicht zu erreichen: {1}',
  'The model call was aborted': 'Der Modellaufruf wurde abgebrochen',
  'The model endpoint at {0} was silent for {1} s': 'Der Modelldienst {0} schwieg {1} s lang',
  'The plan of the model cannot be used: {0}': 'Der Plan des Modells ist nicht zu gebrauchen: {0}',
  'The model endpoint broke off in the middle of its answer':
    'Der Modelldienst brach mitten in der Antwort ab',
  'The model endpoint held its answer back (content filter)':
    'Der Modelldienst hielt seine Antwort zurück (Inhaltsfilter)',
  'The model gave an empty answer': 'Das Modell gab eine leere Antwort',
}
