import { ChevronRight } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'

export interface DisclosureProps {
  title: ReactNode
  /** At the right of the title. */
  aside?: ReactNode
  startsOpen?: boolean
  className?: string
  children: ReactNode
}

/** What is there on request: a line that opens and closes. */
export function Disclosure({ title, aside, startsOpen = false, className, children }: DisclosureProps) {
  const [open, setOpen] = useState(startsOpen)
  return (
    <Collapsible.Root open={open} onOpenChange={setOpen} className={className}>
      <Collapsible.Trigger className="flex min-h-7 w-full items-center gap-1.5 rounded text-start text-soft text-xs hover:text-ink">
        <ChevronRight
          aria-hidden
          className={classNames(
            'size-3.5 shrink-0 transition-transform',
            open ? 'rotate-90' : 'rtl:-scale-x-100',
          )}
        />
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {aside}
      </Collapsible.Trigger>
      <Collapsible.Content className="pt-1">{children}</Collapsible.Content>
    </Collapsible.Root>
  )
}
