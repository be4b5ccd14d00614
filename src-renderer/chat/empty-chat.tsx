import { AlarmClock, FileText, Globe, type LucideIcon } from 'lucide-react'
import { COMPOSER_ID } from '../shell/use-shortcuts.ts'
import { useActions, useStore } from '../store/store.ts'
import { t } from '../words.ts'

const TRIES: readonly { icon: LucideIcon; title: string; goal: string }[] = [
  {
    icon: AlarmClock,
    title: 'Remember and remind',
    goal: 'Remember that the spare key is with Jo, and remind me tomorrow at 9 to call the dentist',
  },
  {
    icon: Globe,
    title: 'Read the web for me',
    goal: 'Open https://example.org, summarise it and save the summary to ~/notes/example.md',
  },
  {
    icon: FileText,
    title: 'Look after my files',
    goal: 'List ~/notes, then write "Buy milk" to ~/notes/shopping.md',
  },
]

/** A conversation that has not begun: what may be asked, and three things to try. */
export function EmptyChat() {
  const { setDraft } = useActions()
  const offline = useStore(({ settings }) => settings.view?.model.provider === 'offline')
  const take = (goal: string) => {
    setDraft(goal)
    document.getElementById(COMPOSER_ID)?.focus()
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex min-h-full w-full max-w-3xl flex-col justify-end gap-6 px-4 pt-10 pb-6 sm:justify-center">
        <div>
          <h1 className="text-balance font-semibold text-2xl tracking-tight">
            {t('What shall I take off your hands?')}
          </h1>
          <p className="mt-2 max-w-xl text-pretty text-soft leading-relaxed">
            {t(
              'Say it in your own words, several steps at once if you like. I do what you ask inside the folders and sites you named; for anything else I ask first.',
            )}
          </p>
        </div>
        <ul aria-label={t('Things to try')} className="grid gap-2 sm:grid-cols-3">
          {TRIES.map(({ icon: Icon, title, goal }) => (
            <li key={title} className="flex">
              <button
                type="button"
                onClick={() => take(goal)}
                className="flex w-full gap-3 rounded-xl border border-line bg-surface p-3.5 text-start shadow-card transition-colors hover:border-accent sm:flex-col sm:gap-2"
              >
                <Icon aria-hidden className="size-5 shrink-0 text-accent" strokeWidth={1.75} />
                <span className="min-w-0">
                  <span className="block font-medium">{t(title)}</span>
                  <span className="mt-0.5 block text-pretty text-[13px] text-soft leading-snug">{goal}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {offline && (
          <p className="text-faint text-xs">
            {t(
              'No model is connected: the offline planner understands requests like these, here on this computer. Settings connects a model for everything else.',
            )}
          </p>
        )}
      </div>
    </div>
  )
}
