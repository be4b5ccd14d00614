import type { PreviewView } from '../../src-preload/contract.ts'
import { Diff } from '../ui/diff.tsx'
import { KeyValue } from '../ui/key-value.tsx'
import { said, t } from '../words.ts'

/** What will happen if it is allowed. */
export function ApprovalPreview({ preview }: { preview: PreviewView }) {
  switch (preview.kind) {
    case 'diff':
      return <Diff path={preview.path} before={preview.before} after={preview.after} />
    case 'fields':
      return (
        <figure className="overflow-hidden rounded-md border border-line bg-raised">
          <figcaption className="break-words border-line border-b px-3 py-1.5 text-soft text-xs [overflow-wrap:anywhere]">
            {said(preview.title)}
          </figcaption>
          {preview.fields.length === 0 ? (
            <p className="px-3 py-2 text-soft text-sm">{t('No fields.')}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            <div className="max-h-80 overflow-auto" tabIndex={0}>
              <KeyValue rows={preview.fields} label={said(preview.title)} />
            </div>
          )}
        </figure>
      )
    default:
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div className="max-h-72 overflow-auto rounded-md border border-line bg-raised" tabIndex={0}>
          <p className="whitespace-pre-wrap break-words px-3 py-2 text-ink text-sm leading-relaxed">
            {preview.text || t('Nothing to show.')}
          </p>
        </div>
      )
  }
}
