import type { GlobalKeyView } from '../../src-preload/contract.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { said, t } from '../words.ts'
import { ChordField } from './chord-field.tsx'

export interface GlobalKeySettingProps {
  /** A chord, or 'none'. */
  value: string
  disabled: boolean
  onChange: (chord: string) => void
}

/** The key that is heard while another program has the focus, and how far this desktop lets it be. */
export function GlobalKeySetting({ value, disabled, onChange }: GlobalKeySettingProps) {
  const key = useStore(({ voice }) => voice.globalKey)
  // a browser hears no key that is pressed elsewhere
  if (!key) return null
  return (
    <ChordField
      label={t('The same, from other programs')}
      hint={HINTS[key.how](key)}
      error={key.how === 'none' ? said(key.why ?? '') : undefined}
      value={value}
      disabled={disabled}
      onChange={onChange}
    >
      {value !== 'none' && (
        <Button kind="quiet" disabled={disabled} onClick={() => onChange('none')}>
          {t('No key')}
        </Button>
      )}
    </ChordField>
  )
}

const HINTS: Record<GlobalKeyView['how'], (key: GlobalKeyView) => string> = {
  hold: () =>
    t('Hold it and speak, whatever program has the focus. Keys are looked at only while it is held.'),
  press: ({ why = '' }) => `${t('Press it to begin; press it again, or fall silent, to end.')} ${why}`,
  none: () => t('Speak while another program has the focus.'),
}
