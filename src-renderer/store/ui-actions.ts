import type { GlobalKeyView, UpdateView } from '../../src-preload/contract.ts'
import type { ActionContext } from './actions.ts'
import type { Pane, Toast } from './state.ts'

export interface UiActions {
  readonly openPane: (pane: Pane) => void
  /** Shows it in the runs pane. */
  readonly openRun: (id: string) => void
  /** Shows a row of memory. */
  readonly openMemory: (id: string) => void
  /** Back to the list of runs. */
  readonly closeRun: () => void
  readonly notify: (toast: Omit<Toast, 'id'>) => void
  readonly dismissToast: (id: string) => void
  readonly showShortcuts: (open: boolean) => void
  readonly showPalette: (open: boolean) => void
  readonly showDrawer: (open: boolean) => void
  readonly showQuickKey: (key: GlobalKeyView) => void
  readonly showUpdate: (update: UpdateView) => void
}

/** Toasts kept at a time; the oldest give way. */
const TOASTS_MOST = 4

export function uiActions({ get, patch }: Pick<ActionContext, 'get' | 'patch'>): UiActions {
  let made = 0
  return {
    openPane: (pane) => patch('ui', { pane, drawerOpen: false }),
    openRun: (id) => {
      patch('runs', { selectedId: id })
      patch('ui', { pane: 'runs', drawerOpen: false })
    },
    openMemory: (id) => {
      patch('memory', { selectedId: id })
      patch('ui', { pane: 'memory', drawerOpen: false })
    },
    closeRun: () => patch('runs', { selectedId: undefined }),
    notify: (toast) => {
      made += 1
      const others = get().ui.toasts.filter(({ text }) => text !== toast.text)
      patch('ui', { toasts: [...others, { ...toast, id: `toast:${made}` }].slice(-TOASTS_MOST) })
    },
    dismissToast: (id) => patch('ui', { toasts: get().ui.toasts.filter((toast) => toast.id !== id) }),
    showShortcuts: (open) => patch('ui', { shortcutsOpen: open }),
    showPalette: (open) => patch('ui', { paletteOpen: open }),
    showUpdate: (update) => patch('ui', { update }),
    showQuickKey: (quickKey) => patch('ui', { quickKey }),
    showDrawer: (open) => patch('ui', { drawerOpen: open }),
  }
}
