import { lazy, Suspense, useEffect, useRef } from 'react'
import { Composer } from '../chat/composer.tsx'
import { useActions, useStore } from '../store/store.ts'
import { usePushToTalk } from '../voice/use-push-to-talk.ts'
import { t } from '../words.ts'
import { QuickBar } from './quick-bar.tsx'
import { QuickNotices } from './quick-notices.tsx'
import { useFit } from './use-fit.ts'
import { useQuickShown } from './use-quick-shown.ts'

// a window that waits unseen holds no more than its box
const QuickThread = lazy(async () => ({ default: (await import('./quick-thread.tsx')).QuickThread }))

/** The tallest that the window gets, in px; the desktop holds the same. */
const TALLEST = 'max-h-[560px]'

/** One box to write or speak into, and below it the answer, with what is asked on the way. */
export function QuickApp() {
  usePushToTalk()
  useQuickShown()
  const frame = useRef<HTMLDivElement>(null)
  useFit(frame)
  const { desktop } = useActions()
  const selectedId = useStore(({ conversations }) => conversations.selectedId)
  const openFull = () =>
    void desktop('window.open', { pane: 'chat', ...(selectedId ? { id: selectedId } : {}) })

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      event.preventDefault()
      void desktop('quick.hide', {})
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [desktop])

  return (
    <main
      ref={frame}
      aria-label={t('Quick window')}
      className={`flex ${TALLEST} flex-col border border-line-strong bg-canvas pt-3`}
    >
      <Composer
        onEmptyEnter={openFull}
        hint={t('Enter sends; in the empty box it opens the window · Esc hides')}
      />
      {selectedId && (
        <Suspense fallback={null}>
          <QuickThread conversationId={selectedId} />
        </Suspense>
      )}
      <QuickNotices />
      <QuickBar onOpen={openFull} />
    </main>
  )
}
