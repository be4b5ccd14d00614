import type { ApprovalView, GlobalKeyView, TranscriptView } from '../../src-preload/contract.ts'
import type { VoiceDevices } from '../voice/devices.ts'
import { stillDoubtful } from '../voice/doubtful.ts'
import { createListener, type Listening } from '../voice/listen.ts'
import { type MicrophoneProblem, NOTHING_HEARD, problemOf, TOO_SHORT } from '../voice/microphone-problem.ts'
import { spokenWords } from '../voice/spoken-words.ts'
import type { ActionContext } from './actions.ts'
import type { ConversationActions, SendOptions } from './conversation-actions.ts'
import type { VoiceSlice } from './state.ts'

export interface VoiceActions {
  /** The key is down: listens until it comes up, to a message or to the answer of an approval. One at a time. */
  readonly beginListening: (approvalId?: string, how?: { readonly handsFree: boolean }) => Promise<void>
  /** The key is up: what was said becomes words in the box, or an answer. */
  readonly endListening: () => Promise<void>
  /** Begins to listen until the next time, or until nobody speaks any more; or ends it. */
  readonly pressToTalk: (approvalId?: string) => Promise<void>
  /** The agent says that a recording is over for which no key comes up. */
  readonly heardOut: (recordingId: string) => void
  readonly showGlobalKey: (key: GlobalKeyView) => void
  /** Throws away what is being said, and answers whether anything was. */
  readonly dropListening: () => boolean
  /** Nothing is sent by itself: the words stay in the box. Answers whether anything was about to be. */
  readonly holdHeard: () => boolean
  /** How a message of these words was spoken; undefined where it was typed. */
  readonly spokenOf: (text: string) => SendOptions['spoken']
  /** What was spoken has been sent, in these words: those that were put right are learned from. */
  readonly heardSent: (words: string) => void
  /** Answers the offer to spell words so from now on. */
  readonly answerOffer: (answer: 'add' | 'never' | 'later') => Promise<void>
  /** What stands in the box is no longer what was spoken. */
  readonly forgetHeard: () => void
  /** Closes a microphone that was kept open. */
  readonly releaseMicrophone: () => void
  /** Speaks the answer to what was spoken in this window, where the settings say so. */
  readonly speakAnswer: (conversationId: string, markdown: string) => void
  /** Speaks what is asked about something that was spoken in this window, where the settings say so. */
  readonly speakApproval: (approval: ApprovalView) => void
  /** Says how loud it is now, 0 to 1. Returns the function that ends it. */
  readonly onLevel: (listener: (level: number) => void) => () => void
  readonly devices: VoiceDevices
}

type Context = ActionContext & Pick<ConversationActions, 'setDraft' | 'sendMessage'>

interface UnderWay {
  readonly approvalId: string | undefined
  listening?: Listening
  released?: boolean
}

const QUIET: Partial<VoiceSlice> = {
  phase: 'idle',
  recordingId: undefined,
  settled: '',
  open: '',
  speaking: false,
  muted: false,
}

