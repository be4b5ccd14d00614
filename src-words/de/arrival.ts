import type { Catalogue } from '../words.ts'

/** How the desktop app is started, by login or by a link, and how it is renewed. */
export const arrival: Catalogue = {
  'Start when I log in': 'Beim Anmelden starten',
  'Without a window, so that reminders ring from the beginning. Holds for the desktop app.':
    'Ohne Fenster, damit Erinnerungen von Anfang an läuten. Gilt für die Desktop-App.',
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
