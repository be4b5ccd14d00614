import type { GlobalKeyView } from '../../src-preload/contract.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { chordWords } from '../voice/chord.ts'
import { said, t } from '../words.ts'
import { ChordField } from './chord-field.tsx'
import type { GlobalKeySettingProps } from './global-key-setting.tsx'

/** The key that opens the quick window over any program, and how far this desktop lets it be. */
export function QuickKeySetting({ value, disabled, onChange }: GlobalKeySettingProps) {
  const key = useStore(({ ui }) => ui.quickKey)
  // a browser hears no key that is pressed elsewhere
  if (!key) return null
  return (
    <ChordField
      label={t('Key of the quick window')}
      hint={hintOf(key, value)}
      error={value !== 'none' && key.how === 'none' ? said(key.why ?? '') : undefined}
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

function hintOf({ how, chord, why = '' }: GlobalKeyView, value: string): string {
  if (how === 'none') return t('Opens a small window over whatever program has the focus.')
  const instead = chord && chord !== value ? t('It is {chord} for now.', { chord: chordWords(chord) }) : ''
  return [t('Press it to open a small window over any program; Esc gives the focus back.'), why, instead]
    .filter(Boolean)
    .join(' ')
}
