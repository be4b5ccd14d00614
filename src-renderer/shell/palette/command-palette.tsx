import { Dialog } from 'radix-ui'
import { lazy, Suspense, useRef } from 'react'
import { useActions, useStore } from '../../store/store.ts'
import { Loading } from '../../ui/loading.tsx'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import { t } from '../../words.ts'

export const loadPalette = () => import('./palette-body.tsx')
const PaletteBody = lazy(async () => ({ default: (await loadPalette()).PaletteBody }))

/** Every command, conversation and run by a few letters of its name. */
export function CommandPalette() {
  const open = useStore(({ ui }) => ui.paletteOpen)
  const { showPalette } = useActions()
  const returnFocus = useReturnFocus(open)
  const chosen = useRef<() => void>(undefined)
  return (
    <Dialog.Root open={open} onOpenChange={showPalette}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Content
          aria-describedby={undefined}
          // what was chosen may put the focus elsewhere, so it is done once the dialog has given it back
          onCloseAutoFocus={(event) => {
            returnFocus(event)
            chosen.current?.()
            chosen.current = undefined
          }}
          className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-50 flex max-h-[70vh] w-[calc(100vw-2rem)] max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-pop outline-none"
        >
          <Dialog.Title className="sr-only">{t('Commands')}</Dialog.Title>
          <Suspense fallback={<Loading what={t('commands')} />}>
            <PaletteBody
              onChoose={(perform) => {
                chosen.current = perform
                showPalette(false)
              }}
            />
          </Suspense>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
