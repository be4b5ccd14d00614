import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind
  size?: 'small' | 'medium'
  /** Shows that its act is under way, and takes no second press. */
  busy?: boolean
}

const KINDS: Record<ButtonKind, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-soft hover:bg-sunken hover:text-ink',
  danger: 'border-danger/40 text-danger hover:border-danger hover:bg-danger-soft',
}

const SIZES = { small: 'h-7 px-2.5 text-xs', medium: 'h-8 px-3 text-sm' }

export function Button({
  kind = 'secondary',
  size = 'medium',
  busy = false,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium',
        'transition-colors disabled:cursor-default disabled:opacity-50 [&_svg]:size-3.5 [&_svg]:shrink-0',
        KINDS[kind],
        SIZES[size],
        className,
      )}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
}
