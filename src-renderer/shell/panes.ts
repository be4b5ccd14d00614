import {
  Activity,
  Brain,
  CalendarClock,
  type LucideIcon,
  MessageSquareText,
  Settings2,
  ShieldCheck,
  Stethoscope,
  Workflow,
  Wrench,
} from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import { ChatPane } from '../chat/chat-pane.tsx'
import { loadThread } from '../chat/lazy-thread.tsx'
import type { Pane } from '../store/state.ts'

export interface PaneEntry {
  readonly name: Pane
  readonly title: string
  readonly icon: LucideIcon
  /** Fetches what it is made of. */
  readonly load: () => Promise<unknown>
  readonly component: ComponentType
}

const entry = (
  name: Pane,
  title: string,
  icon: LucideIcon,
  load: () => Promise<{ default: ComponentType }>,
): PaneEntry => ({ name, title, icon, load, component: lazy(load) })

/** The panes in the order of the rail and of their shortcuts. */
export const PANE_ENTRIES: readonly PaneEntry[] = [
  // the window opens with it
  { name: 'chat', title: 'Chat', icon: MessageSquareText, load: loadThread, component: ChatPane },
  entry('runs', 'Runs', Workflow, async () => ({
    default: (await import('../runs/runs-pane.tsx')).RunsPane,
  })),
  entry('approvals', 'Approvals', ShieldCheck, async () => ({
    default: (await import('../approvals/approvals-pane.tsx')).ApprovalsPane,
  })),
  entry('reminders', 'Automations', CalendarClock, async () => ({
    default: (await import('../automations/automations-pane.tsx')).AutomationsPane,
  })),
  entry('memory', 'Memory', Brain, async () => ({
    default: (await import('../memory/memory-pane.tsx')).MemoryPane,
  })),
  entry('tools', 'Tools', Wrench, async () => ({
    default: (await import('../tools/tools-pane.tsx')).ToolsPane,
  })),
  entry('activity', 'Activity', Activity, async () => ({
    default: (await import('../activity/activity-pane.tsx')).ActivityPane,
  })),
  entry('diagnostics', 'Diagnostics', Stethoscope, async () => ({
    default: (await import('../diagnostics/diagnostics-pane.tsx')).DiagnosticsPane,
  })),
  entry('settings', 'Settings', Settings2, async () => ({
    default: (await import('../settings/settings-pane.tsx')).SettingsPane,
  })),
]

/** Fetches what the panes are made of, so that each opens at once and even while the agent that serves them is away. */
export const loadPanes = () => Promise.allSettled(PANE_ENTRIES.map(({ load }) => load()))
