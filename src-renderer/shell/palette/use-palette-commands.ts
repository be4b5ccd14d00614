import {
  CirclePause,
  CirclePlay,
  Keyboard,
  type LucideIcon,
  MessageSquarePlus,
  Moon,
  OctagonX,
  Search,
  Square,
  Sun,
  SunMoon,
} from 'lucide-react'
import { activeRunOf } from '../../store/select.ts'
import { useActions, useStore } from '../../store/store.ts'
import { t } from '../../words.ts'
import { PANE_ENTRIES } from '../panes.ts'
import { chordFor, paneChord } from '../shortcuts.ts'
import { COMPOSER_ID, focusSearch, focusWhenThere } from '../use-shortcuts.ts'

export interface PaletteCommand {
  readonly title: string
  readonly icon: LucideIcon
  readonly chord?: string | undefined
  readonly perform: () => void
}

/** What can be done now: a command that would do nothing is left out. */
export function usePaletteCommands(): readonly PaletteCommand[] {
  const actions = useActions()
  const run = useStore(activeRunOf)
  const paused = useStore(({ ui }) => ui.pausedSince !== undefined)
  const theme = useStore(({ ui }) => ui.theme)
  const themes = [
    { to: 'light', title: t('Light theme'), icon: Sun },
    { to: 'dark', title: t('Dark theme'), icon: Moon },
    { to: 'system', title: t('Theme of the system'), icon: SunMoon },
  ] as const

  return [
    {
      title: t('New chat'),
      icon: MessageSquarePlus,
      chord: chordFor({ do: 'new-chat' }),
      perform: () => {
        actions.newConversation()
        focusWhenThere(COMPOSER_ID)
      },
    },
    ...PANE_ENTRIES.map(({ name, title, icon }) => ({
      title: t('Open {pane}', { pane: t(title) }),
      icon,
      chord: paneChord(name),
      perform: () => actions.openPane(name),
    })),
    {
      title: t('Search conversations'),
      icon: Search,
      chord: chordFor({ do: 'focus-search' }),
      perform: () => focusSearch(actions),
    },
    ...(run
      ? [
          {
            title: t('Stop this run'),
            icon: Square,
            chord: 'Esc',
            perform: () => void actions.cancelRun(run.id),
          },
        ]
      : []),
    paused
      ? { title: t('Go on with everything'), icon: CirclePlay, perform: () => void actions.endPause() }
      : { title: t('Pause everything'), icon: CirclePause, perform: () => void actions.pauseAll() },
    { title: t('Stop everything'), icon: OctagonX, perform: () => void actions.stopAll() },
    ...themes
      .filter(({ to }) => to !== theme)
      .map(({ to, title, icon }) => ({
        title,
        icon,
        perform: () => void actions.changeSettings({ ui: { theme: to } }),
      })),
    {
      title: t('Keyboard shortcuts'),
      icon: Keyboard,
      chord: chordFor({ do: 'show-shortcuts' }),
      perform: () => actions.showShortcuts(true),
    },
  ]
}
