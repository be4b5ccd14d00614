import { type BrowserWindow, dialog } from 'electron'
import type { ApprovalView } from '../../../src-preload/contract.ts'
import type { Words } from '../../../src-words/words.ts'
import { askedInFull, askedInShort } from '../work/short-text.ts'

export interface NativeDialogPorts {
  readonly words: Pick<Words, 't' | 'n' | 'said'>
  /** The window it belongs to, where that is seen. */
  readonly parent: () => BrowserWindow | undefined
  readonly answer: (approval: ApprovalView, answer: string) => void
  readonly report: (what: string, error: unknown) => void
}

/** The system's own dialog about an approval. One at a time; one that is answered elsewhere closes by itself. */
export interface NativeDialogs {
  review(approval: ApprovalView): void
  /** All that is asked now. */
  pending(approvals: readonly ApprovalView[]): void
  /** Whether one is seen now. */
  isOpen(): boolean
  /** Nothing is asked here any more: a dialog that is open would keep the application from ending. */
  close(): void
}

export function createNativeDialogs({ words, parent, answer, report }: NativeDialogPorts): NativeDialogs {
  const { t } = words
  let waiting: ApprovalView[] = []
  let open: { readonly id: string; readonly closing: AbortController } | undefined

  const next = () => {
    const approval = waiting.shift()
    if (!approval || open) return
    const closing = new AbortController()
    open = { id: approval.id, closing }
    ask(approval, closing.signal)
      .then(
        (word) => word && !closing.signal.aborted && answer(approval, word),
        (error) => report('a question could not be shown', error),
      )
      .finally(() => {
        open = undefined
        next()
      })
  }
  const ask = async (approval: ApprovalView, signal: AbortSignal): Promise<string | undefined> => {
    const options = {
      type: approval.highImpact ? ('warning' as const) : ('question' as const),
      title: t('Adjutant asks'),
      message: askedInShort(approval, words, 200),
      detail: askedInFull(approval, words),
      // Enter must never let something happen
      buttons: [t('Reject'), t('Allow once'), t('Decide later')],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
      signal,
    }
    const window = parent()
    const { response } = await (window
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options))
    return ['reject', 'once'][response]
  }
  return {
    review: (approval) => {
      if (approval.kind !== 'approval' || open?.id === approval.id) return
      waiting = [...waiting.filter(({ id }) => id !== approval.id), approval]
      if (!open) next()
    },
    isOpen: () => open !== undefined,
    close: () => {
      waiting = []
      open?.closing.abort()
    },
    pending: (approvals) => {
      const ids = new Set(approvals.map(({ id }) => id))
      waiting = waiting.filter(({ id }) => ids.has(id))
      if (open && !ids.has(open.id)) open.closing.abort()
    },
  }
}
