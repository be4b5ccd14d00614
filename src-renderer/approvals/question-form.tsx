import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { t } from '../words.ts'

export interface QuestionFormProps {
  question: string
  choices: readonly string[]
  busy: string | undefined
  onAnswer: (answer: string) => void
}

/** The choices that the agent gives, and always room for other words. */
export function QuestionForm({ question, choices, busy, onAnswer }: QuestionFormProps) {
  const [text, setText] = useState('')
  const own = choices.length > 0 ? t('Or in your own words') : t('Your answer')
  return (
    <div className="flex flex-col gap-3">
      {choices.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {choices.map((choice) => (
            <Button
              key={choice}
              busy={busy === choice}
              disabled={busy !== undefined}
              onClick={() => onAnswer(choice)}
              className="h-auto min-h-8 max-w-full whitespace-normal py-1 text-start"
            >
              {choice}
            </Button>
          ))}
        </div>
      )}
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) onAnswer(text.trim())
        }}
      >
        <Field label={own} hiddenLabel className="flex-1">
          {(control) => (
            <TextInput
              {...control}
              aria-label={`${own}: ${question}`}
              placeholder={`${own} …`}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          kind={choices.length > 0 ? 'secondary' : 'primary'}
          busy={busy !== undefined && !choices.includes(busy)}
          disabled={text.trim() === ''}
        >
          {t('Answer')}
        </Button>
      </form>
    </div>
  )
}
