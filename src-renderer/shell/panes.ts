import {
  Bell,
  Brain,
  type LucideIcon,
  MessageSquareText,
  Settings2,
  ShieldCheck,
  Workflow,
} from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import type { Pane } from '../store/state.ts'

export interface PaneEntry {
  readonly name: Pane
  readonly title: string
  readonly icon: LucideIcon
  readonly component: ComponentType
}

/** The panes in the order of the rail and of their shortcuts. */
export const PANE_ENTRIES: readonly PaneEntry[] = [
  {
    name: 'chat',
    title: 'Chat',
    icon: MessageSquareText,
    component: lazy(async () => ({ default: (await import('../chat/chat-pane.tsx')).ChatPane })),
  },
  {
    name: 'runs',
    title: 'Runs',
    icon: Workflow,
    component: lazy(async () => ({ default: (await import('../runs/runs-pane.tsx')).RunsPane })),
  },
  {
    name: 'approvals',
    title: 'Approvals',
    icon: ShieldCheck,
    component: lazy(async () => ({
      default: (await import('../approvals/approvals-pane.tsx')).ApprovalsPane,
    })),
  },
  {
    name: 'reminders',
    title: 'Reminders',
    icon: Bell,
    component: lazy(async () => ({
      default: (await import('../automations/automations-pane.tsx')).AutomationsPane,
    })),
  },
  {
    name: 'memory',
    title: 'Memory',
    icon: Brain,
    component: lazy(async () => ({ default: (await import('../memory/memory-pane.tsx')).MemoryPane })),
  },
  {
    name: 'settings',
    title: 'Settings',
    icon: Settings2,
    component: lazy(async () => ({ default: (await import('../settings/settings-pane.tsx')).SettingsPane })),
  },
]
