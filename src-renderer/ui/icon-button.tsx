import { Tooltip } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Its accessible name, also shown on hover and focus. */
  label: string
  size?: 'small' | 'medium'
  danger?: boolean
}

export function IconButton({
  label,
  size = 'medium',
  danger = false,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip.Provider delayDuration={400}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>
          <button
            type={type}
            aria-label={label}
            className={classNames(
              'inline-flex shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:bg-sunken',
              'disabled:cursor-default disabled:opacity-50 [&_svg]:size-4',
              danger ? 'hover:text-danger' : 'hover:text-ink',
              size === 'small' ? 'size-7' : 'size-8',
              className,
            )}
            {...rest}
          />
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content
            sideOffset={4}
            collisionPadding={8}
            className="z-50 rounded-md bg-ink px-2 py-1 text-surface text-xs shadow-lg"
          >
            {label}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  )
}
