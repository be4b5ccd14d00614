import { CalendarDays, List } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import type { MemorySlice } from '../store/state.ts'
import { t } from '../words.ts'

const VIEWS = [
  { value: 'list', label: 'List', icon: List },
  { value: 'timeline', label: 'Timeline', icon: CalendarDays },
] as const

export interface ViewChoiceProps {
  view: MemorySlice['view']
  onChange: (view: MemorySlice['view']) => void
}

/** The order rows stand in: as they were remembered, or as what they tell happened. */
export const ViewChoice = ({ view, onChange }: ViewChoiceProps) => (
  <RadioGroup.Root
    aria-label={t('View')}
    orientation="horizontal"
    value={view}
    onValueChange={(chosen) => onChange(chosen as MemorySlice['view'])}
    className="flex h-8 shrink-0 rounded-md border border-line-strong bg-raised p-0.5"
  >
    {VIEWS.map(({ value, label, icon: Icon }) => (
      <RadioGroup.Item
        key={value}
        value={value}
        className="flex items-center gap-1.5 rounded px-2 text-soft text-xs hover:text-ink data-[state=checked]:bg-accent-soft data-[state=checked]:font-medium data-[state=checked]:text-accent"
      >
        <Icon aria-hidden className="size-3.5" />
        <span className="@max-xl/pane:sr-only">{t(label)}</span>
      </RadioGroup.Item>
    ))}
  </RadioGroup.Root>
)
