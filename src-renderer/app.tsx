import { Suspense } from 'react'
import { NavRail } from './shell/nav-rail.tsx'
import { OfflineBar } from './shell/offline-bar.tsx'
import { CommandPalette } from './shell/palette/command-palette.tsx'
import { PaneBoundary } from './shell/pane-boundary.tsx'
import { PANE_ENTRIES } from './shell/panes.ts'
import { PauseBar } from './shell/pause-bar.tsx'
import { SafeModeBar } from './shell/safe-mode-bar.tsx'
import { ShortcutSheet } from './shell/shortcut-sheet.tsx'
import { SignIn } from './shell/sign-in.tsx'
import { Toasts } from './shell/toasts.tsx'
import { useDesktop } from './shell/use-desktop.ts'
import { useShortcuts } from './shell/use-shortcuts.ts'
import { useStore } from './store/store.ts'
import { Loading } from './ui/loading.tsx'
import { usePushToTalk } from './voice/use-push-to-talk.ts'
import { useWelcome } from './welcome/use-welcome.ts'
import { Welcome } from './welcome/welcome.tsx'

/** What the window shows: at the first start its screens, else the frame with its panes. */
export function App() {
  const welcome = useWelcome()
  useDesktop(welcome === 'over')
  const signedOut = useStore(({ connection }) => connection.status === 'signed-out')
  if (signedOut) return <SignIn />
  if (welcome === 'due') return <Welcome />
  if (welcome === 'unknown') return null
  return <Frame />
}

/** Rail, the pane that is open, and what lies over both. */
function Frame() {
  useShortcuts()
  usePushToTalk()
  const pane = useStore(({ ui }) => ui.pane)
  const entry = PANE_ENTRIES.find(({ name }) => name === pane)
  return (
    <div className="flex h-full flex-col">
      <OfflineBar />
      <PauseBar />
      <SafeModeBar />
      <div className="flex min-h-0 flex-1 flex-col sm:flex-row">
        <NavRail />
        <main aria-label={entry?.title} className="flex min-h-0 min-w-0 flex-1 flex-col bg-canvas">
          <PaneBoundary key={pane} what={entry?.title ?? ''}>
            <Suspense fallback={<Loading what={entry?.title.toLowerCase() ?? ''} />}>
              {entry && <entry.component />}
            </Suspense>
          </PaneBoundary>
        </main>
      </div>
      <Toasts />
      <ShortcutSheet />
      <CommandPalette />
    </div>
  )
}
