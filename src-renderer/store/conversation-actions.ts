import type { AttachmentInput } from '../../src-preload/contract.ts'
import { type DraftAttachment, wordsWith } from '../attachments/draft-attachment.ts'
import type { ActionContext } from './actions.ts'
import { withConversation, withoutConversation } from './apply-event.ts'
import { attachedOf } from './attachment-actions.ts'

export interface SendOptions {
  readonly interrupt?: boolean
  /** It was spoken: how sure the words are, and those that may have been misheard. */
  readonly spoken?: { confidence: number; doubtful: string[] }
  /** Of a message that is said again; without it, what hangs on the one that is being written. */
  readonly attachments?: readonly AttachmentInput[]
}

export interface ConversationActions {
  readonly loadConversations: () => Promise<void>
  /** Shows it in the chat and reads it afresh. */
  readonly openConversation: (id: string) => Promise<void>
  /** Reads it afresh, whatever is shown. One that is shown and cannot be read makes room for a new one. */
  readonly readConversation: (id: string) => Promise<void>
  readonly newConversation: () => void
  /** Narrows the list; an empty query ends the search. */
  readonly searchConversations: (query: string) => Promise<void>
  /** Words not yet sent in the conversation that is shown. */
  readonly setDraft: (text: string) => void
  /** Opens a message for editing; undefined closes it. */
  readonly editMessage: (id: string | undefined) => void
  readonly renameConversation: (id: string, title: string) => Promise<void>
  readonly deleteConversation: (id: string) => Promise<void>
  /** To the shown conversation, or to a new one. Answers whether the agent took it. */
  readonly sendMessage: (text: string, options?: SendOptions) => Promise<boolean>
}

export function conversationActions(context: ActionContext): ConversationActions {
  const { get, patch, update, attempt } = context

  const select = (selectedId: string | undefined) =>
    update((state) => {
      const { selectedId: _, editingId: __, ...rest } = state.conversations
      return { ...state, conversations: { ...rest, ...(selectedId ? { selectedId } : {}) } }
    })

  const read = async (id: string) => {
    const view = await attempt('conversations.get', { id })
    if (view) return update((state) => withConversation(state, view))
    const { selectedId, messages } = get().conversations
    if (selectedId === id && !messages[id]) select(undefined)
  }

  const awaitAnswer = (id: string) => patch('voice', { awaited: [...get().voice.awaited, id] })

  const open = async (id: string) => {
    select(id)
    patch('ui', { pane: 'chat', drawerOpen: false })
    await read(id)
  }

  return {
    loadConversations: async () => {
      const list = await attempt('conversations.list', {})
      if (list) patch('conversations', { list, loaded: true })
    },

    openConversation: open,

    readConversation: read,

    newConversation: () => {
      select(undefined)
      patch('ui', { pane: 'chat', drawerOpen: false })
    },

    searchConversations: async (query) => {
      if (!query.trim()) {
        return update((state) => {
          const { search: _, ...rest } = state.conversations
          return { ...state, conversations: rest }
        })
      }
      const before = get().conversations.search?.ids
      patch('conversations', { search: before ? { query, ids: before } : { query } })
      const found = await attempt('conversations.list', { query })
      // an answer to an older query comes too late
      if (!found || get().conversations.search?.query !== query) return
      patch('conversations', { search: { query, ids: found.map(({ id }) => id) } })
    },

    setDraft: (text) => {
      const { drafts, selectedId = '' } = get().conversations
      patch('conversations', { drafts: { ...drafts, [selectedId]: text } })
    },

    editMessage: (id) =>
      update((state) => {
        const { editingId: _, ...rest } = state.conversations
        return { ...state, conversations: { ...rest, ...(id ? { editingId: id } : {}) } }
      }),

    renameConversation: async (id, title) => {
      const renamed = await attempt('conversations.rename', { id, title })
      if (!renamed) return
      patch('conversations', {
        list: get().conversations.list.map((conversation) =>
          conversation.id === id ? renamed : conversation,
        ),
      })
    },

    deleteConversation: async (id) => {
      if (await attempt('conversations.delete', { id })) update((state) => withoutConversation(state, id))
    },

    sendMessage: async (words, { interrupt = false, spoken, attachments: again } = {}) => {
      const id = get().conversations.selectedId
      const drafts = again ? [] : attachedOf(get())
      const files = drafts.flatMap((each) =>
        each.kind === 'page' ? [] : [{ name: nameOf(each), base64: each.base64 }],
      )
      const attachments = again ? [...again] : files
      const text = wordsWith(words, drafts)
      const how = {
        ...(spoken ? { spoken } : {}),
        ...(attachments.length > 0 ? { attachments } : {}),
      }
      const sent = () =>
        patch('conversations', { attached: { ...get().conversations.attached, [id ?? '']: [] } })
      if (id) {
        const message = { id, text, ...how, ...(interrupt ? { interrupt } : {}) }
        const taken = await attempt('conversations.send', message)
        if (taken) sent()
        if (taken && spoken) awaitAnswer(id)
        return taken !== undefined
      }
      const started = await attempt('runs.start', { goal: text, ...how })
      if (!started) return false
      sent()
      if (spoken) awaitAnswer(started.conversationId)
      await open(started.conversationId)
      return true
    },
  }
}

/** What was copied or marked has no name of its own. */
const nameOf = ({ kind, name }: DraftAttachment): string =>
  kind === 'clipboard' ? 'clipboard.txt' : kind === 'selection' ? 'selection.txt' : name
