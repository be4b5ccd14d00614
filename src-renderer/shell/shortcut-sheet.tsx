import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { Pane } from '../store/state.ts'
import { useActions, useStore } from '../store/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Keys } from '../ui/keys.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import { chordWords } from '../voice/chord.ts'
import { t } from '../words.ts'
import { PANE_ENTRIES } from './panes.ts'
import { paneChord, SHORTCUT_GROUPS, type Shortcut } from './shortcuts.ts'

export function ShortcutSheet() {
  const open = useStore(({ ui }) => ui.shortcutsOpen)
  const { showShortcuts } = useActions()
  const returnFocus = useReturnFocus(open)
  const talk = useStore(({ settings }) => settings.view?.voice.key ?? 'Ctrl+Space')
  const groups = [
    ...SHORTCUT_GROUPS.map(({ title, shortcuts }) => ({
      title,
      shortcuts:
        title === 'Anywhere'
          ? [...shortcuts, { chords: [chordWords(talk)], what: 'Hold to speak' }]
          : shortcuts,
    })),
    { title: 'Panes', shortcuts: PANE_ENTRIES.map(paneShortcut) },
  ]
  return (
    <Dialog.Root open={open} onOpenChange={showShortcuts}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Content
          aria-describedby={undefined}
          // on its button the focus would open a tip, and the first Esc would close only that
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={returnFocus}
          className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 max-h-[calc(100vh-2rem)] w-[calc(100vw-2rem)] max-w-lg overflow-auto rounded-lg border border-line bg-raised p-5 shadow-pop outline-none"
        >
          <div className="mb-3 flex items-center justify-between">
            <Dialog.Title className="font-semibold text-base">{t('Keyboard shortcuts')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('Close')} size="small">
                <X aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          {groups.map(({ title, shortcuts }) => (
            <section key={title} aria-label={t(title)} className="mt-4 first-of-type:mt-0">
              <h3 className="text-faint text-xs">{t(title)}</h3>
              <dl className="divide-y divide-line">
                {shortcuts.map(({ chords, what }) => (
                  <div key={what} className="flex items-center justify-between gap-4 py-1.5">
                    <dt className="text-soft">{t(what)}</dt>
                    <dd className="flex shrink-0 items-center gap-2">
                      {chords.map((chord) => (
                        <Keys key={chord} chord={chord} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const paneShortcut = ({ name, title }: { name: Pane; title: string }): Shortcut => ({
  chords: [paneChord(name)],
  what: title,
})
