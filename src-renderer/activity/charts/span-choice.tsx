import { RadioGroup } from 'radix-ui'
import type { MetricSpan } from '../../../src-preload/contract.ts'
import { t } from '../../words.ts'

const SPANS: readonly (readonly [MetricSpan, string])[] = [
  ['hour', '1 hour'],
  ['day', '24 hours'],
  ['week', '7 days'],
]

export const SpanChoice = ({
  span,
  onChange,
}: {
  span: MetricSpan
  onChange: (span: MetricSpan) => void
}) => (
  <RadioGroup.Root
    aria-label={t('Span of the charts')}
    orientation="horizontal"
    value={span}
    onValueChange={(chosen) => onChange(chosen as MetricSpan)}
    className="flex h-8 shrink-0 rounded-md border border-line-strong bg-raised p-0.5"
  >
    {SPANS.map(([name, label]) => (
      <RadioGroup.Item
        key={name}
        value={name}
        className="flex items-center rounded px-2 text-soft text-xs hover:text-ink data-[state=checked]:bg-accent-soft data-[state=checked]:font-medium data-[state=checked]:text-accent"
      >
        {t(label)}
      </RadioGroup.Item>
    ))}
  </RadioGroup.Root>
)
