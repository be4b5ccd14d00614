import { Bell, CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect } from 'react'
import type { Toast } from '../store/state.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { said, t } from '../words.ts'

/** How long a toast that asks for nothing stays, in ms. Failures and reminders stay until they are dismissed. */
const STAYS_MS = 5_000

const ICONS = { info: Bell, good: CircleCheck, danger: CircleAlert }
const COLOURS = { info: 'text-accent', good: 'text-good', danger: 'text-danger' }

export function Toasts() {
  const toasts = useStore(({ ui }) => ui.toasts)
  return (
    <section
      aria-label={t('Notifications')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 top-3 z-50 flex flex-col items-end gap-2 sm:start-auto sm:w-[22rem]"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const { dismissToast, openConversation } = useActions()
  const { id, tone, text, fix, conversationId } = toast
  useEffect(() => {
    if (tone !== 'good') return
    const timer = setTimeout(() => dismissToast(id), STAYS_MS)
    return () => clearTimeout(timer)
  }, [tone, id, dismissToast])
  const Icon = ICONS[tone]
  return (
    <div className="pointer-events-auto flex w-full animate-rise gap-2.5 rounded-lg border border-line bg-raised py-2 pe-1.5 ps-3 shadow-pop">
      <Icon aria-hidden className={`mt-1.5 size-4 shrink-0 ${COLOURS[tone]}`} />
      <div className="min-w-0 flex-1 py-1 text-sm">
        <p className="break-words">{said(text)}</p>
        {fix && <p className="break-words text-soft">{said(fix)}</p>}
        {conversationId && (
          <Button
            size="small"
            className="mt-1.5"
            onClick={() => {
              dismissToast(id)
              void openConversation(conversationId)
            }}
          >
            {t('Show conversation')}
          </Button>
        )}
      </div>
      <IconButton label={t('Dismiss')} size="small" onClick={() => dismissToast(id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}