export function voiceActions(context: Context, devices: VoiceDevices): VoiceActions {
  const { client, get, patch } = context
  const listener = createListener(client, devices)
  const levels = new Set<(level: number) => void>()
  /** What is under way; another one means that the earlier was dropped. */
  let current: UnderWay | undefined
  let withdrawSending: (() => void) | undefined

  const settings = () => get().settings.view?.voice
  const tick = (what: 'begin' | 'end') => {
    if (settings()?.sounds !== false) devices.tick(what)
  }
  const tell = (tone: 'info' | 'danger', { message, fix }: MicrophoneProblem) =>
    patch('voice', { ...QUIET, note: { tone, message, ...(fix ? { fix } : {}) } })
  const selected = () => get().conversations.selectedId ?? ''
  const draftOf = (id: string) => get().conversations.drafts[id] ?? ''

  const holdHeard = (): boolean => {
    withdrawSending?.()
    withdrawSending = undefined
    const { heard } = get().voice
    if (heard?.sendAt === undefined) return false
    const { sendAt: _, waitMs: __, ...rest } = heard
    patch('voice', { heard: rest })
    return true
  }

  const spokenOf = (text: string): SendOptions['spoken'] => {
    const { heard } = get().voice
    if (!heard || heard.conversationId !== selected()) return undefined
    return { confidence: heard.confidence, doubtful: stillDoubtful(text, heard.doubtful) }
  }

  const heardSent = (words: string) => {
    const { heard } = get().voice
    patch('voice', { heard: undefined, note: undefined })
    if (!heard || heard.text === words) return
    client.call('voice.corrected', { heard: heard.text, sent: words }).then(
      ({ again }) => again[0] && patch('voice', { offer: again[0] }),
      // the message is on its way; what could be learned from it is not worth a word
      () => {},
    )
  }

  const send = async (conversationId: string) => {
    // somebody looks at another conversation by now: it waits there for them
    if (selected() !== conversationId) return void holdHeard()
    const words = draftOf(conversationId).trim()
    const spoken = spokenOf(words)
    holdHeard()
    if (!words) return
    context.setDraft('')
    const sent = await context.sendMessage(words, spoken ? { spoken } : {})
    if (sent) heardSent(words)
    else context.setDraft(words)
  }

  const deliver = (transcript: TranscriptView, conversationId: string, problem?: MicrophoneProblem) => {
    if (!transcript.heard) return tell('info', problem ?? NOTHING_HEARD)
    patch('voice', { ...QUIET, note: problem ? { tone: 'danger', ...problem } : undefined })
    if (transcript.wish === 'discard') return
    const before = draftOf(conversationId).trim()
    const after = [before, transcript.message].filter(Boolean).join(' ')
    if (!after) return
    const drafts = { ...get().conversations.drafts, [conversationId]: after }
    patch('conversations', { drafts })
    const heard = {
      conversationId,
      text: [get().voice.heard?.text, transcript.message].filter(Boolean).join(' '),
      confidence: transcript.confidence,
      doubtful: [...(get().voice.heard?.doubtful ?? []), ...transcript.doubtful],
    }
    const waitMs = waitOf(transcript, { began: before === '', whole: problem === undefined })
    if (waitMs === undefined) return patch('voice', { heard })
    patch('voice', { heard: { ...heard, waitMs, sendAt: devices.now() + waitMs } })
    withdrawSending = devices.after(waitMs, () => void send(conversationId))
  }

  /** Words that were cut off, or that nobody spoke, answer nothing. */
  const answer = async (id: string, transcript: TranscriptView, problem?: MicrophoneProblem) => {
    if (problem || !transcript.heard) return tell('info', problem ?? NOTHING_HEARD)
    const { text, language, confidence } = transcript
    const words = transcript.words?.map((word) => ({ confidence: word.confidence }))
    const taken = await client.call('approvals.say', {
      id,
      text,
      language,
      confidence,
      ...(words ? { words } : {}),
    })
    patch('approvals', { byId: { ...get().approvals.byId, [id]: taken.approval } })
    tell('info', { message: taken.words, fix: taken.answer === 'none' ? `Heard: “${text}”` : '' })
    if (settings()?.speakAnswers) devices.speak(taken.words, 'en')
  }

  /** What is added to words in the box, or was cut off, is sent by the operator's own hand. */
  const waitOf = (
    { wish, question }: TranscriptView,
    { began, whole }: { began: boolean; whole: boolean },
  ): number | undefined => {
    const { sendAfterMs = 2_000 } = settings() ?? {}
    if (!whole) return undefined
    if (wish === 'send') return 0
    if (!began || sendAfterMs === 'never') return undefined
    return question ? 0 : sendAfterMs
  }

  return {
    devices,
    holdHeard,
    spokenOf,
    heardSent,
    answerOffer: async (answer) => {
      const { offer } = get().voice
      patch('voice', { offer: undefined })
      if (!offer || answer === 'later') return
      await context.attempt('voice.learn', { ...offer, answer })
    },
    forgetHeard: () => patch('voice', { heard: undefined, note: undefined }),
    releaseMicrophone: listener.release,
    speakAnswer: (conversationId, markdown) => {
      const { awaited } = get().voice
      if (!awaited.includes(conversationId)) return
      patch('voice', { awaited: awaited.filter((id) => id !== conversationId) })
      const { speakAnswers, language = 'auto' } = settings() ?? {}
      // nobody is talked over
      if (!speakAnswers || current) return
      devices.speak(spokenWords(markdown), language === 'auto' ? navigator.language : language)
    },
    speakApproval: ({ id, kind, conversationId }) => {
      const wanted = settings()?.speakAnswers && get().voice.awaited.includes(conversationId)
      if (!wanted || kind !== 'approval' || current) return
      client.call('approvals.explain', { id }).then(
        // somebody may speak by now
        ({ words }) => current ?? devices.speak(words, 'en'),
        // the card says it
        () => {},
      )
    },
    onLevel: (heard) => {
      levels.add(heard)
      return () => levels.delete(heard)
    },

    beginListening,
    pressToTalk: (approvalId) => (current ? endListening() : beginListening(approvalId, { handsFree: true })),
    heardOut: (recordingId) => {
      if (current?.listening?.recordingId === recordingId) void endListening()
    },
    showGlobalKey: (globalKey) => patch('voice', { globalKey }),

    endListening,

    dropListening: () => {
      if (!current) return false
      current.listening?.cancel()
      current = undefined
      patch('voice', { ...QUIET, note: { tone: 'info', message: 'Thrown away.' } })
      tick('end')
      return true
    },
  }

  async function beginListening(approvalId?: string, { handsFree } = { handsFree: false }): Promise<void> {
    if (current) return
    const mine: UnderWay = { approvalId }
    current = mine
    holdHeard()
    devices.hush()
    patch('voice', { ...QUIET, approvalId, handsFree, phase: 'opening', note: undefined })
    tick('begin')
    try {
      const listening = await listener.begin({
        keepOpen: settings()?.keepOpen ?? false,
        handsFree,
        onLevel: (level) => {
          for (const heard of levels) heard(level)
        },
        onMuted: (muted) => patch('voice', { muted }),
        onLost: () => void endListening(),
      })
      if (current !== mine) return listening.cancel()
      mine.listening = listening
      if (mine.released) {
        listening.cancel()
        current = undefined
        return tell('info', TOO_SHORT)
      }
      patch('voice', { phase: 'listening', recordingId: listening.recordingId })
    } catch (error) {
      if (current !== mine) return
      current = undefined
      tell('danger', problemOf(error))
    }
  }

  async function endListening(): Promise<void> {
    const mine = current
    if (!mine || mine.released) return
    mine.released = true
    // it is only being opened: `beginListening` goes on from there
    if (!mine.listening) return
    const conversationId = selected()
    patch('voice', { phase: 'understanding' })
    tick('end')
    try {
      const { transcript, problem } = await mine.listening.end()
      if (current !== mine) return
      current = undefined
      if (transcript && mine.approvalId) await answer(mine.approvalId, transcript, problem)
      else if (transcript) deliver(transcript, conversationId, problem)
      else if (problem) tell('danger', problem)
    } catch (error) {
      if (current !== mine) return
      current = undefined
      tell('danger', problemOf(error))
    }
  }
}
