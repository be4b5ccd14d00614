import { useEffect, useRef } from 'react'
import { OfflineBar } from '../shell/offline-bar.tsx'
import { Toasts } from '../shell/toasts.tsx'
import { useActions, useStore } from '../store/store.ts'
import { Loading } from '../ui/loading.tsx'
import { t } from '../words.ts'
import { FoldersStep } from './folders-step.tsx'
import { KeysStep } from './keys-step.tsx'
import { ModelStep } from './model-step.tsx'
import { useKept } from './use-kept.ts'

const STEPS = [
  {
    title: 'What may Adjutant touch?',
    about:
      'It reads and writes inside these folders on your word. Elsewhere it asks first. Nothing is needed to begin.',
    component: FoldersStep,
  },
  {
    title: 'Who understands you?',
    about: 'The offline planner is enough to begin. A model understands more, on this computer or elsewhere.',
    component: ModelStep,
  },
  {
    title: 'Keys and voice',
    about: 'Adjutant is one key away, whatever program you are in.',
    component: KeysStep,
  },
] as const

/** The screens of the first start, one after the other. All that they ask can be skipped, and changed in the settings. */
export function Welcome() {
  const settings = useStore((state) => state.settings.view)
  const { changeSettings } = useActions()
  const [at, setAt] = useKept('adjutant.welcome.step', 0)
  const heading = useRef<HTMLHeadingElement>(null)
  const step = STEPS[at] ?? STEPS[0]
  const last = at >= STEPS.length - 1

  // each screen is read out from its heading
  useEffect(() => heading.current?.focus(), [at])

  const finish = () => void changeSettings({ ui: { welcomed: true } })
  return (
    <div className="flex h-full flex-col bg-canvas">
      <OfflineBar />
      <main aria-label={t('First start')} className="@container min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex min-h-full w-full max-w-2xl flex-col justify-center gap-5 px-4 py-8 sm:px-8">
          <p className="text-faint text-xs">
            {t('Step {step} of {steps}', { step: at + 1, steps: STEPS.length })}
            {at === 0 && ` · ${t('No account. Nothing is sent anywhere until you choose so.')}`}
          </p>
          <div>
            <h1 ref={heading} tabIndex={-1} className="font-semibold text-ink text-xl outline-none">
              {t(step.title)}
            </h1>
            <p className="mt-1 text-sm text-soft leading-relaxed">{t(step.about)}</p>
          </div>
          {settings ? (
            <step.component
              key={at}
              settings={settings}
              onBack={at > 0 ? () => setAt(at - 1) : undefined}
              onNext={last ? finish : () => setAt(at + 1)}
              onSkipAll={finish}
            />
          ) : (
            <Loading what={t('settings')} />
          )}
        </div>
      </main>
      <Toasts />
    </div>
  )
}
