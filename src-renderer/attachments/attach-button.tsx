import { FileText, Globe, Paperclip } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef, useState } from 'react'
import { COMPOSER_ID } from '../shell/use-shortcuts.ts'
import { useActions } from '../store/store.ts'
import { t } from '../words.ts'
import { PageDialog } from './page-dialog.tsx'

const ITEM =
  'flex cursor-pointer items-center gap-2 rounded px-2 py-1.5 text-[13px] outline-none data-[highlighted]:bg-sunken [&_svg]:size-3.5'

/** Files and pages for the message that is being written. */
export function AttachButton() {
  const { attachFiles } = useActions()
  const [asksPage, setAsksPage] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const backToBox = () => document.getElementById(COMPOSER_ID)?.focus()
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('Files to attach')}
        onChange={({ currentTarget }) => {
          void attachFiles([...(currentTarget.files ?? [])]).then(backToBox)
          currentTarget.value = ''
        }}
      />
      <DropdownMenu.Root>
        <DropdownMenu.Trigger
          aria-label={t('Attach')}
          title={t('Attach')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-xl text-soft hover:bg-sunken hover:text-ink"
        >
          <Paperclip aria-hidden className="size-4" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={6}
            className="z-50 min-w-40 rounded-lg border border-line bg-raised p-1 text-ink shadow-pop"
          >
            <DropdownMenu.Item className={ITEM} onSelect={() => files.current?.click()}>
              <FileText aria-hidden /> {t('Files …')}
            </DropdownMenu.Item>
            <DropdownMenu.Item className={ITEM} onSelect={() => setAsksPage(true)}>
              <Globe aria-hidden /> {t('A page …')}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <PageDialog open={asksPage} onOpenChange={setAsksPage} onClosed={backToBox} />
    </>
  )
}
