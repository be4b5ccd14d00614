import { type ComponentProps, type ReactNode, useId } from 'react'
import { said } from '../words.ts'
import { classNames } from './class-names.ts'

/** Of an input, a select or a text area. */
export const CONTROL = classNames(
  'w-full min-w-0 rounded-md border border-line-strong bg-raised px-2.5 text-ink text-sm',
  'hover:border-faint disabled:opacity-60 aria-invalid:border-danger',
)

export interface FieldProps {
  label: string
  /** What it is for, or why it cannot be changed. */
  hint?: ReactNode
  error?: string | undefined
  /** The label is there for screen readers alone. */
  hiddenLabel?: boolean
  className?: string
  /** Gets what joins the control to its label, hint and error. */
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}

export function Field({ label, hint, error, hiddenLabel = false, className, children }: FieldProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={hiddenLabel ? 'sr-only' : 'font-medium text-ink text-sm'}>
        {label}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="break-words text-soft text-xs leading-relaxed">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="break-words text-danger text-xs leading-relaxed">
          {said(error)}
        </p>
      )}
    </div>
  )
}

export const TextInput = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input className={classNames(CONTROL, 'h-8', className)} {...rest} />
)

export const TextArea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea className={classNames(CONTROL, 'resize-y py-1.5 leading-relaxed', className)} {...rest} />
)

export const Select = ({ className, ...rest }: ComponentProps<'select'>) => (
  <select className={classNames(CONTROL, 'h-8 pe-1', className)} {...rest} />
)
