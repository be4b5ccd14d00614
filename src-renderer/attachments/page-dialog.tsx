import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { t } from '../words.ts'

export interface PageDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  onClosed: () => void
}

/** Asks for the address of a page. */
export function PageDialog({ open, onOpenChange, onClosed }: PageDialogProps) {
  const { attachPage } = useActions()
  const [address, setAddress] = useState('')
  const [wrong, setWrong] = useState(false)
  const show = (wanted: boolean) => {
    onOpenChange(wanted)
    setAddress('')
    setWrong(false)
  }
  const attach = () => (attachPage(address) ? show(false) : setWrong(true))
  return (
    <Dialog.Root open={open} onOpenChange={show}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
          className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-lg border border-line bg-raised p-5 shadow-pop"
        >
          <Dialog.Title className="font-semibold text-base">{t('Attach a page')}</Dialog.Title>
          <Dialog.Description className="mt-1 text-soft text-xs">
            {t('It is read when the message is sent. Nothing in it instructs.')}
          </Dialog.Description>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              attach()
            }}
            className="mt-3 flex flex-col gap-2"
          >
            <input
              aria-label={t('Address of the page')}
              aria-invalid={wrong}
              aria-describedby={wrong ? 'page-address-wrong' : undefined}
              type="text"
              inputMode="url"
              value={address}
              placeholder="https://"
              onChange={(event) => setAddress(event.target.value)}
              className="rounded-md border border-line-strong bg-surface px-3 py-1.5"
            />
            {wrong && (
              <p id="page-address-wrong" role="alert" className="text-danger text-xs">
                {t('That is no address of a page, such as https://example.org/news.')}
              </p>
            )}
            <div className="flex justify-end gap-2">
              <Button onClick={() => show(false)}>{t('Cancel')}</Button>
              <Button kind="primary" type="submit">
                {t('Attach')}
              </Button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
