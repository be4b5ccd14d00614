import { X } from 'lucide-react'
import { useActions, useStore } from '../store/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { said, t } from '../words.ts'

/** What went wrong or is due, in lines: this window has no room for what lies over it. */
export function QuickNotices() {
  const { dismissToast } = useActions()
  const toasts = useStore(({ ui }) => ui.toasts)
  return (
    <ul aria-live="polite" aria-label={t('Notices')} className="shrink-0">
      {toasts.map(({ id, tone, text, fix }) => (
        <li key={id} className="flex items-start gap-2 border-line border-t px-4 py-1.5 text-sm">
          <p className={tone === 'danger' ? 'min-w-0 flex-1 text-danger' : 'min-w-0 flex-1 text-ink'}>
            {said(text)} {fix && said(fix)}
          </p>
          <IconButton label={t('Dismiss')} size="small" onClick={() => dismissToast(id)}>
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
