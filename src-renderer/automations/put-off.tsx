import { AlarmClockPlus } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { t } from '../words.ts'

const LATER = [
  { minutes: 10, words: 'in 10 minutes' },
  { minutes: 60, words: 'in 1 hour' },
  { minutes: 180, words: 'in 3 hours' },
  { minutes: 1_440, words: 'in 1 day' },
  { minutes: 10_080, words: 'in 1 week' },
]

/** A menu of later times. */
export const PutOff = ({ label, onChoose }: { label: string; onChoose: (minutes: number) => void }) => (
  <DropdownMenu.Root>
    <DropdownMenu.Trigger
      aria-label={label}
      title={label}
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink"
    >
      <AlarmClockPlus aria-hidden className="size-4" />
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        className="z-50 min-w-36 rounded-md border border-line bg-raised p-1 shadow-pop"
      >
        {LATER.map(({ minutes, words }) => (
          <DropdownMenu.Item
            key={minutes}
            onSelect={() => onChoose(minutes)}
            className="cursor-default rounded px-2 py-1.5 text-ink text-sm outline-none data-highlighted:bg-sunken"
          >
            {t(words)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
)
