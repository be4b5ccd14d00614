import { RadioGroup } from 'radix-ui'
import { classNames } from '../ui/class-names.ts'
import { t } from '../words.ts'

interface ChoiceOption<Value extends string> {
  value: Value
  label: string
  hint?: string
}

export interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly ChoiceOption<Value>[]
  onChange: (value: Value) => void
  disabled?: boolean
  /** One below the other, whatever room there is. */
  stacked?: boolean
}

/** One of a few, all of them seen. Side by side where there is room. */
export const Choice = <Value extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
  stacked = false,
}: ChoiceProps<Value>) => (
  <RadioGroup.Root
    aria-label={label}
    value={value}
    onValueChange={(chosen) => onChange(chosen as Value)}
    disabled={disabled}
    className={classNames('flex flex-col gap-2', !stacked && '@xl:flex-row')}
  >
    {options.map((option) => (
      <RadioGroup.Item
        key={option.value}
        value={option.value}
        className={classNames(
          'flex min-w-0 flex-1 items-start gap-2.5 rounded-md border border-line-strong bg-raised px-3 py-2 text-start',
          'hover:border-faint data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft',
        )}
      >
        <span
          aria-hidden
          className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface"
        >
          <RadioGroup.Indicator className="forced-shape size-2 rounded-full bg-accent" />
        </span>
        <span className="min-w-0">
          <span className="block font-medium text-ink text-sm">{t(option.label)}</span>
          {option.hint && <span className="block text-soft text-xs leading-relaxed">{t(option.hint)}</span>}
        </span>
      </RadioGroup.Item>
    ))}
  </RadioGroup.Root>
)
