import { useCallback, useEffect } from 'react'
import type { TalkSignal } from '../../src-preload/contract.ts'
import { pendingApprovals } from '../store/select.ts'
import type { State } from '../store/state.ts'
import { useActions, useStoreApi } from '../store/store.ts'
import { beginsChord, endsChord, isChord } from './chord.ts'

/** The chord that is held to speak works anywhere in the window; Esc throws away what is being said. */
export function usePushToTalk(): void {
  const { beginListening, endListening, dropListening, holdHeard, openPane, devices } = useActions()
  const store = useStoreApi()
  useEffect(() => {
    const chord = () => store.getState().settings.view?.voice.key ?? 'Ctrl+Space'
    let held = false
    const down = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && (dropListening() || holdHeard())) {
        // nothing else is stopped or closed by it
        event.preventDefault()
        event.stopPropagation()
        held = false
        return
      }
      // the field where the chord is chosen takes it for itself
      const taken = event.target instanceof HTMLElement && event.target.matches('[data-takes-chord]')
      if (!taken && beginsChord(chord(), event)) devices.prepare()
      if (taken || !isChord(chord(), event)) return
      event.preventDefault()
      event.stopPropagation()
      // keys that are held come again and again
      if (event.repeat || held) return
      held = true
      const approvalId = approvalInHand(store.getState())
      if (!approvalId) openPane('chat')
      void beginListening(approvalId)
    }
    const up = (event: KeyboardEvent) => {
      if (!held || !endsChord(chord(), event)) return
      held = false
      event.preventDefault()
      void endListening()
    }
    // a window that is left hears no key come up
    const leave = () => {
      if (held) void endListening()
      held = false
    }
    window.addEventListener('keydown', down, { capture: true })
    window.addEventListener('keyup', up, { capture: true })
    window.addEventListener('blur', leave)
    return () => {
      window.removeEventListener('keydown', down, { capture: true })
      window.removeEventListener('keyup', up, { capture: true })
      window.removeEventListener('blur', leave)
    }
  }, [beginListening, endListening, dropListening, holdHeard, openPane, devices, store])
}

/** The same for the key that the desktop hears while another program has the focus, and for its command. */
export function useTalkSignals(): (signal: TalkSignal) => void {
  const { beginListening, endListening, dropListening, pressToTalk, openPane } = useActions()
  const store = useStoreApi()
  return useCallback(
    (signal) => {
      if (signal === 'up') return void endListening()
      if (signal === 'escape') return void dropListening()
      // an approval is answered by those who see its card before them
      const approvalId = document.hasFocus() ? approvalInHand(store.getState()) : undefined
      if (!approvalId) openPane('chat')
      void (signal === 'down' ? beginListening(approvalId) : pressToTalk(approvalId))
    },
    [beginListening, endListening, dropListening, pressToTalk, openPane, store],
  )
}

/** The approval whose card has the focus, or the only one that waits where approvals are shown. */
function approvalInHand({ ui, approvals }: State): string | undefined {
  const card = document.activeElement?.closest<HTMLElement>('[data-approval]')
  if (card) return card.dataset.approval
  const waiting = pendingApprovals(approvals.byId)
  return ui.pane === 'approvals' && waiting.length === 1 && waiting[0]?.kind === 'approval'
    ? waiting[0].id
    : undefined
}
