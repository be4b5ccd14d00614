import { contextBridge, ipcRenderer } from 'electron'
import { type AdjutantBridge, type AgentEvent, CALL_CHANNEL, EVENT_CHANNEL } from './contract.ts'

const bridge: AdjutantBridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  onEvent: (listener) => {
    const heard = (_event: unknown, event: AgentEvent) => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, heard)
    return () => ipcRenderer.off(EVENT_CHANNEL, heard)
  },
}

contextBridge.exposeInMainWorld('adjutant', bridge)
