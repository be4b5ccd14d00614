import { Loading } from '../../ui/loading.tsx'
import { ReadFailure } from '../../ui/read-failure.tsx'
import { useRead } from '../../ui/use-read.ts'
import { t } from '../../words.ts'

/** The start of a text file, as plain text. */
export function ArtifactText({ runId, path, name }: { runId: string; path: string; name: string }) {
  const { value, failure, again } = useRead('runs.artifact', { id: runId, path })
  if (failure) return <ReadFailure failure={failure} again={again} />
  if (!value) return <Loading what={t('the text')} />
  return (
    <section
      aria-label={t('Text of {name}', { name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-72 overflow-auto whitespace-pre-wrap rounded bg-sunken p-2 font-mono text-xs leading-5 [overflow-wrap:anywhere]"
    >
      {value.text || t('(no text)')}
      {!value.whole && <p className="mt-2 font-sans text-soft">{t('It goes on: this is its start.')}</p>}
    </section>
  )
}
