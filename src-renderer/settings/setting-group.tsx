import { type ReactNode, useId } from 'react'
import { Card } from '../ui/card.tsx'

export interface SettingGroupProps {
  title: string
  about?: ReactNode
  children: ReactNode
}

/** Settings of one subject under their heading. */
export function SettingGroup({ title, about, children }: SettingGroupProps) {
  const id = useId()
  return (
    <section data-setting-group aria-labelledby={id} className="flex flex-col gap-2">
      <div>
        <h2 id={id} tabIndex={-1} className="scroll-mt-4 outline-none font-semibold text-ink text-sm">
          {title}
        </h2>
        {about && <p className="text-soft text-xs leading-relaxed">{about}</p>}
      </div>
      <Card className="flex flex-col gap-4 p-4">{children}</Card>
    </section>
  )
}
