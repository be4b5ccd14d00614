import { Trash2 } from 'lucide-react'
import type { SpeechModelView } from '../../src-preload/contract.ts'
import { Confirm } from '../ui/confirm.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { sizeWords } from '../ui/size-words.ts'
import { t } from '../words.ts'

export interface RemoveSpeechModelProps {
  model: SpeechModelView
  used: boolean
  onRemove: () => void
}

/** Takes a model's files away; asks first where it is whole, and says what takes its place where it is used. */
export function RemoveSpeechModel({ model, used, onRemove }: RemoveSpeechModelProps) {
  const { label, state, removable, sizeBytes, doneBytes = 0 } = model
  const begun = doneBytes > 0 && state !== 'queued'
  if (!removable && !begun) return null
  const button = (
    <IconButton
      label={t('Remove {label}', { label })}
      size="small"
      danger
      {...(removable ? {} : { onClick: onRemove })}
    >
      <Trash2 />
    </IconButton>
  )
  if (!removable) return button
  return (
    <Confirm
      trigger={button}
      title={t('Remove {label}?', { label })}
      action={used ? t('Use Whisper base and remove it') : t('Remove')}
      danger
      onConfirm={onRemove}
    >
      {used && t('It is what understands you now: Whisper base, which came along, takes its place first. ')}
      {t('The')} {sizeWords(sizeBytes)} {t('of')} {label}{' '}
      {t('are deleted from this computer, and can be downloaded again.')}
    </Confirm>
  )
}
