import type { SettingsView } from '../../src-preload/contract.ts'
import { Button } from '../ui/button.tsx'
import { t } from '../words.ts'

export interface StepProps {
  settings: SettingsView
  onBack: (() => void) | undefined
  onNext: () => void
  onSkipAll: () => void
}

export interface StepButtonsProps extends Omit<StepProps, 'settings'> {
  /** What the button that goes on says. */
  next: string
  busy?: boolean
  disabled?: boolean
}

/** Back, on, and out of the screens of the first start. */
export const StepButtons = ({ onBack, onNext, onSkipAll, next, busy, disabled }: StepButtonsProps) => (
  <div className="flex flex-wrap items-center gap-2 border-line border-t pt-4">
    <Button kind="primary" busy={busy ?? false} disabled={disabled} onClick={onNext}>
      {next}
    </Button>
    {onBack && <Button onClick={onBack}>{t('Back')}</Button>}
    <Button kind="quiet" className="ms-auto" onClick={onSkipAll}>
      {t('Skip all, go to the chat')}
    </Button>
  </div>
)
