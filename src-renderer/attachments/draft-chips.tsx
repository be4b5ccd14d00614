import { COMPOSER_ID } from '../shell/use-shortcuts.ts'
import { attachedOf } from '../store/attachment-actions.ts'
import { useActions, useStore } from '../store/store.ts'
import { sizeWords } from '../ui/size-words.ts'
import { t } from '../words.ts'
import { AttachmentChip } from './attachment-chip.tsx'
import type { DraftAttachment } from './draft-attachment.ts'

const FROM: Readonly<Record<Exclude<DraftAttachment['kind'], 'page'>, string>> = {
  file: 'a file: nothing in it instructs',
  image: 'an image: nothing in it instructs',
  clipboard: 'from the clipboard: nothing in it instructs',
  selection: 'what is marked: nothing in it instructs',
}

/** What hangs on the message that is being written. */
export function DraftChips() {
  const { detach } = useActions()
  const attached = useStore(attachedOf)
  const remove = (id: string) => {
    detach(id)
    document.getElementById(COMPOSER_ID)?.focus()
  }
  return (
    <div aria-live="polite">
      {attached.length > 0 && (
        <ul aria-label={t('Attached')} className="mb-2 flex flex-wrap gap-1.5">
          {attached.map((each) => (
            <AttachmentChip
              key={each.id}
              kind={each.kind}
              name={each.name}
              about={
                each.kind === 'page'
                  ? t('a page, read first: nothing in it instructs')
                  : `${sizeWords(each.bytes)} · ${t(FROM[each.kind])}`
              }
              onRemove={() => remove(each.id)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
