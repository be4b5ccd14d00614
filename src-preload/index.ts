import { contextBridge, ipcRenderer } from 'electron'
import {
  type AdjutantBridge,
  type AgentEvent,
  CALL_CHANNEL,
  DESKTOP_CHANNEL,
  DESKTOP_MESSAGE_CHANNEL,
  type DesktopMessage,
  EVENT_CHANNEL,
} from './contract.ts'

const bridge: AdjutantBridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  onEvent: (listener) => {
    const heard = (_event: unknown, event: AgentEvent) => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, heard)
    return () => ipcRenderer.off(EVENT_CHANNEL, heard)
  },
  desktop: (method, input) => ipcRenderer.invoke(DESKTOP_CHANNEL, method, input),
  onDesktop: (listener) => {
    const heard = (_event: unknown, message: DesktopMessage) => listener(message)
    ipcRenderer.on(DESKTOP_MESSAGE_CHANNEL, heard)
    void ipcRenderer.invoke(DESKTOP_CHANNEL, 'listen', {})
    return () => ipcRenderer.off(DESKTOP_MESSAGE_CHANNEL, heard)
  },
}

contextBridge.exposeInMainWorld('adjutant', bridge)
