import type { StoreApi } from 'zustand/vanilla'
import type { DesktopMethodName, DesktopMethods, MethodName, Methods } from '../../src-preload/contract.ts'
import { type AdjutantClient, CallError } from '../adjutant-client.ts'
import type { VoiceDevices } from '../voice/devices.ts'
import { type ApprovalActions, approvalActions } from './approval-actions.ts'
import { type AttachmentActions, attachmentActions } from './attachment-actions.ts'
import { type ConversationActions, conversationActions } from './conversation-actions.ts'
import { type MemoryActions, memoryActions } from './memory-actions.ts'
import { type MemoryImportActions, memoryImportActions } from './memory-import-actions.ts'
import { type RunActions, runActions } from './run-actions.ts'
import { type SettingsActions, settingsActions } from './settings-actions.ts'
import type { State } from './state.ts'
import { type UiActions, uiActions } from './ui-actions.ts'
import { type VoiceActions, voiceActions } from './voice-actions.ts'

/**
 * What a person may do. An action that calls the agent answers undefined where the call failed, after it has said so in
 * a toast; `client.call` throws instead, for who wants to show the failure in place.
 */
export interface Actions
  extends UiActions,
    ConversationActions,
    AttachmentActions,
    RunActions,
    ApprovalActions,
    MemoryActions,
    MemoryImportActions,
    VoiceActions,
    SettingsActions {
  readonly client: AdjutantClient
  /** Asks the desktop; undefined where that failed, which a toast then says, and in a browser. */
  readonly desktop: <Name extends DesktopMethodName>(
    method: Name,
    input: DesktopMethods[Name]['input'],
  ) => Promise<DesktopMethods[Name]['output'] | undefined>
  /** Says in a toast what went wrong. */
  readonly notifyFailure: (error: unknown) => void
}

/** What each group of actions works with. */
export interface ActionContext {
  readonly client: AdjutantClient
  readonly get: () => State
  /** Replaces members of one slice. */
  readonly patch: <Slice extends keyof State>(slice: Slice, change: Partial<State[Slice]>) => void
  readonly update: (change: (state: State) => State) => void
  /** Calls; undefined where that failed, which a toast then says. */
  readonly attempt: <Name extends MethodName>(
    method: Name,
    input: Methods[Name]['input'],
  ) => Promise<Methods[Name]['output'] | undefined>
}

export function createActions(
  client: AdjutantClient,
  store: StoreApi<State>,
  devices: VoiceDevices,
): Actions {
  const patch: ActionContext['patch'] = (slice, change) =>
    store.setState((state) => ({ [slice]: { ...state[slice], ...change } }))
  const ui = uiActions({ get: store.getState, patch })
  const notifyFailure = (error: unknown) => ui.notify(failureToast(error))
  const attempt: ActionContext['attempt'] = async (method, input) => {
    try {
      return await client.call(method, input)
    } catch (error) {
      notifyFailure(error)
      return undefined
    }
  }
  const context: ActionContext = { client, get: store.getState, patch, update: store.setState, attempt }
  const conversations = conversationActions(context)
  return {
    client,
    desktop: async (method, input) => {
      const result = await window.adjutant?.desktop(method, input)
      if (result && !result.ok) notifyFailure(new CallError(result.error))
      return result?.ok ? result.value : undefined
    },
    notifyFailure,
    ...ui,
    ...conversations,
    ...attachmentActions({ ...context, ...ui }),
    ...runActions(context),
    ...approvalActions(context),
    ...memoryActions(context),
    ...memoryImportActions(context),
    ...voiceActions({ ...context, ...conversations }, devices),
    ...settingsActions(context),
  }
}

function failureToast(error: unknown) {
  const fix = error instanceof CallError ? error.fix : undefined
  return {
    tone: 'danger' as const,
    text: error instanceof Error ? error.message : String(error),
    ...(fix ? { fix } : {}),
    ...(error instanceof CallError && error.code === 'unreachable' ? { untilOnline: true as const } : {}),
  }
}
