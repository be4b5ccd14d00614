import { Search, X } from 'lucide-react'
import { t } from '../words.ts'
import { classNames } from './class-names.ts'
import { CONTROL } from './field.tsx'
import { IconButton } from './icon-button.tsx'

export interface SearchBoxProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  className?: string
}

/** Words to look for; Esc empties it. */
export const SearchBox = ({ label, placeholder, value, onChange, className }: SearchBoxProps) => (
  <search className={classNames('relative min-w-40 flex-1', className)}>
    <Search aria-hidden className="pointer-events-none absolute top-2 start-2.5 size-4 text-faint" />
    <input
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return
        event.stopPropagation()
        onChange('')
      }}
      className={classNames(CONTROL, 'h-8 pe-8 ps-8 [&::-webkit-search-cancel-button]:hidden')}
    />
    {value !== '' && (
      <IconButton
        label={t('Empty the search')}
        size="small"
        className="absolute top-0.5 end-0.5"
        onClick={() => onChange('')}
      >
        <X />
      </IconButton>
    )}
  </search>
)
