import type { MemoryView } from '../../src-preload/contract.ts'
import { safeLink } from '../chat/safe-link.ts'
import { useActions } from '../store/store.ts'
import { sourceWords } from './memory-words.ts'

const LOOK = 'min-w-0 truncate rounded underline decoration-line-strong underline-offset-2 hover:text-ink'

/** Where a row came from, in words; a run, a conversation or a page opens. */
export function SourceLink({
  source,
  inTabOrder = true,
}: {
  source: MemoryView['source']
  inTabOrder?: boolean
}) {
  const { openRun, openConversation } = useActions()
  const words = sourceWords(source)
  const tabIndex = inTabOrder ? undefined : -1
  const open = {
    run: () => openRun(source.ref),
    conversation: () => void openConversation(source.ref),
  }[source.kind]
  const address = source.kind === 'page' ? safeLink(source.ref) : undefined
  if (open && source.ref) {
    return (
      <button type="button" tabIndex={tabIndex} className={LOOK} onClick={open} title={source.ref}>
        {words}
      </button>
    )
  }
  return address ? (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      tabIndex={tabIndex}
      className={LOOK}
      title={address}
    >
      {words}
    </a>
  ) : (
    <span className="min-w-0 truncate" title={source.ref}>
      {words}
    </span>
  )
}
