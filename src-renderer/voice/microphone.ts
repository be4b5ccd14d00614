import worklet from './capture-worklet.ts?worker&url'

export interface MicrophoneOptions {
  /** The chosen device; where it is not there, the system's own choice takes its place. */
  readonly deviceId?: string | undefined
  /** Mono, 16,000 Hz, 40 ms at a time. */
  readonly onSamples: (samples: Float32Array) => void
  /** It was unplugged, or taken away. Not called after `close`. */
  readonly onLost: () => void
}

/** Nothing is played, so no loudspeaker needs to be woken for it. A browser that does not know `sinkId` wakes one. */
const SILENT: AudioContextOptions & { sinkId: { type: 'none' } } = {
  sinkId: { type: 'none' },
  latencyHint: 'playback',
}

/**
 * The model hears best what nobody has worked on: what is meant for the ears of people at the other end of a line makes
 * it mishear. What the computer itself says is taken out all the same.
 */
const PLAIN = { echoCancellation: true, noiseSuppression: false, autoGainControl: false }

/** A microphone that is open, and shown as such by the system. */
export interface Microphone {
  readonly deviceId: string | undefined
  close(): void
}

/** Opens the microphone. Rejects with what `getUserMedia` rejects with (`problemOf` says it in words). */
export async function openMicrophone({
  deviceId,
  onSamples,
  onLost,
}: MicrophoneOptions): Promise<Microphone> {
  // a page at an address that is not secure has none at all
  if (!navigator.mediaDevices) throw new DOMException('no secure context', 'SecurityError')
  const context = new AudioContext(SILENT)
  let stream: MediaStream | undefined
  const close = () => {
    for (const track of stream?.getTracks() ?? []) {
      track.onended = null
      track.stop()
    }
    if (context.state !== 'closed') void context.close()
  }
  try {
    // made ready first: what is spoken while the device is open and nobody takes its samples would be lost
    await Promise.all([context.audioWorklet.addModule(worklet), context.resume()])
    stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, ...PLAIN, ...(deviceId ? { deviceId } : {}) },
    })
    const [track] = stream.getAudioTracks()
    if (!track) throw new DOMException('no audio', 'NotFoundError')
    track.onended = () => {
      close()
      onLost()
    }
    const capture = new AudioWorkletNode(context, 'capture', {
      channelCount: 1,
      channelCountMode: 'explicit',
      numberOfInputs: 1,
      numberOfOutputs: 1,
    })
    capture.port.onmessage = ({ data }) => onSamples(data as Float32Array)
    // without a way out the audio thread would not ask for it; what goes out is silence
    context.createMediaStreamSource(stream).connect(capture).connect(context.destination)
    return {
      deviceId,
      close: () => {
        capture.port.onmessage = null
        capture.port.postMessage('end')
        close()
      },
    }
  } catch (error) {
    close()
    throw error
  }
}
