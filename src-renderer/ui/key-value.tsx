import { said, t } from '../words.ts'
import { classNames } from './class-names.ts'

export interface KeyValueRow {
  name: string
  value: string
}

/** Names and values as a table; values keep their lines and break anywhere rather than run out of it. */
export const KeyValue = ({
  rows,
  label,
  mono = false,
}: {
  rows: KeyValueRow[]
  label?: string
  mono?: boolean
}) => (
  <table aria-label={label} className="w-full table-fixed border-collapse text-sm">
    <colgroup>
      <col className="w-28 @xl:w-40" />
      <col />
    </colgroup>
    <tbody>
      {rows.map(({ name, value }) => (
        <tr key={name} className="border-line border-t first:border-t-0">
          <th scope="row" className="break-words py-1.5 pe-3 ps-3 text-start align-top font-normal text-soft">
            {said(name)}
          </th>
          <td
            className={classNames(
              'whitespace-pre-wrap break-words py-1.5 pe-3 align-top text-ink [overflow-wrap:anywhere]',
              mono && 'font-mono text-xs leading-5',
            )}
          >
            {value === '' ? <span className="text-soft">{t('(empty)')}</span> : value}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
