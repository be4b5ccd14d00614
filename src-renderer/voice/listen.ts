import type { TranscriptView } from '../../src-preload/contract.ts'
import type { AdjutantClient } from '../adjutant-client.ts'
import type { VoiceDevices } from './devices.ts'
import { createLead } from './lead.ts'
import type { Microphone } from './microphone.ts'
import { LOST, type MicrophoneProblem, MUTED } from './microphone-problem.ts'
import { beginRecording } from './recording.ts'
import { isDead, levelOf } from './sound.ts'

export interface ListenOptions {
  readonly keepOpen: boolean
  /** The agent says when it is over: no key will come up. */
  readonly handsFree?: boolean
  /** 0 to 1, many times a second. */
  readonly onLevel: (level: number) => void
  /** Nothing at all has come for a second and a half, or something has come after all. */
  readonly onMuted: (muted: boolean) => void
  readonly onLost: () => void
}

/** One time of listening, from the key going down to its coming up. */
export interface Listening {
  readonly recordingId: string
  /** What was said; with a problem where there may be more, or none, for its sake. Rejects with CallError. */
  end(): Promise<{ transcript?: TranscriptView; problem?: MicrophoneProblem }>
  /** Nothing of it is wanted. */
  cancel(): void
}

/** Listens with the one microphone of this page. */
export interface Listener {
  /** Rejects with CallError, or with what opening the microphone rejects with. */
  begin(options: ListenOptions): Promise<Listening>
  /** Closes a microphone that was kept open. */
  release(): void
}

/** What is spoken last is still on its way when the key comes up. */
const TAIL_MS = 150
const MUTED_AFTER_CHUNKS = 38

export function createListener(client: Pick<AdjutantClient, 'call'>, devices: VoiceDevices): Listener {
  const lead = createLead()
  let microphone: Microphone | undefined
  let heard: ((samples: Float32Array) => void) | undefined
  let lost: (() => void) | undefined
  /** A microphone that is being opened is waited for, so that there are never two. */
  let last: Promise<Listening | undefined> = Promise.resolve(undefined)

  const open = async () => {
    const deviceId = devices.chosenMicrophone()
    if (microphone && microphone.deviceId !== deviceId) close()
    microphone ??= await devices.openMicrophone({
      deviceId,
      onSamples: (samples) => (heard ? heard(samples) : lead.keep(samples)),
      onLost: () => {
        microphone = undefined
        lead.take()
        lost?.()
      },
    })
  }
  const close = () => {
    microphone?.close()
    microphone = undefined
    lead.take()
  }

  return {
    release: () => {
      if (!heard) close()
    },
    begin: (options) => {
      const mine = last.then(
        () => begin(options),
        () => begin(options),
      )
      last = mine
      return mine
    },
  }

  async function begin({
    keepOpen,
    handsFree = false,
    onLevel,
    onMuted,
    onLost,
  }: ListenOptions): Promise<Listening> {
    const recording = beginRecording(client, handsFree ? { handsFree } : {})
    let quiet = 0
    let alive = false
    let wasLost = false
    const stop = () => {
      // somebody else may be listening by now
      if (heard !== hear) return
      heard = undefined
      lost = undefined
      if (!keepOpen) close()
    }
    const cancel = () => {
      stop()
      recording.cancel()
    }
    const hear = (samples: Float32Array) => {
      recording.push(samples)
      onLevel(levelOf(samples))
      const nothing = isDead(samples)
      if (!nothing && quiet >= MUTED_AFTER_CHUNKS) onMuted(false)
      quiet = nothing ? quiet + 1 : 0
      alive ||= !nothing
      if (quiet === MUTED_AFTER_CHUNKS) onMuted(true)
    }
    try {
      // the window is given the microphone only once the agent listens
      const recordingId = await recording.begun
      await open()
      for (const chunk of lead.take()) hear(chunk)
      heard = hear
      lost = () => {
        wasLost = true
        onLost()
      }
      return {
        recordingId,
        cancel,
        end: async () => {
          await new Promise<void>((resolve) => devices.after(TAIL_MS, resolve))
          stop()
          // a transcript would say the same in vaguer words
          if (!alive && quiet >= MUTED_AFTER_CHUNKS) {
            recording.cancel()
            return { problem: MUTED }
          }
          return { transcript: await recording.finish(), ...(wasLost ? { problem: LOST } : {}) }
        },
      }
    } catch (error) {
      cancel()
      throw error
    }
  }
}
