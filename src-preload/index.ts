import { contextBridge, ipcRenderer } from 'electron'
import {
  type AdjutantBridge,
  type AgentEvent,
  CALL_CHANNEL,
  EVENT_CHANNEL,
  MICROPHONE_CHANNEL,
  TALK_CHANNEL,
  type TalkMessage,
} from './contract.ts'

const bridge: AdjutantBridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  onEvent: (listener) => {
    const heard = (_event: unknown, event: AgentEvent) => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, heard)
    return () => ipcRenderer.off(EVENT_CHANNEL, heard)
  },
  onTalk: (listener) => {
    const heard = (_event: unknown, message: TalkMessage) => listener(message)
    ipcRenderer.on(TALK_CHANNEL, heard)
    ipcRenderer.send(MICROPHONE_CHANNEL, 'listening')
    return () => ipcRenderer.off(TALK_CHANNEL, heard)
  },
  microphone: (open) => ipcRenderer.send(MICROPHONE_CHANNEL, open ? 'open' : 'closed'),
}

contextBridge.exposeInMainWorld('adjutant', bridge)
