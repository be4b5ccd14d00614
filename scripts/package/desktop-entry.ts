import { SCHEME, SUMMARY } from './configuration.ts'

/** What the menus of a Linux desktop show, and which addresses they bring to the application. */
export const desktopEntry = (executable: string): string => `[Desktop Entry]
Type=Application
Name=Adjutant
GenericName=Personal agent
GenericName[de]=Persönlicher Agent
Comment=${SUMMARY}
Comment[de]=Persönlicher Agent, der mit Freigabe handelt
Exec=${executable} %U
TryExec=${executable}
Icon=adjutant
Terminal=false
Categories=Utility;
Keywords=agent;assistant;reminder;Assistent;Erinnerung;
StartupNotify=true
StartupWMClass=Adjutant
SingleMainWindow=true
MimeType=x-scheme-handler/${SCHEME};
Actions=quick;talk;

[Desktop Action quick]
Name=Ask quickly
Name[de]=Kurz fragen
Exec=${executable} --quick

[Desktop Action talk]
Name=Speak
Name[de]=Sprechen
Exec=${executable} --talk
`
