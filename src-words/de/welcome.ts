import type { Catalogue } from '../words.ts'

/** The screens of the first start, and what they share with the settings: keys, microphone, model. */
export const welcome: Catalogue = {
  'First start': 'Erster Start',
  'Step {step} of {steps}': 'Schritt {step} von {steps}',
  'No account. Nothing is sent anywhere until you choose so.':
    'Kein Konto. Ohne eigene Entscheidung wird nichts gesendet.',
  'What may Adjutant touch?': 'Worauf darf Adjutant zugreifen?',
  'It reads and writes inside these folders on your word. Elsewhere it asks first. Nothing is needed to begin.':
    'In diesen Ordnern liest und schreibt es auf Anweisung. Anderswo fragt es vorher. Zum Anfangen ist keiner nötig.',
  'Who understands you?': 'Wer versteht die Aufträge?',
  'The offline planner is enough to begin. A model understands more, on this computer or elsewhere.':
    'Zum Anfangen genügt der Offline-Planer. Ein Modell versteht mehr, auf diesem Rechner oder anderswo.',
  'Keys and voice': 'Tasten und Stimme',
  'Adjutant is one key away, whatever program you are in.':
    'Adjutant ist aus jedem Programm nur eine Taste entfernt.',
  settings: 'Einstellungen',
  Back: 'Zurück',
  'Skip all, go to the chat': 'Alles überspringen, zum Chat',
  Continue: 'Weiter',
  'Continue without a folder': 'Weiter ohne Ordner',
  Start: 'Los',
  'Choose a folder …': 'Ordner wählen …',
  'Allow {path}': '{path} erlauben',
  'Allowed folders': 'Erlaubte Ordner',
  'Add a folder': 'Ordner hinzufügen',
  'Allowed hosts': 'Erlaubte Hosts',
  'Add a host': 'Host hinzufügen',
  'Names and words of your own': 'Eigene Namen und Wörter',
  'Add a word': 'Wort hinzufügen',
  Add: 'Hinzufügen',
  'Remove {entry}': '{entry} entfernen',
  'A folder that exists, from / or ~.': 'Ein vorhandener Ordner, ab / oder ~.',
  'None yet. A folder that you name in a goal is allowed for that conversation.':
    'Noch keiner. Ein im Auftrag genannter Ordner ist für das jeweilige Gespräch erlaubt.',
  Model: 'Modell',
  'Offline planner': 'Offline-Planer',
  'No key, no network. Understands plain requests about memory, reminders, files and web pages.':
    'Kein Schlüssel, kein Netz. Versteht einfache Aufträge zu Gedächtnis, Erinnerungen, Dateien und Webseiten.',
  '{server} on this computer': '{server} auf diesem Rechner',
  'It answers at {address}. What you say does not leave this computer.':
    'Antwortet unter {address}. Was gesagt wird, verlässt diesen Rechner nicht.',
  'A model by address and key': 'Ein Modell mit Adresse und Schlüssel',
  'OpenAI, or anything that speaks its protocol. What you say is sent there.':
    'OpenAI oder alles, was dessen Protokoll spricht. Was gesagt wird, wird dorthin gesendet.',
  'Try it now': 'Jetzt ausprobieren',
  'Look for local servers again': 'Noch einmal nach lokalen Servern suchen',
  'Local servers could not be looked for.': 'Nach lokalen Servern konnte nicht gesucht werden.',
  'Looking for model servers on this computer …': 'Suche nach Modell-Servern auf diesem Rechner …',
  'Found on this computer: {servers}.': 'Auf diesem Rechner gefunden: {servers}.',
  'No Ollama, LM Studio or vLLM answers on this computer at its usual port.':
    'Auf diesem Rechner antwortet kein Ollama, LM Studio oder vLLM am üblichen Port.',
  '{server} has no model yet. Load one there, then look again.':
    '{server} hat noch kein Modell. Dort eines laden, dann noch einmal suchen.',
  'Its model': 'Modell des Servers',
  'Base URL': 'Basisadresse',
  'Ollama: http://localhost:11434/v1': 'Ollama: http://localhost:11434/v1',
  'Model name': 'Name des Modells',
  'As the endpoint calls it.': 'Wie die Gegenstelle es nennt.',
  'API key': 'API-Schlüssel',
  'A key is kept. Type to replace it.': 'Ein Schlüssel ist hinterlegt. Tippen ersetzt ihn.',
  'None. Local endpoints need none.': 'Keiner. Lokale Gegenstellen brauchen keinen.',
  'Remove key': 'Schlüssel entfernen',
  'The model did not answer.': 'Das Modell hat nicht geantwortet.',
  '{model} answered in {time}.': '{model} hat nach {time} geantwortet.',
  'Fixed by {variable} in the environment.': 'Durch {variable} in der Umgebung festgelegt.',
  'Not an address. Write it whole, such as http://localhost:11434/v1.':
    'Keine Adresse. Bitte vollständig angeben, etwa http://localhost:11434/v1.',
  'Key of the quick window': 'Taste für das Schnellfenster',
  'Opens a small window over whatever program has the focus.':
    'Öffnet ein kleines Fenster über dem Programm, das gerade den Fokus hat.',
  'Press it to open a small window over any program; Esc gives the focus back.':
    'Drücken öffnet ein kleines Fenster über jedem Programm; Esc gibt den Fokus zurück.',
  'It is {chord} for now.': 'Vorerst ist es {chord}.',
  'Key to hold while you speak': 'Taste zum Halten beim Sprechen',
  'Click here and press it: with Ctrl, Alt or Meta, or a function key. It works while this window has the focus.':
    'Hier klicken und sie drücken: mit Strg, Alt oder Meta, oder eine Funktionstaste. Sie wirkt, solange dieses Fenster den Fokus hat.',
  'Press a key …': 'Taste drücken …',
  None: 'Keine',
  'No key': 'Keine Taste',
  'The same, from other programs': 'Dasselbe aus anderen Programmen',
  'Hold it and speak, whatever program has the focus. Keys are looked at only while it is held.':
    'Halten und sprechen, egal welches Programm den Fokus hat. Tasten werden nur beobachtet, solange sie gehalten wird.',
  'Press it to begin; press it again, or fall silent, to end.':
    'Drücken beginnt; noch einmal drücken oder schweigen beendet.',
  'Speak while another program has the focus.': 'Sprechen, während ein anderes Programm den Fokus hat.',
  'That was it': 'Das war’s',
  'Try the microphone': 'Mikrofon ausprobieren',
  'Level of the microphone': 'Pegel des Mikrofons',
  'Say a sentence.': 'Einen Satz sagen.',
  'It is being understood …': 'Wird gerade verstanden …',
  'Nothing was heard.': 'Nichts gehört.',
  'Heard: “{words}”': 'Gehört: „{words}“',
  'There is no microphone.': 'Es gibt kein Mikrofon.',
  'Connect one, and press again.': 'Eines anschließen und noch einmal drücken.',
  'The microphone was refused.': 'Das Mikrofon wurde verweigert.',
  'Allow it for Adjutant: in the browser at the left of the address, or in the privacy settings of the system.':
    'Für Adjutant erlauben: im Browser links neben der Adresse oder in den Datenschutzeinstellungen des Systems.',
  'The microphone cannot be opened.': 'Das Mikrofon lässt sich nicht öffnen.',
  'Another program may have it for itself: close that one, or choose another microphone in Settings > Voice.':
    'Vielleicht nutzt es ein anderes Programm allein: dieses schließen oder unter Einstellungen > Spracheingabe ein anderes Mikrofon wählen.',
  'The microphone gives nothing but silence.': 'Vom Mikrofon kommt nur Stille.',
  'It may be muted: look for a switch on it, and at its level in the settings of the system.':
    'Vielleicht ist es stumm: nach einem Schalter daran sehen und nach seinem Pegel in den Systemeinstellungen.',
}
