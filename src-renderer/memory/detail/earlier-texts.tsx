import type { MemoryDetailView } from '../../../src-preload/contract.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { t } from '../../words.ts'

/** What a row said before it was edited, latest first. */
export function EarlierTexts({ versions }: Pick<MemoryDetailView, 'versions'>) {
  const earlier = versions.slice(1)
  if (earlier.length === 0) return null
  return (
    <section aria-label={t('Earlier texts')}>
      <Disclosure
        startsOpen
        title={
          <span className="font-medium">
            {earlier.length === 1
              ? t('Earlier text')
              : t('Earlier texts ({count})', { count: earlier.length })}
          </span>
        }
      >
        <ol className="flex flex-col gap-1.5">
          {earlier.map(({ text, since, until }) => (
            <li key={`${since}:${until}`} className="rounded-md bg-sunken px-2.5 py-1.5">
              <p className="whitespace-pre-wrap text-ink text-sm [overflow-wrap:anywhere]">{text}</p>
              <p className="text-faint text-xs">
                {t('until')} <TimeAgo at={until ?? since} />
              </p>
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  )
}
