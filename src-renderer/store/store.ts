import { createContext, useContext } from 'react'
import { useStore as useZustand } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AdjutantClient } from '../adjutant-client.ts'
import { browserDevices, type VoiceDevices } from '../voice/devices.ts'
import { type Actions, createActions } from './actions.ts'
import { initialState, type State } from './state.ts'

export interface Store {
  readonly state: StoreApi<State>
  readonly actions: Actions
}

/** State and what may be done, joined to one agent and to what the operator hears and speaks with. */
export function createAppStore(client: AdjutantClient, devices: VoiceDevices = browserDevices): Store {
  const state = createStore<State>(() => initialState)
  return { state, actions: createActions(client, state, devices) }
}

export const StoreContext = createContext<Store | undefined>(undefined)

function useContextStore(): Store {
  const store = useContext(StoreContext)
  if (!store) throw new Error('no store: the component stands outside <StoreContext>')
  return store
}

/** `useStore(({ approvals }) => approvals.byId)`. A selector must return what is in the state, not a new object. */
export const useStore = <T>(select: (state: State) => T): T => useZustand(useContextStore().state, select)

export const useActions = (): Actions => useContextStore().actions

/** The state itself, for who reads it when something happens instead of showing it. */
export const useStoreApi = (): StoreApi<State> => useContextStore().state
