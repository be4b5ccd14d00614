import { t } from '../words.ts'
import { ChordField } from './chord-field.tsx'
import type { GlobalKeySettingProps } from './global-key-setting.tsx'

/** What is held in the window to speak. */
export const TalkKeySetting = (props: GlobalKeySettingProps) => (
  <ChordField
    label={t('Key to hold while you speak')}
    hint={t(
      'Click here and press it: with Ctrl, Alt or Meta, or a function key. It works while this window has the focus.',
    )}
    {...props}
  />
)
