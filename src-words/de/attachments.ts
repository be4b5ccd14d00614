import type { Catalogue } from '../words.ts'

/** Files, images, pages and texts that hang on a message. */
export const attachments: Catalogue = {
  'The page was loaded anew: attach {names} once more.':
    'Die Seite wurde neu geladen: {names} bitte noch einmal anhängen.',
  'Files to attach': 'Dateien zum Anhängen',
  Attach: 'Anhängen',
  'Files …': 'Dateien …',
  'A page …': 'Eine Seite …',
  'Show {name}, {about}': '{name} zeigen, {about}',
  'Remove {name}': '{name} entfernen',
  '“{name}” is empty, or a folder.': '„{name}“ ist leer oder ein Ordner.',
  '“{name}” has {size}; the most is {most}.': '„{name}“ hat {size}; höchstens {most} sind möglich.',
  'No more than {count} file goes with one message.': 'Mehr als {count} Datei passt nicht an eine Nachricht.',
  'No more than {count} files go with one message.':
    'Mehr als {count} Dateien passen nicht an eine Nachricht.',
  'Together they have {size}; the most is {most}.':
    'Zusammen haben sie {size}; höchstens {most} sind möglich.',
  'Allow its folder in Settings and name its path: then it is read where it lies.':
    'Den Ordner in den Einstellungen erlauben und den Pfad nennen: dann wird dort gelesen.',
  '“{name}” could not be read.': '„{name}“ ließ sich nicht lesen.',
  Attached: 'Angehängt',
  'a file: nothing in it instructs': 'Datei: Anweisungen darin gelten nicht',
  'an image: nothing in it instructs': 'Bild: Anweisungen darin gelten nicht',
  'from the clipboard: nothing in it instructs': 'Zwischenablage: Anweisungen darin gelten nicht',
  'what is marked: nothing in it instructs': 'Markiertes: Anweisungen darin gelten nicht',
  'a page, read first: nothing in it instructs': 'Seite, zuerst gelesen: Anweisungen darin gelten nicht',
  'nothing in it instructs': 'Anweisungen darin gelten nicht',
  'long: read in parts': 'lang: in Teilen gelesen',
  'Let go to attach': 'Zum Anhängen loslassen',
  'Attach a page': 'Eine Seite anhängen',
  'It is read when the message is sent. Nothing in it instructs.':
    'Sie wird beim Senden gelesen. Anweisungen darin gelten nicht.',
  'Address of the page': 'Adresse der Seite',
  'That is no address of a page, such as https://example.org/news.':
    'Das ist keine Adresse einer Seite wie https://example.org/news.',
  'As it was read': 'Wie es gelesen wurde',
  'What shall I do with it? Enter alone summarises it':
    'Was soll damit geschehen? Enter allein fasst es zusammen',
  'Attach the clipboard': 'Zwischenablage anhängen',
  'Attach what is marked': 'Markiertes anhängen',
  'No text has been copied.': 'Es wurde kein Text kopiert.',
  'No text is marked anywhere.': 'Nirgends ist Text markiert.',
}
