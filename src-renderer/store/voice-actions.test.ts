import { describe, expect, it } from 'vitest'
import type { ApprovalView, MethodName, SettingsView, TranscriptView } from '../../src-preload/contract.ts'
import type { AdjutantClient } from '../adjutant-client.ts'
import type { VoiceDevices } from '../voice/devices.ts'
import { createAppStore } from './store.ts'

const transcript = (message: string, more: Partial<TranscriptView> = {}): TranscriptView => ({
  text: message,
  message,
  question: false,
  doubtful: [],
  language: 'en',
  confidence: 0.9,
  audioSeconds: 2,
  elapsedMs: 10,
  heard: message !== '',
  ...more,
})

/** A window with a microphone and a clock in the test's hand; the agent understands what it is told to. */
function open(
  understood: TranscriptView,
  { refuse, microphone = 'works' }: { refuse?: string; microphone?: 'works' | 'dead' | 'lost' } = {},
) {
  const calls: { method: MethodName; input: Record<string, unknown> }[] = []
  const timers = new Set<{ at: number; callback: () => void }>()
  const diary: string[] = []
  let now = 0
  let opened = 0
  let lose: (() => void) | undefined
  const client: AdjutantClient = {
    call: (async (method: MethodName, input: Record<string, unknown>) => {
      calls.push({ method, input })
      if (method === 'voice.begin') return { id: `voice_${calls.length}`, sampleRate: 16_000 }
      if (method === 'voice.finish') return understood
      if (method === 'runs.start') return { id: 'run_1', conversationId: 'cnv_1' }
      if (method === 'approvals.explain') return { words: 'Send a mail. To: maria@example.com.' }
      if (method === 'approvals.say')
        return { answer: 'none', words: 'Say “approve”.', approval: { id: input.id } }
      if (method === 'voice.corrected') return { again: [{ heard: 'Kovalsky', meant: 'Kowalski' }] }
      if (method === 'conversations.get') return { id: 'cnv_1', messages: [], runs: [] }
      return { id: input.id }
    }) as AdjutantClient['call'],
    listen: () => () => {},
    signIn: async () => {},
  }
  const devices: VoiceDevices = {
    openMicrophone: async ({ onSamples, onLost }) => {
      if (refuse) throw new DOMException('', refuse)
      opened += 1
      lose = onLost
      const sample = microphone === 'dead' ? 0 : 0.1
      setImmediate(() => {
        for (let chunk = 0; chunk < 50; chunk += 1) onSamples(new Float32Array(640).fill(sample))
      })
      return { deviceId: undefined, close: () => diary.push('closed') }
    },
    chosenMicrophone: () => undefined,
    chooseMicrophone: () => {},
    prepare: () => {},
    tick: (what) => diary.push(what),
    speak: (text) => diary.push(`says: ${text}`),
    hush: () => diary.push('hush'),
    now: () => now,
    after: (delayMs, callback) => {
      const timer = { at: now + delayMs, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  const { state, actions } = createAppStore(client, devices)
  const pass = async (ms: number) => {
    now += ms
    for (const timer of [...timers].filter(({ at }) => at <= now)) {
      timers.delete(timer)
      timer.callback()
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  const speak = async (approvalId?: string) => {
    await actions.beginListening(approvalId)
    await pass(0)
    const ended = actions.endListening()
    await pass(150)
    await ended
  }
  const sent = () => calls.filter(({ method }) => method === 'runs.start').map(({ input }) => input)
  const voice = () => state.getState().voice
  const set = (voice: object) => state.setState({ settings: { view: { voice } as unknown as SettingsView } })
  const draft = () => state.getState().conversations.drafts[''] ?? ''
  return {
    actions,
    calls,
    diary,
    pass,
    speak,
    sent,
    voice,
    set,
    draft,
    opened: () => opened,
    lose: () => lose?.(),
  }
}

describe('what was said', () => {
  it('is sent by itself after a while, as spoken', async () => {
    const { speak, draft, pass, sent, voice } = open(transcript('Call Maria.', { doubtful: ['Maria.'] }))
    await speak()
    expect(draft()).toBe('Call Maria.')
    await pass(1_999)
    expect(sent()).toEqual([])
    await pass(1)
    expect(sent()).toEqual([{ goal: 'Call Maria.', spoken: { confidence: 0.9, doubtful: ['Maria.'] } }])
    expect(voice().heard).toBeUndefined()
  })

  it.each([
    ['a question that asks for nothing to be done', transcript('What is it?', { question: true })],
    ['what ends with "send"', transcript('Call Maria.', { wish: 'send' })],
  ])('%s is sent at once', async (_what, said) => {
    const { speak, pass, sent } = open(said)
    await speak()
    await pass(0)
    expect(sent()).toHaveLength(1)
  })

  it('is held by typing, a click or Esc, and stays in the box', async () => {
    const { speak, actions, pass, sent, draft } = open(transcript('Call Maria.'))
    await speak()
    expect(actions.holdHeard()).toBe(true)
    await pass(60_000)
    expect(sent()).toEqual([])
    expect(draft()).toBe('Call Maria.')
  })

  it('is added to what stands there, and waits for the operator then', async () => {
    const { speak, actions, pass, sent, draft } = open(transcript('and Bob.'))
    actions.setDraft('Call Maria')
    await speak()
    await pass(60_000)
    expect(draft()).toBe('Call Maria and Bob.')
    expect(sent()).toEqual([])
  })

  it('waits where another conversation is shown by then', async () => {
    const { speak, actions, pass, sent } = open(transcript('Call Maria.'))
    await speak()
    await actions.openConversation('cnv_1')
    await pass(60_000)
    expect(sent()).toEqual([])
  })

  it('is nothing where nobody spoke, and says so', async () => {
    const { speak, voice, draft } = open(transcript(''))
    await speak()
    expect(voice().note?.message).toBe('I heard nothing.')
    expect(draft()).toBe('')
  })

  it('is nothing where they took it back', async () => {
    const { speak, draft, voice } = open(transcript('', { heard: true, wish: 'discard' }))
    await speak()
    expect([draft(), voice().phase]).toEqual(['', 'idle'])
  })
})

describe('the microphone', () => {
  it('is opened on press and closed after, with a tick for each', async () => {
    const { speak, diary } = open(transcript('Call Maria.'))
    await speak()
    expect(diary).toEqual(['hush', 'begin', 'end', 'closed'])
  })

  it('shows at once that the press was noticed', () => {
    const { actions, voice } = open(transcript('Call Maria.'))
    void actions.beginListening()
    expect(voice().phase).toBe('opening')
  })

  it('that is refused is said, and nothing is left open', async () => {
    const { actions, voice, calls, pass } = open(transcript('Call Maria.'), { refuse: 'NotAllowedError' })
    await actions.beginListening()
    await pass(0)
    expect(voice().note?.message).toBe('The microphone was refused.')
    expect(calls.at(-1)?.method).toBe('voice.cancel')
  })

  it('that gives nothing but silence is said while somebody speaks, and after', async () => {
    const { actions, voice, pass } = open(transcript('Thank you.'), { microphone: 'dead' })
    await actions.beginListening()
    await pass(0)
    expect(voice().muted).toBe(true)
    const ended = actions.endListening()
    await pass(150)
    await ended
    expect(voice().note?.message).toMatch(/nothing but silence/)
  })

  it('that is lost leaves what was heard until then, unsent', async () => {
    const { actions, voice, pass, draft, sent, lose } = open(transcript('Call Ma'))
    await actions.beginListening()
    await pass(0)
    lose()
    await pass(150)
    await expect.poll(draft).toBe('Call Ma')
    expect(voice().note?.message).toMatch(/was lost/)
    await pass(60_000)
    expect(sent()).toEqual([])
  })

  it('that was let go before it was open asks to be held', async () => {
    const { actions, voice, pass } = open(transcript('Call Maria.'))
    const began = actions.beginListening()
    await actions.endListening()
    await began
    await pass(0)
    expect(voice().note?.message).toMatch(/too short/)
  })

  it('is closed when what is said is thrown away, and can be opened again', async () => {
    const { actions, voice, pass, calls, speak, draft, opened } = open(transcript('Call Maria.'))
    await actions.beginListening()
    expect(actions.dropListening()).toBe(true)
    await pass(0)
    expect(voice().phase).toBe('idle')
    expect(calls.at(-1)?.method).toBe('voice.cancel')
    await speak()
    expect([draft(), opened()]).toEqual(['Call Maria.', 2])
  })
})

describe('an answer to an approval', () => {
  it('goes to the agent as it was heard, never into the box', async () => {
    const { speak, calls, draft, voice } = open(transcript('Yes.', { words: [] }))
    await speak('ask_1')
    expect(calls.find(({ method }) => method === 'approvals.say')?.input).toEqual({
      id: 'ask_1',
      text: 'Yes.',
      language: 'en',
      confidence: 0.9,
      words: [],
    })
    expect([draft(), voice().approvalId]).toEqual(['', 'ask_1'])
    expect(voice().note).toMatchObject({ message: 'Say “approve”.', fix: 'Heard: “Yes.”' })
  })

  it('that nobody spoke is none', async () => {
    const { speak, calls } = open(transcript(''))
    await speak('ask_1')
    expect(calls.some(({ method }) => method === 'approvals.say')).toBe(false)
  })
})

describe('an answer of the agent', () => {
  const spoken = async (settings: object) => {
    const window = open(transcript('What is it?', { question: true }))
    window.set(settings)
    await window.speak()
    await window.pass(0)
    return window
  }

  it('to what was spoken is spoken once, where that is wanted', async () => {
    const { actions, diary } = await spoken({ speakAnswers: true, language: 'en' })
    actions.speakAnswer('cnv_1', 'It is **nine**.')
    actions.speakAnswer('cnv_1', 'It is ten.')
    expect(diary.filter((line) => line.startsWith('says'))).toEqual(['says: It is nine.'])
  })

  it.each([
    ['where it is not wanted', { speakAnswers: false, language: 'en' }, 'cnv_1'],
    ['to what was typed', { speakAnswers: true, language: 'en' }, 'cnv_2'],
  ])('is not spoken %s', async (_why, settings, conversation) => {
    const { actions, diary } = await spoken(settings)
    actions.speakAnswer(conversation, 'It is nine.')
    expect(diary.filter((line) => line.startsWith('says'))).toEqual([])
  })

  it('is spoken as the question what may be done, with what it is done to', async () => {
    const { actions, diary } = await spoken({ speakAnswers: true, language: 'en' })
    const asked = { id: 'apr_1', kind: 'approval', conversationId: 'cnv_1' } as ApprovalView
    actions.speakApproval({ ...asked, conversationId: 'cnv_2' })
    actions.speakApproval({ ...asked, kind: 'question' })
    actions.speakApproval(asked)
    await expect
      .poll(() => diary.filter((line) => line.startsWith('says')))
      .toEqual(['says: Send a mail. To: maria@example.com.'])
  })

  it('is not spoken while somebody speaks, and stops when they begin', async () => {
    const { actions, diary } = await spoken({ speakAnswers: true, language: 'en' })
    const before = diary.length
    await actions.beginListening()
    actions.speakAnswer('cnv_1', 'It is nine.')
    expect(diary.slice(before)).toContain('hush')
    expect(diary.filter((line) => line.startsWith('says'))).toEqual([])
  })
})

it('a microphone that is kept open is opened once, and closed when that is no longer wanted', async () => {
  const { set, speak, opened, actions, diary } = open(transcript('Call Maria.'))
  set({ keepOpen: true, sendAfterMs: 'never' })
  await speak()
  await speak()
  expect([opened(), diary.includes('closed')]).toEqual([1, false])
  actions.releaseMicrophone()
  expect(diary).toContain('closed')
})

describe('without holding a key', () => {
  it('is ended by the agent when nobody speaks any more', async () => {
    const { actions, calls, pass, draft, voice } = open(transcript('Call Maria.'))
    await actions.pressToTalk()
    expect(calls[0]).toMatchObject({ method: 'voice.begin', input: { handsFree: true } })
    await pass(0)
    actions.heardOut('another recording')
    expect(voice().phase).toBe('listening')
    actions.heardOut(voice().recordingId as string)
    await pass(150)
    await pass(0)
    expect(draft()).toBe('Call Maria.')
  })

  it('is ended by the next press', async () => {
    const { actions, pass, draft } = open(transcript('Call Maria.'))
    await actions.pressToTalk()
    await pass(0)
    const ended = actions.pressToTalk()
    await pass(150)
    await ended
    expect(draft()).toBe('Call Maria.')
  })
})

describe('what was put right before it was sent', () => {
  const of = (calls: readonly { method: MethodName; input: unknown }[], method: MethodName) =>
    calls.filter((each) => each.method === method).map(({ input }) => input)

  it('is told to the agent, which may offer to spell it so from now on', async () => {
    const { speak, actions, calls, voice, pass } = open(transcript('Call Kovalsky.'))
    await speak()
    actions.heardSent('Call Kowalski.')
    await pass(0)
    expect(of(calls, 'voice.corrected')).toEqual([{ heard: 'Call Kovalsky.', sent: 'Call Kowalski.' }])
    expect(voice().offer).toEqual({ heard: 'Kovalsky', meant: 'Kowalski' })
    await actions.answerOffer('add')
    expect(of(calls, 'voice.learn')).toEqual([{ heard: 'Kovalsky', meant: 'Kowalski', answer: 'add' }])
    expect(voice().offer).toBeUndefined()
  })

  it('is nothing where it was sent as it was heard, and "not now" tells nobody', async () => {
    const { speak, actions, calls, pass } = open(transcript('Call Kovalsky.'))
    await speak()
    await pass(2_000)
    expect(of(calls, 'voice.corrected')).toEqual([])
    await speak()
    actions.heardSent('Call Kowalski.')
    await pass(0)
    await actions.answerOffer('later')
    expect(of(calls, 'voice.learn')).toEqual([])
  })
})
