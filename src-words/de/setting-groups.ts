import type { Catalogue } from '../words.ts'

/** Settings of the model, memory, voice and speech, and what the agent is. */
export const settingGroups: Catalogue = {
  'This computer': 'Dieser Rechner',
  'No key, no network: what you say leaves it nowhere.':
    'Ohne Schlüssel, ohne Netz: Gesprochenes verlässt ihn nicht.',
  'An endpoint': 'Ein Endpunkt',
  'Your speech leaves this computer: all you say is sent there to be understood.':
    'Gesprochenes verlässt diesen Rechner: Alles wird zum Verstehen dorthin gesendet.',
  'A model': 'Ein Modell',
  'OpenAI, or anything that speaks its protocol: Ollama, LM Studio, vLLM, OpenRouter.':
    'OpenAI oder alles mit demselben Protokoll: Ollama, LM Studio, vLLM, OpenRouter.',
  'The bundled model': 'Das mitgelieferte Modell',
  'No key, no network: texts never leave this computer.':
    'Ohne Schlüssel, ohne Netz: Texte verlassen diesen Rechner nie.',
  'OpenAI, or anything that speaks its protocol. It is sent every text that is remembered.':
    'OpenAI oder alles mit demselben Protokoll. Jeder gemerkte Text wird dorthin gesendet.',
  'About this agent': 'Über diesen Agenten',
  'Look again': 'Noch einmal prüfen',
  'Make the indexes anew …': 'Indizes neu anlegen …',
  'Make all indexes anew?': 'Alle Indizes neu anlegen?',
  'Words, names and vectors are made again from the texts. Nothing is lost. With many rows it takes a while, and until a row has its vector again it is found by its words.':
    'Wörter, Namen und Vektoren werden aus den Texten neu gebildet. Nichts geht verloren. Bei vielen Einträgen dauert es; bis ein Eintrag wieder einen Vektor hat, wird er über seine Wörter gefunden.',
  'What turns texts into meaning, so that other words find them too, and where that is kept. The texts themselves are kept on this computer.':
    'Was Texte in Bedeutung verwandelt, damit auch andere Worte sie finden, und wo das liegt. Die Texte selbst bleiben auf diesem Rechner.',
  'Meaning by': 'Bedeutung durch',
  'API key of the embedder': 'API-Schlüssel für die Bedeutung',
  'Vectors are kept': 'Vektoren liegen',
  'Saved.': 'Gespeichert.',
  'Not saved yet.': 'Noch nicht gespeichert.',
  Save: 'Speichern',
  Microphone: 'Mikrofon',
  "The system's choice": 'Wie das System',
  'One that is not connected': 'Eines, das nicht angeschlossen ist',
  'Try it': 'Ausprobieren',
  'Who understands your goals and plans the steps.': 'Wer Aufträge versteht und die Schritte plant.',
  Test: 'Prüfen',
  'answered in': 'antwortete in',
  'Keep recordings': 'Aufnahmen behalten',
  'As WAV files on this computer, for 30 days and up to 500 MB; the oldest go first.':
    'Als WAV-Dateien auf diesem Rechner, 30 Tage lang und bis 500 MB; die ältesten gehen zuerst.',
  'None yet, in': 'Noch keine, in',
  '{count} {recordings}, {bytes}, in': '{count} {recordings}, {bytes}, in',
  recording: 'Aufnahme',
  recordings: 'Aufnahmen',
  'Delete all': 'Alle löschen',
  'Delete all …': 'Alle löschen …',
  'Delete all recordings?': 'Alle Aufnahmen löschen?',
  'The words that were understood stay in their conversations.':
    'Die verstandenen Worte bleiben in ihren Gesprächen.',
  'Remove {label}': '{label} entfernen',
  'Remove {label}?': '{label} entfernen?',
  'It is what understands you now: Whisper base, which came along, takes its place first. ':
    'Damit wird gerade verstanden: Zuerst tritt das mitgelieferte Whisper base an die Stelle. ',
  The: 'Die',
  'are deleted from this computer, and can be downloaded again.':
    'werden von diesem Rechner gelöscht und lassen sich wieder laden.',
  'One is kept. Type to replace it.': 'Eines ist hinterlegt. Tippen ersetzt es.',
  'None.': 'Keines.',
  Remove: 'Entfernen',
  'Make them anew': 'Neu anlegen',
  'Delete them': 'Löschen',
  'Use Whisper base and remove it': 'Whisper base nutzen und dies entfernen',
  Folders: 'Ordner',
  'The agent reads and writes inside these on your word. Elsewhere it asks first.':
    'Hier liest und schreibt der Agent auf Zuruf. Anderswo fragt er vorher.',
  Hosts: 'Hosts',
  'The agent reads from these without asking, private addresses included.':
    'Hier liest der Agent, ohne zu fragen, auch unter privaten Adressen.',
  'A host, or a host with a port.': 'Ein Host, oder ein Host mit Port.',
  'None yet. An address that you name in a goal is allowed for that conversation.':
    'Noch keiner. Eine im Auftrag genannte Adresse ist für das Gespräch erlaubt.',
  'Endpoint for speech': 'Endpunkt für Gesprochenes',
  'Your speech leaves this computer. What you say is sent there as sound, without the silence around it, with the language you chose and your own list of names and words. Nothing of memory is sent.':
    'Gesprochenes verlässt diesen Rechner: Es wird als Ton ohne die Stille ringsum dorthin gesendet, mit der gewählten Sprache und der eigenen Liste von Namen und Wörtern. Aus dem Gedächtnis wird nichts gesendet.',
  'Base URL for speech': 'Basis-URL für Gesprochenes',
  'Anything with /audio/transcriptions.': 'Alles mit /audio/transcriptions.',
  'Name of the speech model': 'Name des Sprachmodells',
  'API key for speech': 'API-Schlüssel für Gesprochenes',
  'Send speech there': 'Gesprochenes dorthin senden',
  'What you say is sent to {baseUrl}.': 'Gesprochenes geht an {baseUrl}.',
  'Not saved yet: what you say still goes to {baseUrl}.':
    'Noch nicht gespeichert: Gesprochenes geht noch an {baseUrl}.',
  'Not in use yet.': 'Noch nicht in Gebrauch.',
  'In use': 'In Gebrauch',
  'speech models': 'Sprachmodelle',
  'Use Whisper base': 'Whisper base nutzen',
  'Speech models': 'Sprachmodelle',
  'Downloads come from huggingface.co, or the mirror that is set, and are checked. No speech is sent there.':
    'Geladen wird von huggingface.co oder dem eingestellten Spiegel, mit Prüfsumme. Gesprochenes wird nicht dorthin gesendet.',
  'Download of {label}': 'Download von {label}',
  'Speech recognition': 'Spracherkennung',
  'What turns what you say into words.': 'Was Gesprochenes in Worte fasst.',
  'Understood by': 'Verstanden von',
  'What sounds like one of them is written like it. Put the same word right twice before sending, and Adjutant offers to learn it.':
    'Was so klingt, wird so geschrieben. Wird ein Wort zweimal vor dem Senden gleich verbessert, bietet Adjutant an, es zu lernen.',
  'A name or a few words, as they should be written.':
    'Ein Name oder ein paar Wörter, so wie sie zu schreiben sind.',
  'None yet.': 'Noch keine.',
  'Names that memory knows': 'Namen aus dem Gedächtnis',
  'People of your own memories are spelled as they are there, where what was heard is not sure. They are told to nobody.':
    'Personen aus eigenen Einträgen werden wie dort geschrieben, wo das Gehörte unsicher ist. Niemand erfährt davon.',
  Voice: 'Spracheingabe',
  'Choose yours where it is guessed wrong.': 'Selbst wählen, wo sie falsch erraten wird.',
  'Heard from the speech': 'Aus dem Gesprochenen erkannt',
  'A spoken message is sent': 'Gesprochenes wird gesendet',
  'Until then typing, a click or Esc keeps it in the box. Questions are sent at once.':
    'Bis dahin hält Tippen, ein Klick oder Esc es im Feld. Fragen gehen sofort ab.',
  Sounds: 'Töne',
  'A short tick where listening begins and where it ends.':
    'Ein kurzes Ticken, wo das Zuhören beginnt und endet.',
  'Speak answers': 'Antworten vorlesen',
  'To what was spoken, and what is asked about it, in a voice of this computer. The key to speak stops it.':
    'Auf Gesprochenes, samt Rückfragen, mit einer Stimme dieses Rechners. Die Sprechtaste hält es an.',
  'This computer has no voice. On Linux, speech-dispatcher with one of its voices gives it some.':
    'Dieser Rechner hat keine Stimme. Unter Linux gibt speech-dispatcher ihm welche.',
  'Keep the microphone open': 'Mikrofon offen halten',
  'From the first message on, so that not even the first syllable is lost. Between messages nothing is kept but the last third of a second, and nothing is sent anywhere.':
    'Ab der ersten Nachricht, damit keine Silbe verloren geht. Zwischen Nachrichten bleibt nur die letzte Drittelsekunde, und nichts wird gesendet.',
}
