import { type DraftAttachment, pageAddress, refusalOf } from '../attachments/draft-attachment.ts'
import { base64OfText, readFile } from '../attachments/read-file.ts'
import { t } from '../words.ts'
import type { ActionContext } from './actions.ts'
import type { State } from './state.ts'
import type { UiActions } from './ui-actions.ts'

export interface AttachmentActions {
  /** Hangs them on the message that is being written; what cannot be is said. */
  readonly attachFiles: (files: readonly File[]) => Promise<void>
  readonly attachText: (text: string, from: 'clipboard' | 'selection') => Promise<void>
  /** Answers whether it is an address. */
  readonly attachPage: (address: string) => boolean
  readonly detach: (id: string) => void
}

type Draft = DraftAttachment extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never

/** What hangs on the message that is being written in the conversation that is shown. */
export const attachedOf = ({ conversations }: State): readonly DraftAttachment[] =>
  conversations.attached[conversations.selectedId ?? ''] ?? NOTHING
const NOTHING: readonly DraftAttachment[] = []

export function attachmentActions({
  get,
  patch,
  notify,
}: Pick<ActionContext, 'get' | 'patch'> & Pick<UiActions, 'notify'>): AttachmentActions {
  let made = 0
  const put = (list: readonly DraftAttachment[]) => {
    const { attached, selectedId = '' } = get().conversations
    patch('conversations', { attached: { ...attached, [selectedId]: list } })
  }
  const add = (draft: Draft) => {
    made += 1
    put([...attachedOf(get()), { ...draft, id: `draft:${made}` }])
  }
  const refused = (name: string, bytes: number): boolean => {
    const refusal = refusalOf(name, bytes, attachedOf(get()))
    if (refusal) notify({ tone: 'danger', ...refusal, ...(refusal.fix ? { fix: t(refusal.fix) } : {}) })
    return refusal !== undefined
  }
  return {
    attachFiles: async (files) => {
      for (const file of files) {
        if (refused(file.name, file.size)) continue
        try {
          const kind = file.type.startsWith('image/') ? 'image' : 'file'
          add({ name: file.name, kind, ...(await readFile(file)) })
        } catch {
          // what the system has taken away since, or a folder that calls itself a file
          notify({ tone: 'danger', text: t('“{name}” could not be read.', { name: file.name }) })
        }
      }
    },
    attachText: async (text, from) => {
      const name = firstWords(text)
      const base64 = await base64OfText(text)
      const bytes = Math.floor(base64.length * 0.75)
      if (!refused(name, bytes)) add({ name, kind: from, bytes, base64 })
    },
    attachPage: (address) => {
      const url = pageAddress(address)
      if (url !== undefined && !refused(url, 1)) add({ name: url, kind: 'page', url })
      return url !== undefined
    },
    detach: (id) => put(attachedOf(get()).filter((each) => each.id !== id)),
  }
}

const firstWords = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length <= 40 ? line : `${line.slice(0, 40).replace(/\s\S*$/, '')} …`
}
