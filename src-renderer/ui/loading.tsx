import { t } from '../words.ts'
import { Spinner } from './spinner.tsx'

export const Loading = ({ what }: { what: string }) => (
  <p role="status" className="flex items-center justify-center gap-2 px-6 py-12 text-soft text-sm">
    <Spinner /> {t('Loading')} {what} …
  </p>
)
