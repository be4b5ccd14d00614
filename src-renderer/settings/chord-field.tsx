import { type ReactNode, useState } from 'react'
import { Field, TextInput } from '../ui/field.tsx'
import { chordOf, chordWords } from '../voice/chord.ts'
import { t } from '../words.ts'

export interface ChordFieldProps {
  label: string
  hint: string
  /** What is the matter with the key that is chosen. */
  error?: string | undefined
  /** A chord, or 'none'. */
  value: string
  disabled: boolean
  onChange: (chord: string) => void
  /** Beside it. */
  children?: ReactNode
}

/** A key that is held to speak: the next chord that is pressed while the field has the focus. */
export function ChordField({ label, hint, error, value, disabled, onChange, children }: ChordFieldProps) {
  const [waiting, setWaiting] = useState(false)
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className="flex items-center gap-2">
          <TextInput
            {...control}
            readOnly
            className="max-w-72"
            disabled={disabled}
            value={waiting ? t('Press a key …') : value === 'none' ? t('None') : chordWords(value)}
            data-takes-chord
            onFocus={() => setWaiting(true)}
            onBlur={() => setWaiting(false)}
            onKeyDown={(event) => {
              // whoever only moves on keeps what is there
              if (event.key === 'Tab') return
              const chord = chordOf(event.nativeEvent)
              if (event.key !== 'Escape' && !chord) return
              event.preventDefault()
              event.currentTarget.blur()
              if (chord && chord !== value) onChange(chord)
            }}
          />
          {children}
        </span>
      )}
    </Field>
  )
}
