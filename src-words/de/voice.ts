import type { Catalogue } from '../words.ts'

/** What is heard and spoken. */
export const voice: Catalogue = {
  'Say “approve”, “reject because …” or “what is it?”':
    'Sagen: “approve”, “reject because …” oder “what is it?”',
  'Understanding what you said …': 'Gesprochenes wird verstanden …',
  'How a word is spelled': 'Wie ein Wort geschrieben wird',
  'Always write': 'Immer',
  'where “': 'schreiben, wo „',
  '” is heard?': '“ zu hören ist?',
  Always: 'Immer',
  'Not now': 'Jetzt nicht',
  Never: 'Nie',
  'Hold to answer aloud': 'Zum Antworten halten',
  'Hold to speak ({key})': 'Zum Sprechen halten ({key})',
  'Opening the microphone': 'Das Mikrofon wird geöffnet',
  'Listening: let go to end': 'Ich höre zu: Loslassen beendet',
  'Understanding what you said': 'Gesprochenes wird verstanden',
  'Listening. {provisional}': 'Ich höre zu. {provisional}',
  'Understanding.': 'Wird verstanden.',
  'What you said is about to be sent. Escape stops it.':
    'Gesprochenes wird gleich gesendet. Escape hält es an.',
  'The microphone gives nothing but silence. Is it muted?':
    'Das Mikrofon liefert nur Stille. Ist es stumm geschaltet?',
  'About to be sent. Type, click or press Esc to stop it.':
    'Wird gleich gesendet. Tippen, Klicken oder Esc hält es an.',
  'Send now': 'Jetzt senden',
  Wait: 'Warten',
  'Underlined words may have been misheard. What they name is not acted on without asking you.':
    'Unterstrichenes ist vielleicht falsch verstanden. Was es benennt, wird nicht ohne Rückfrage ausgeführt.',
  'Thrown away.': 'Verworfen.',
  'This page may not use the microphone, because it was not opened at a secure address.':
    'Diese Seite darf das Mikrofon nicht nutzen, weil ihre Adresse nicht sicher ist.',
  'Open it at http://localhost or http://127.0.0.1 on the computer that Adjutant runs on.':
    'Auf dem Rechner, auf dem Adjutant läuft, unter http://localhost oder http://127.0.0.1 öffnen.',
  'The microphone was lost while you spoke. This is what was heard until then.':
    'Das Mikrofon ging beim Sprechen verloren. Dies war bis dahin zu hören.',
  'Connect it again, or choose another one in Settings > Voice.':
    'Wieder anschließen oder unter Einstellungen > Spracheingabe ein anderes wählen.',
  'I heard nothing.': 'Ich habe nichts gehört.',
  'Hold the button while you speak. Settings > Voice shows whether the microphone hears you.':
    'Die Taste beim Sprechen halten. Einstellungen > Spracheingabe zeigt, ob das Mikrofon etwas hört.',
  'That was too short to hear anything.': 'Das war zu kurz, um etwas zu hören.',
  'Hold the button, or its key, for as long as you speak.':
    'Den Knopf oder seine Taste halten, solange gesprochen wird.',
  'Press again.': 'Noch einmal drücken.',
}
