import { Copy, Download, Package, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useRef, useState } from 'react'
import type { BundleView } from '../../src-preload/contract.ts'
import { useCopy } from '../chat/use-copy.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { offerFile } from '../ui/offer-file.ts'
import { t } from '../words.ts'

/** Makes what goes with a report of a fault, and shows all of it before anything is saved. */
export function BundleButton() {
  const { client, notifyFailure } = useActions()
  const [busy, setBusy] = useState(false)
  const [bundle, setBundle] = useState<BundleView>()
  const make = async () => {
    setBusy(true)
    try {
      setBundle(await client.call('diagnostics.bundle', {}))
    } catch (error) {
      notifyFailure(error)
    }
    setBusy(false)
  }
  return (
    <Dialog.Root open={bundle !== undefined} onOpenChange={(open) => open || setBundle(undefined)}>
      <Button size="small" busy={busy} onClick={() => void make()}>
        {!busy && <Package aria-hidden />}
        {t('Make a bundle')}
      </Button>
      {bundle && <BundleDialog bundle={bundle} close={() => setBundle(undefined)} />}
    </Dialog.Root>
  )
}

function BundleDialog({ bundle: { name, text }, close }: { bundle: BundleView; close: () => void }) {
  const copy = useCopy()
  const content = useRef<HTMLElement>(null)
  const save = () => {
    offerFile(name, 'application/json', [text])
    close()
  }
  return (
    <Dialog.Portal>
      <Dialog.Overlay className="fixed inset-0 z-40 bg-shade" />
      <Dialog.Content
        // on its button the focus would open a tip
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          content.current?.focus()
        }}
        className="fixed inset-4 z-50 mx-auto flex max-w-3xl flex-col gap-3 rounded-lg border border-line bg-raised p-5 shadow-pop outline-none"
      >
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <Dialog.Title className="font-semibold text-base text-ink">
              {t('Bundle for a report')}
            </Dialog.Title>
            <Dialog.Description className="text-soft text-sm leading-relaxed">
              {t(
                'This is all of it: versions, health, settings, numbers and the last lines of the log. It holds no goals, contents, names, paths or secrets. Nothing is sent; you decide who gets it.',
              )}
            </Dialog.Description>
          </div>
          <Dialog.Close asChild>
            <IconButton label={t('Close')} size="small">
              <X aria-hidden />
            </IconButton>
          </Dialog.Close>
        </div>
        <section
          ref={content}
          aria-label={t('Content of the bundle')}
          dir="ltr"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
          className="min-h-0 flex-1 overflow-auto whitespace-pre-wrap break-all rounded-md border border-line bg-sunken p-3 font-mono text-ink text-xs leading-5"
        >
          {text}
        </section>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => void copy(text)}>
            <Copy aria-hidden /> {t('Copy')}
          </Button>
          <Button kind="primary" onClick={save}>
            <Download aria-hidden /> {t('Save …')}
          </Button>
        </div>
      </Dialog.Content>
    </Dialog.Portal>
  )
}
