import { X } from 'lucide-react'
import type { MemoryFacetsView } from '../../src-preload/contract.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { CONTROL, Select } from '../ui/field.tsx'
import { t } from '../words.ts'
import { type MemoryFilter, NO_FILTER, narrows, PERIOD_WORDS, PERIODS, type Period } from './memory-filter.ts'
import { kindWord, sourceKindWord } from './memory-words.ts'

export interface FilterBarProps {
  filter: MemoryFilter
  facets: MemoryFacetsView | undefined
  onChange: (filter: MemoryFilter) => void
}

interface Facet {
  name: string
  count?: number
}

/** Narrows by kind, source, time, person and scope. */
export function FilterBar({ filter, facets, onChange }: FilterBarProps) {
  const set = (name: 'kind' | 'source' | 'person' | 'scope', value: string) => {
    const { [name]: _, ...rest } = filter
    onChange(value === '' ? rest : { ...rest, [name]: value })
  }
  const scopes = facets?.scopes ?? []
  return (
    <fieldset aria-label={t('Filter')} className="flex w-full flex-wrap items-center gap-2">
      <Facets
        label={t('Kind')}
        all={t('All kinds')}
        value={filter.kind}
        facets={facets?.kinds}
        words={kindWord}
        onChange={(value) => set('kind', value)}
      />
      <Facets
        label={t('Source')}
        all={t('Any source')}
        value={filter.source}
        facets={facets?.sources}
        words={sourceKindWord}
        onChange={(value) => set('source', value)}
      />
      <Select
        aria-label={t('Time')}
        className={look(filter.period !== 'all')}
        value={filter.period}
        onChange={({ target }) => onChange({ ...filter, period: target.value as Period })}
      >
        {PERIODS.map((period) => (
          <option key={period} value={period}>
            {t(PERIOD_WORDS[period])}
          </option>
        ))}
      </Select>
      {filter.period === 'own' &&
        (['from', 'to'] as const).map((end) => (
          <input
            key={end}
            type="date"
            aria-label={end === 'from' ? t('From') : t('To')}
            className={classNames(CONTROL, 'h-8 w-36!')}
            value={filter[end] ?? ''}
            onChange={({ target }) => onChange({ ...filter, [end]: target.value })}
          />
        ))}
      <Facets
        label={t('Person')}
        all={t('Anyone')}
        value={filter.person}
        facets={facets?.people}
        onChange={(value) => set('person', value)}
      />
      {(scopes.length > 1 || filter.scope) && (
        <Facets
          label={t('Scope')}
          all={t('Any scope')}
          value={filter.scope}
          facets={scopes}
          onChange={(value) => set('scope', value)}
        />
      )}
      {narrows(filter) && (
        <Button kind="quiet" size="small" onClick={() => onChange(NO_FILTER)}>
          <X aria-hidden /> {t('Show all')}
        </Button>
      )}
    </fieldset>
  )
}

const look = (chosen: boolean) =>
  classNames('w-auto! max-w-44', chosen && 'border-accent! bg-accent-soft! text-accent!')

interface FacetsProps {
  label: string
  all: string
  value: string | undefined
  facets: readonly Facet[] | undefined
  words?: (name: string) => string
  onChange: (value: string) => void
}

function Facets({ label, all, value, facets = [], words = (name) => name, onChange }: FacetsProps) {
  // what was chosen stays choosable, though nothing of it may be left
  const choices = !value || facets.some(({ name }) => name === value) ? facets : [{ name: value }, ...facets]
  return (
    <Select
      aria-label={label}
      className={look(value !== undefined)}
      disabled={choices.length === 0}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{all}</option>
      {choices.map(({ name, count }: Facet) => (
        <option key={name} value={name}>
          {words(name)}
          {count === undefined ? '' : ` (${count.toLocaleString('en')})`}
        </option>
      ))}
    </Select>
  )
}
