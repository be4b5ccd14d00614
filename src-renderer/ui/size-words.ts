import { language, t } from '../words.ts'

/** '3.2 MB', '78 MB', '1.1 GB': as one says it, not to the byte. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return t('{count} bytes', { count: bytes })
  const [unit, name] = bytes < 1e6 ? [1e3, 'kB'] : bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB']
  const digits = bytes < 10 * unit ? 1 : 0
  const size = new Intl.NumberFormat(language(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${size.format(bytes / unit)} ${name}`
}
