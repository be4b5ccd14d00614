import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useActions, useStore } from '../store/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { chordWords } from '../voice/chord.ts'
import { t } from '../words.ts'
import { modifierName, SHORTCUTS } from './shortcuts.ts'

export function ShortcutSheet() {
  const open = useStore(({ ui }) => ui.shortcutsOpen)
  const { showShortcuts } = useActions()
  const talk = useStore(({ settings }) => settings.view?.voice.key ?? 'Ctrl+Space')
  const mod = modifierName()
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
          <dl className="divide-y divide-line">
            {[...SHORTCUTS, { keys: [chordWords(talk)], what: 'Hold to speak' }].map(({ keys, what }) => (
              <div key={what} className="flex items-center justify-between gap-4 py-2">
                <dt className="text-soft">{t(what)}</dt>
                <dd className="flex shrink-0 items-center gap-1.5">
                  {keys.map((key) => (
                    <Keys key={key} keys={key.replace('Mod', mod)} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const Keys = ({ keys }: { keys: string }) =>
  keys === '…' ? (
    <span className="text-faint">…</span>
  ) : (
    <kbd className="rounded border border-line-strong bg-sunken px-1.5 py-0.5 font-mono text-[11px]">
      {keys}
    </kbd>
  )
