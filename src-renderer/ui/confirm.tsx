import { AlertDialog } from 'radix-ui'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { ErrorNote, type Failure } from './error-note.tsx'

export interface ConfirmProps {
  /** What opens it; takes a ref and `onClick`. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: string
  /** What will be lost. */
  children?: ReactNode
  /** The act, as its button says it. */
  action: string
  /** What its other button says. */
  dismiss?: string
  danger?: boolean
  /** Resolves to a failure to keep the dialog open and show it. */
  // biome-ignore lint/suspicious/noConfusingVoidType: an act that says nothing has gone well
  onConfirm: () => Promise<Failure | undefined | void> | void
}

/**
 * Asks before what cannot be undone. Focus starts at the button that does nothing; Esc is that
 * button. After the act it goes to the pane's heading.
 */
export function Confirm({
  trigger,
  open,
  onOpenChange,
  title,
  children,
  action,
  dismiss = 'Cancel',
  danger,
  onConfirm,
}: ConfirmProps) {
  const [own, setOwn] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const done = useRef(false)
  const shown = open ?? own

  const show = (next: boolean) => {
    if (next) done.current = false
    setFailure(undefined)
    setOwn(next)
    onOpenChange?.(next)
  }

  const confirm = async () => {
    setBusy(true)
    // the act may take this dialog away with what it was about, before it has come to its end
    done.current = true
    const failed = (await onConfirm()) ?? undefined
    setBusy(false)
    done.current = failed === undefined
    if (failed) setFailure(failed)
    else show(false)
  }

  // what was asked about may be gone, and with it the button that had the focus
  const moveFocus = (event: Event) => {
    const heading = document.querySelector<HTMLElement>('[data-pane-heading]')
    if (!done.current || !heading) return
    event.preventDefault()
    heading.focus()
  }

  return (
    <AlertDialog.Root open={shown} onOpenChange={show}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-shade" />
        <AlertDialog.Content
          onCloseAutoFocus={moveFocus}
          className="fixed top-1/2 left-1/2 z-50 flex w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 flex-col gap-3 rounded-lg border border-line bg-raised p-5 shadow-pop"
        >
          <AlertDialog.Title className="font-semibold text-base text-ink">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="break-words text-soft text-sm leading-relaxed">{children}</div>
          </AlertDialog.Description>
          {failure && <ErrorNote failure={failure} />}
          <div className="mt-1 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{dismiss}</Button>
            </AlertDialog.Cancel>
            <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={confirm}>
              {action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
