import type { DesktopMethods, GlobalKeyView, HostView } from '../../src-preload/contract.ts'
import type { DesktopPart, ShownPart } from './health-words.ts'

/** How the desktop can be used here: its tray, its notifications, and keys heard from other programs. */
export function desktopParts(
  host: Pick<HostView, 'staysInTray'>,
  notices: DesktopMethods['notices.how']['output']['how'] | undefined,
  quickKey: GlobalKeyView | undefined,
  talkKey: GlobalKeyView | undefined,
): ShownPart[] {
  const part = (name: DesktopPart, state: ShownPart['state'], says: string, fix?: string): ShownPart => ({
    part: name,
    state,
    word: name,
    says,
    values: {},
    ...(fix === undefined ? {} : { fix }),
  })
  return [
    host.staysInTray
      ? part('tray', 'ok', 'It shows what the agent is at; closing the window keeps it running.')
      : part('tray', 'warn', 'This desktop shows no tray icons: closing the window ends Adjutant.'),
    ...(notices === undefined
      ? []
      : [
          notices === 'buttons'
            ? part('notices', 'ok', 'They are shown, with buttons.')
            : notices === 'plain'
              ? part('notices', 'ok', 'They are shown, without buttons: a click opens the card.')
              : part(
                  'notices',
                  'warn',
                  'This system shows none.',
                  'What waits is in the window and in the tray.',
                ),
        ]),
    ...keyPart('quick-key', quickKey),
    ...keyPart('talk-key', talkKey),
  ]

  function keyPart(name: DesktopPart, key: GlobalKeyView | undefined): ShownPart[] {
    if (!key) return []
    if (key.how === 'none') {
      if (key.chord === undefined) return [part(name, 'off', 'No key is chosen.')]
      return [{ ...part(name, 'warn', '{chord} is not heard. {why}'), values: valuesOf(key) }]
    }
    return [
      { ...part(name, key.why ? 'warn' : 'ok', '{chord} is heard everywhere. {why}'), values: valuesOf(key) },
    ]
  }
}

const valuesOf = ({ chord = '', why = '' }: GlobalKeyView) => ({ chord, why })
