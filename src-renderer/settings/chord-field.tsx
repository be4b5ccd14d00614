import { useState } from 'react'
import { Field, TextInput } from '../ui/field.tsx'
import { chordOf, chordWords } from '../voice/chord.ts'

export interface ChordFieldProps {
  value: string
  disabled: boolean
  onChange: (chord: string) => void
}

/** The key that is held to speak: the next chord that is pressed while the field has the focus. */
export function ChordField({ value, disabled, onChange }: ChordFieldProps) {
  const [waiting, setWaiting] = useState(false)
  return (
    <Field
      label="Key to hold while you speak"
      hint="Click here and press it: with Ctrl, Alt or Meta, or a function key. It works while this window has the focus."
    >
      {(control) => (
        <TextInput
          {...control}
          readOnly
          className="max-w-72"
          disabled={disabled}
          value={waiting ? 'Press a key …' : chordWords(value)}
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
      )}
    </Field>
  )
}
