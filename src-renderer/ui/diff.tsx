import { useMemo } from 'react'
import { t } from '../words.ts'
import { type DiffRow, diffRows } from './diff-rows.ts'

const LOOKS = {
  same: ['', ' '],
  added: ['bg-good-soft', '+'],
  removed: ['bg-danger-soft', '−'],
} as const

/** What a write would change, line by line: colours, signs and numbers say the same. */
export function Diff({ path, before, after }: { path: string; before: string; after: string }) {
  const { rows, added, removed, hidden } = useMemo(() => diffRows(before, after), [before, after])
  const fresh = before === '' && after !== ''
  return (
    <figure
      aria-label={t('Change of {path}', { path })}
      className="overflow-hidden rounded-md border border-line bg-surface"
    >
      <figcaption className="flex items-baseline gap-3 border-line border-b px-3 py-1.5 text-xs">
        <span className="min-w-0 flex-1 truncate font-mono text-ink" title={path}>
          {path}
        </span>
        {fresh && <span className="text-soft">{t('new file')}</span>}
        <span className="shrink-0 tabular-nums">
          <span className="text-good">+{added}</span> <span className="text-danger">−{removed}</span>
        </span>
      </figcaption>
      {rows.length === 0 ? (
        <p className="px-3 py-2 text-soft text-xs">
          {before === after ? t('Nothing changes.') : t('Only its end changes.')}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div className="max-h-72 overflow-auto" tabIndex={0}>
          <table dir="ltr" className="w-max min-w-full border-collapse font-mono text-xs leading-5">
            <tbody>
              {rows.map((row, index) => (
                <Row key={index} row={row} />
              ))}
            </tbody>
          </table>
          {hidden > 0 && (
            <p className="px-3 py-1.5 text-soft text-xs">
              {hidden} {t('more lines are not shown here.')}
            </p>
          )}
        </div>
      )}
    </figure>
  )
}

function Row({ row }: { row: DiffRow }) {
  if (row.kind === 'gap') {
    return (
      <tr className="bg-sunken text-soft">
        <td colSpan={4} className="select-none px-3 font-sans">
          {row.lines === 1 ? t('1 line') : t('{lines} lines', { lines: row.lines })} {t('unchanged')}
        </td>
      </tr>
    )
  }
  if (row.kind === 'no-newline') {
    return (
      <tr className="text-soft">
        <td colSpan={4} className="select-none px-3 font-sans italic">
          {t('no line feed at the end')}
        </td>
      </tr>
    )
  }
  const [colour, sign] = LOOKS[row.kind]
  return (
    <tr className={colour}>
      <LineNumber of={row.before} />
      <LineNumber of={row.after} />
      <td className="w-5 select-none text-center text-soft">{sign}</td>
      <td className="whitespace-pre pe-3 text-ink">{row.text}</td>
    </tr>
  )
}

const LineNumber = ({ of }: { of: number | undefined }) => (
  <td aria-hidden className="w-9 min-w-9 select-none pe-1 text-end text-[11px] text-faint tabular-nums">
    {of}
  </td>
)
