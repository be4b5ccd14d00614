import type { Catalogue } from '../words.ts'

/** What the agent says of its work: why it asks, what it has done, how its steps went. */
export const agent: Catalogue = {
  // why something was allowed, asked or denied
  "This would touch the agent's own data or its own interface, which is never allowed.":
    'Das würde die eigenen Daten oder die eigene Oberfläche des Agenten berühren; das ist nie erlaubt.',
  'This would send a secret over the network, which is never allowed.':
    'Das würde ein Geheimnis über das Netz schicken; das ist nie erlaubt.',
  'You allowed this for the run.': 'Für diesen Lauf erlaubt.',
  'You asked for exactly this.': 'Genau so beauftragt.',
  'You asked for this, but the path is a dotfile, starts by itself, can be executed or links elsewhere.':
    'Beauftragt, aber der Pfad ist eine versteckte Datei, startet von selbst, ist ausführbar oder führt woandershin.',
  'You asked for this, but it is outside the folders and hosts you allowed or named.':
    'Beauftragt, liegt aber außerhalb der erlaubten oder genannten Ordner und Server.',
  'You asked for this, but what it is done to was chosen after reading text that is not yours, and nothing brings it back.':
    'Beauftragt, aber womit es geschieht, wurde nach dem Lesen fremder Texte gewählt, und es lässt sich nicht zurücknehmen.',
  'You asked for this. It acts on the outside world, so it is shown to you first.':
    'Beauftragt. Es wirkt nach außen, deshalb wird es zuerst gezeigt.',
  'It only reads, inside what you allowed or named.': 'Es liest nur, innerhalb des Erlaubten oder Genannten.',
  'It reads something you have neither allowed nor named.':
    'Es liest etwas, das weder erlaubt noch genannt wurde.',
  'You did not ask for exactly this.': 'Nicht genau so beauftragt.',
  'You asked for this by word of mouth, and what it is done to or when may have been misheard.':
    'Mündlich beauftragt; womit oder wann es geschieht, könnte falsch verstanden worden sein.',
  'It sends more than the address along (its headers, say), and that may hold what was read from others.':
    'Es schickt mehr als die Adresse mit (etwa Kopfzeilen); darin kann stehen, was von anderen gelesen wurde.',
  'The address comes from a text that is not yours, and you did not give it.':
    'Die Adresse stammt aus einem fremden Text und wurde nicht genannt.',
  'It is a tool of a connected server: what it really does cannot be seen from here, so you are asked.':
    'Ein Werkzeug eines verbundenen Servers: was es wirklich tut, ist von hier nicht zu sehen, deshalb die Frage.',
  'The server has changed this tool since you came to know it. Look at what is different before you allow it.':
    'Der Server hat dieses Werkzeug seither geändert. Bitte vor dem Erlauben ansehen, was anders ist.',
  'You did not ask for this, and it comes after reading text that is not yours.':
    'Nicht beauftragt, und es folgt auf das Lesen fremder Texte.',
  '{what}, and it cannot be found out from here whether it happened. Please look, and say.':
    '{what}; ob es geschehen ist, lässt sich von hier nicht feststellen. Bitte nachsehen und sagen.',
  'The operator allows nothing in this run (--approve deny).':
    'In diesem Lauf wird nichts erlaubt (--approve deny).',
  'Outside the allowed folders and hosts (--approve all-in-sandbox).':
    'Außerhalb der erlaubten Ordner und Server (--approve all-in-sandbox).',
  // what was done
  'Confirmed by the operator': 'Von Hand bestätigt',
  'Attached: {name}': 'Angehängt: {name}',
  'Answered by the offline planner, by rule': 'Vom Offline-Planer nach Regeln beantwortet',
  'Answered from the model alone': 'Allein vom Modell beantwortet',
  '{address} answered {status} ({count} characters)': '{address} antwortete {status} ({count} Zeichen)',
  '{request} answered {status}': '{request} antwortete {status}',
  '{what}; the page is now "{title}"': '{what}; die Seite ist jetzt „{title}“',
  'Downloaded {address} to {path}': '{address} nach {path} heruntergeladen',
  'Read "{title}"': '„{title}“ gelesen',
  'Opened "{title}"': '„{title}“ geöffnet',
  'Picture of {title} in {path}': 'Bild von {title} in {path}',
  'Looked at "{title}"': '„{title}“ angesehen',
  'Saw "{text}" on "{title}"': '„{text}“ auf „{title}“ gesehen',
  'Added to {path}': 'An {path} angefügt',
  'Listed {path}: {count} entries': '{path} aufgelistet: {count} Einträge',
  'The folder {path} is there': 'Der Ordner {path} ist da',
  'Moved {from} to {to}': '{from} nach {to} verschoben',
  'Read {path}': '{path} gelesen',
  'Restored {path}': '{path} wiederhergestellt',
  'Searched {path} for "{words}": {count} found': '{path} nach „{words}“ durchsucht: {count} gefunden',
  '{path} is in the trash ({place})': '{path} liegt im Papierkorb ({place})',
  '{count} items can be restored': '{count} Dinge lassen sich wiederherstellen',
  'Wrote {path} ({bytes} bytes)': '{path} geschrieben ({bytes} Bytes)',
  'Forgot {what}': '{what} vergessen',
  'Listed {count} remembered': '{count} Erinnerte aufgelistet',
  'Proposed rule: {text}': 'Vorgeschlagene Regel: {text}',
  'Remembered: {text}': 'Gemerkt: {text}',
  'Cancelled the {kind} "{text}"': '{kind} „{text}“ gelöscht',
  'Reminder for {time}: {text}': 'Erinnerung für {time}: {text}',
  'Listed {count} reminders and schedules': '{count} Erinnerungen und Zeitpläne aufgelistet',
  'Read characters {from} to {to} of {total}': 'Zeichen {from} bis {to} von {total} gelesen',
  'Cancelled the run {id}': 'Lauf {id} abgebrochen',
  'Listed {count} runs': '{count} Läufe aufgelistet',
  'Scheduled {when}: {text}': 'Geplant {when}: {text}',
  // titles of what is shown before it is done
  Move: 'Verschieben',
  'In the trash': 'Im Papierkorb',
  Schedule: 'Zeitplan',
  // the steps of a run
  'Started by {who} through {channel}': 'Begonnen durch {who} über {channel}',
  'Taken up again after an interruption': 'Nach einer Unterbrechung wieder aufgenommen',
  'Asked {model} about {task} (attempt {attempt})': '{model} nach {task} gefragt (Versuch {attempt})',
  'Asked {model} about {task}': '{model} nach {task} gefragt',
  'The model failed: {code}; will be asked again': 'Das Modell versagte: {code}; es wird noch einmal gefragt',
  'The model failed: {code}': 'Das Modell versagte: {code}',
  'Time to ask again': 'Zeit, noch einmal zu fragen',
  'Intends {tool}, as instructed': 'Hat {tool} vor, wie beauftragt',
  'Intends {tool}': 'Hat {tool} vor',
  'Cannot call {tool}: {code}': '{tool} lässt sich nicht aufrufen: {code}',
  'Decision: {decision} ({rule})': 'Entscheidung: {decision} ({rule})',
  'Dispatched (attempt {attempt})': 'Ausgeführt (Versuch {attempt})',
  Dispatched: 'Ausgeführt',
  'Outcome: {status} ({code})': 'Ergebnis: {status} ({code})',
  'Outcome: {status}': 'Ergebnis: {status}',
  'In doubt: {cause}': 'Zweifelhaft: {cause}',
  'Looked it up: {verdict}': 'Nachgesehen: {verdict}',
  'Asked the operator: {kind}': 'Gefragt: {kind}',
  'The operator answered: {answer}': 'Antwort: {answer}',
  'Question withdrawn': 'Frage zurückgezogen',
  'Told {task}: {notice}': '{task} gesagt: {notice}',
  'The operator interrupted': 'Unterbrochen',
  'The operator steered': 'Gelenkt',
  'Task {task} {status}': 'Aufgabe {task}: {status}',
  'Stop requested': 'Stopp verlangt',
  'Ended: {status}': 'Beendet: {status}',
  'Of a kind this version does not know': 'Von einer Art, die diese Version nicht kennt',
  // keys
  'This key cannot be heard while another program has the focus.':
    'Diese Taste ist nicht zu hören, solange ein anderes Programm den Fokus hat.',
  'This key cannot be heard: {why}': 'Diese Taste ist nicht zu hören: {why}',
  'Another program has taken this key, or the desktop keeps it. Choose another one.':
    'Ein anderes Programm hat diese Taste belegt, oder der Desktop behält sie. Bitte eine andere wählen.',
  'The key to speak is the same. Choose another one.':
    'Die Sprechtaste ist dieselbe. Bitte eine andere wählen.',
  'Keys that come up cannot be seen here: {why}': 'Das Loslassen von Tasten ist hier nicht zu sehen: {why}',
  // what a model was shown, and why
  'What an earlier goal of the conversation found': 'Was ein früherer Auftrag des Gesprächs fand',
  'No room: it can be read by its handle': 'Kein Platz: es lässt sich über sein Kürzel lesen',
  'One of the latest goals of the conversation, its long words shortened':
    'Einer der letzten Aufträge des Gesprächs, lange Texte gekürzt',
  'One of the latest goals of the conversation': 'Einer der letzten Aufträge des Gesprächs',
  'Older: the summary stands for it': 'Älter: dafür steht die Zusammenfassung',
  'Older, and no room in the summary': 'Älter, und kein Platz in der Zusammenfassung',
  'Stands for {told} of {all} goals that have no room: their numbers, addresses and names as they were written':
    'Steht für {told} von {all} Aufträgen ohne Platz: ihre Zahlen, Adressen und Namen, wie sie dastanden',
  'Recalled for the goal': 'Für den Auftrag erinnert',
  'Recalled for the goal, but there is no room': 'Für den Auftrag erinnert, aber kein Platz',
  '{why}; but there is no room': '{why}; aber kein Platz',
  'The steps and how they stand; {count} have no room': 'Die Schritte und ihr Stand; {count} ohne Platz',
  'The steps and how they stand': 'Die Schritte und ihr Stand',
  'Stands for {told} of {all} steps that have no room; their results can be read by their handles':
    'Steht für {told} von {all} Schritten ohne Platz; ihre Ergebnisse lassen sich über ihre Kürzel lesen',
  '{why}; its beginning, the rest can be read by its handle':
    '{why}; der Anfang, der Rest lässt sich über sein Kürzel lesen',
  'The operator attached it': 'Angehängt',
  'The operator attached it; its long texts are cut': 'Angehängt; lange Texte gekürzt',
  'This task depends on it': 'Diese Aufgabe baut darauf auf',
  'This task depends on it; its long texts are cut': 'Diese Aufgabe baut darauf auf; lange Texte gekürzt',
  "The operator's words: never cut": 'Eigene Worte: nie gekürzt',
  '{what}; forgotten since': '{what}; seither vergessen',
  'What this call was shown has been forgotten.': 'Was diesem Aufruf gezeigt wurde, ist vergessen.',
  // why the disk refused
  'there is nothing at this path': 'unter diesem Pfad liegt nichts',
  'a part of the path is a file': 'ein Teil des Pfades ist eine Datei',
  'it is a folder': 'es ist ein Ordner',
  'something is there already': 'dort liegt schon etwas',
  'a folder that is not empty is there already': 'dort ist schon ein Ordner, der nicht leer ist',
  'the system does not permit it': 'das System erlaubt es nicht',
  'the disk is read-only': 'der Datenträger ist schreibgeschützt',
  'the disk is full': 'der Datenträger ist voll',
  'the disk quota is used up': 'das Speicherkontingent ist aufgebraucht',
  'it is a link': 'es ist ein Verweis',
  'the name is too long': 'der Name ist zu lang',
  'too many files are open': 'zu viele Dateien sind offen',
}
