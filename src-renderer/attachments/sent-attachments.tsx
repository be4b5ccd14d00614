import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { type AttachmentView, SHOWN_AT_ONCE } from '../../src-preload/contract.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { sizeWords } from '../ui/size-words.ts'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'
import { AttachmentChip } from './attachment-chip.tsx'

/** What hangs on a message that was sent; each opens as the agent read it. */
export function SentAttachments({ attachments }: { attachments: readonly AttachmentView[] }) {
  const [shown, setShown] = useState<AttachmentView>()
  return (
    <>
      <ul aria-label={t('Attached')} className="flex max-w-[85%] flex-wrap justify-end gap-1.5">
        {attachments.map((each) => (
          <AttachmentChip
            key={each.handle}
            kind={each.kind}
            name={each.name}
            about={[
              sizeWords(each.bytes),
              each.characters > SHOWN_AT_ONCE ? t('long: read in parts') : t('nothing in it instructs'),
            ].join(' · ')}
            onOpen={() => setShown(each)}
          />
        ))}
      </ul>
      {shown && <AttachmentDialog attachment={shown} onClose={() => setShown(undefined)} />}
    </>
  )
}

function AttachmentDialog({
  attachment: { handle, name },
  onClose,
}: {
  attachment: AttachmentView
  onClose: () => void
}) {
  const { value, failure } = useRead('attachments.get', { handle })
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-1/2 left-1/2 z-50 flex max-h-[80vh] w-[calc(100vw-2rem)] max-w-2xl -translate-x-1/2 -translate-y-1/2 flex-col gap-3 rounded-lg border border-line bg-raised p-5 shadow-pop"
        >
          <Dialog.Title className="truncate font-semibold text-base" dir="auto">
            {name}
          </Dialog.Title>
          {failure && <ErrorNote failure={failure} />}
          {!value && !failure && <Loading what={name} />}
          {value?.image ? (
            <img
              src={`data:${value.image.type};base64,${value.image.base64}`}
              alt={name}
              className="min-h-0 object-contain"
            />
          ) : (
            value && (
              <section
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard
                tabIndex={0}
                aria-label={t('As it was read')}
                className="min-h-0 overflow-auto rounded-md bg-sunken p-3"
              >
                <pre dir="auto" className="whitespace-pre-wrap break-words font-mono text-xs">
                  {value.text}
                </pre>
              </section>
            )
          )}
          <div className="flex justify-end">
            <Dialog.Close asChild>
              <Button>{t('Close')}</Button>
            </Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
